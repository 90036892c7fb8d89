// What can be read of a YAML mapping that YAML refuses: every top-level entry is parsed alone.
#pragma once

#include <string_view>
#include <vector>

#include "server/syntax/yaml/tree.h"

namespace syntax::yaml {

// A mapping of the entries of `text`, broken ones marked, and one problem for each broken chunk. A chunk
// begins at a line whose first character can begin a key and ends before the next such line.
[[nodiscard]] Node recover_entries(std::string_view text, text::Offset base, std::size_t& node_budget,
                                   std::vector<Problem>& problems);

}  // namespace syntax::yaml
