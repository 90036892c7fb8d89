// What an include wants to be told: the names `x` of `include.x` in its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace features {

// In the order of the text, each once.
[[nodiscard]] std::vector<std::string> include_parameters(std::string_view text);

}  // namespace features
