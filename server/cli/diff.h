// A unified diff of two texts, as `diff -u` writes it and `patch -p1` and `git apply` read it.
#pragma once

#include <string>
#include <string_view>

namespace cli {

// "" for equal texts. Carriage returns are part of their lines. Of texts that differ in thousands of lines it
// may show more as changed than need be.
[[nodiscard]] std::string unified_diff(std::string_view path, std::string_view before,
                                       std::string_view after);

}  // namespace cli
