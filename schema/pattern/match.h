// Runs a program over a text, all its ways at once (Thompson's simulation): time is at most the length of the
// program times that of the text. Knows nothing of how patterns are written.
#pragma once

#include <string_view>

#include "schema/pattern/program.h"

namespace schema::pattern {

// Does the program match anywhere in the text? True also where that cannot be told in tolerable time.
[[nodiscard]] bool matches(const Program& program, std::u32string_view text);

}  // namespace schema::pattern
