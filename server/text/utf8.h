// UTF-8: reading characters out of bytes and writing them. Rules: RFC 3629. A byte that belongs to no valid
// sequence is a character of its own, so that every text can be walked over. What the characters are is known
// to unicode.h.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/text/ascii.h"

namespace text {

// One character of a text. A byte that is not part of valid UTF-8: `valid` false, the byte as `value`,
// `size` 1.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;  // in bytes
  bool valid = true;
};

// The character that starts at byte `position`, which must lie inside the text. Here and by hand rather than
// asked of utf8proc: every byte of every file goes through this, and a call for each character was a tenth of
// the time that reading a Korean site takes.
[[nodiscard]] constexpr CodePoint code_point_at(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const CodePoint invalid{first, 1, false};
  const std::uint8_t size = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
  if (size == 0 || text.size() - position < size) return invalid;
  char32_t value = first & (0xFFU >> (size + 1U));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return invalid;
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  if (overlong || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return invalid;
  return {value, size, true};
}
// The character that ends before byte `position`, which is not 0.
[[nodiscard]] CodePoint code_point_before(std::string_view text, std::size_t position);
// Where the character begins that holds the byte at `position`; `position` itself at the text's end.
[[nodiscard]] std::size_t character_start(std::string_view text, std::size_t position);

// Inside of a character, as far as the byte itself can tell.
[[nodiscard]] constexpr bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}
// Characters of a valid text.
[[nodiscard]] constexpr std::size_t character_count(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

void append_utf8(std::string& text, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

}  // namespace text
