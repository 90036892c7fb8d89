// Unicode as Ruby 3 has it: code points of a UTF-8 text, its character classes, lower case, canonical
// composition. The only file pair that knows utf8proc. Knows nothing of Jekyll or Markdown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace text {

// One character of a UTF-8 text. A byte that is not part of valid UTF-8 is a character of its own: `valid`
// false, the byte as `value`, `size` 1.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;  // in bytes
  bool valid = true;
};

// The character that starts at byte `position`, which must lie inside the text.
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t position);

void append_utf8(std::string& text, char32_t code_point);

[[nodiscard]] bool is_valid_utf8(std::string_view text);

// Ruby's `\p{L}`, `\p{M}`, `\p{Nd}`.
[[nodiscard]] bool is_letter(char32_t code_point);
[[nodiscard]] bool is_mark(char32_t code_point);
[[nodiscard]] bool is_decimal_digit(char32_t code_point);
// Ruby's `\p{Word}`, the class that GFM heading ids keep: letters, marks, digits, connector punctuation.
[[nodiscard]] bool is_word(char32_t code_point);

// Columns that a terminal gives the character: Korean and most emoji two, combining marks none.
[[nodiscard]] int column_width(char32_t code_point);

// Ruby's String#downcase and #capitalize: full Unicode mapping, no final sigma rule. Invalid bytes are kept.
[[nodiscard]] std::string downcase(std::string_view text);
[[nodiscard]] std::string capitalize(std::string_view text);

// Canonical composition (NFC). Invalid UTF-8 comes back unchanged.
[[nodiscard]] std::string to_nfc(std::string_view text);

}  // namespace text
