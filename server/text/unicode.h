// Unicode as Ruby 3 has it: classes of characters, lower case, canonical composition. The only file pair that
// knows utf8proc; bytes become characters in utf8.h. Knows nothing of Jekyll or Markdown.
#pragma once

#include <string>
#include <string_view>

namespace text {

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
