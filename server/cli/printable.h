// Text of somebody's file as it may be shown on a terminal. Knows nothing of problems or colours.
#pragma once

#include <string>
#include <string_view>

namespace cli {

// `line` (UTF-8, no line end) as it may be shown on a terminal: a tab becomes blanks up to the next multiple
// of 4, other control characters and bytes that are not UTF-8 become U+FFFD, so that no file can steer the
// terminal.
[[nodiscard]] std::string printable(std::string_view line);

}  // namespace cli
