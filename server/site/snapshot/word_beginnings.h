// The words of a text by their first letters: the key under which pages are found by a part of their address
// or title, while it is still being typed and also when it is misspelt. Pure text; knows no site.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace site {

// So many bytes: three Latin letters, one Korean syllable or Chinese character.
inline constexpr std::size_t beginning_size = 3;

// The first bytes of every run of letters, digits and bytes above 127, ASCII letters small; a shorter word is
// its own beginning. Sorted, each once.
[[nodiscard]] std::vector<std::string> word_beginnings(std::string_view text);

// `typed` without the last word if that is too short to have a beginning: more letters may follow.
[[nodiscard]] std::string_view without_short_end(std::string_view typed);

}  // namespace site
