// One YAML document from libyaml's events: the parser inside Ruby's Psych, so its verdict on a text is
// Jekyll's. The only file pair that knows libyaml.
#pragma once

#include <cstddef>
#include <string_view>

#include "server/syntax/yaml/tree.h"
#include "server/text/range.h"

namespace syntax::yaml {

// The first document of `text` into `root`; false with a problem if libyaml refuses it or `node_budget`,
// which counts down, is used up.
[[nodiscard]] bool parse_document(std::string_view text, text::Offset base, std::size_t& node_budget,
                                  Node& root, Problem& problem);

}  // namespace syntax::yaml
