// JSON as people write it in YAML. Knows no schema.
#pragma once

#include <string>
#include <string_view>

namespace features {

// `key` with a value that is given as JSON: one line for a text, a number or a word, else one for each member
// and item, indented. Quotes only where YAML would read something else without them. What is no JSON stays as
// it is.
[[nodiscard]] std::string block_yaml(std::string_view key, std::string_view json);

}  // namespace features
