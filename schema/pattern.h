// The one door to regular expressions from schemas: ECMA 262 patterns on code points, in linear time.
// std::regex's usual matcher recurses once per character (a 20,000-character value overflows the stack) and
// needs seconds for `(a+)+$` on 26 letters; libstdc++'s breadth-first one does neither.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace schema {

inline constexpr std::size_t max_pattern_bytes = 2'000;
inline constexpr std::size_t max_matched_bytes = 20'000;

// Does `pattern` match anywhere in `text` (UTF-8)? nullopt: the pattern is invalid, too long, or uses
// back-references. A text longer than max_matched_bytes counts as matching: better silent than slow. Compiled
// patterns are cached; safe to call from several threads.
[[nodiscard]] std::optional<bool> pattern_matches(std::string_view pattern, std::string_view text);

[[nodiscard]] bool is_valid_pattern(std::string_view pattern);

}  // namespace schema
