// Character classes as Ruby's regular expressions have them, and walking over UTF-8. Invalid bytes count as
// one character each, never a letter. Knows nothing of Markdown.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/text/ascii.h"

namespace syntax::kramdown {

using text::ascii_lower;
using text::equals_ignoring_ascii_case;
using text::is_ascii;
using text::is_ascii_letter;
using text::is_ascii_word;
using text::is_blank;
using text::is_digit;
using text::is_space;

struct Decoded {
  std::uint32_t code_point = 0;  // a lone byte that is no UTF-8: 0xFFFD
  std::uint32_t size = 0;        // in bytes; 0 at the end of the text
};
[[nodiscard]] Decoded decode(std::string_view text, std::size_t offset);
// The character that ends before `offset`.
[[nodiscard]] Decoded decode_before(std::string_view text, std::size_t offset);
void append_utf8(std::string& out, std::uint32_t code_point);

[[nodiscard]] bool is_alphabetic(std::uint32_t code_point);     // [[:alpha:]]
[[nodiscard]] bool is_alphanumeric(std::uint32_t code_point);   // [[:alnum:]]
[[nodiscard]] bool is_word_property(std::uint32_t code_point);  // \p{Word}

// Behind the letters and digits, `_`, `-` and `.` from `offset` on: [[:alnum:]]-_.
[[nodiscard]] std::size_t skip_name_characters(std::string_view text, std::size_t offset);

// String#downcase with Ruby's full mapping.
[[nodiscard]] std::string downcase(std::string_view text);

// String#rstrip also drops NUL bytes, String#lstrip does not.
[[nodiscard]] std::string_view rstrip(std::string_view text);
[[nodiscard]] std::string_view lstrip(std::string_view text);

}  // namespace syntax::kramdown
