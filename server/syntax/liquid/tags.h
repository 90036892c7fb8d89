// Reads the markup of Liquid's standard tags and of Jekyll's own, by the grammar that expression.h tells of.
#pragma once

#include <string_view>
#include <vector>

#include "server/syntax/liquid/markup.h"
#include "server/syntax/liquid/tree.h"

namespace syntax::liquid {

// Ranges refer to the whole of `text`, which `node` is of. Problems are appended.
[[nodiscard]] Tag parse_node(std::string_view text, const Node& node, std::vector<Problem>& problems);

}  // namespace syntax::liquid
