// Character classes as Ruby's regular expressions have them, and characters of a text: a byte that is no
// UTF-8 is one that no class holds. Knows nothing of Markdown.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/text/ascii.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace syntax::kramdown {

using text::append_utf8;
using text::ascii_lower;
using text::downcase;
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
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const ::text::CodePoint at = ::text::code_point_at(text, offset);
  return {at.valid ? std::uint32_t{at.value} : 0xFFFDU, at.size};
}
// The character that ends before `offset`.
[[nodiscard]] inline Decoded decode_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {};
  const ::text::CodePoint before = ::text::code_point_before(text, offset);
  return {before.valid ? std::uint32_t{before.value} : 0xFFFDU, before.size};
}

[[nodiscard]] bool is_alphabetic(std::uint32_t code_point);     // [[:alpha:]]
[[nodiscard]] bool is_alphanumeric(std::uint32_t code_point);   // [[:alnum:]]
[[nodiscard]] bool is_word_property(std::uint32_t code_point);  // \p{Word}

// Behind the letters and digits, `_`, `-` and `.` from `offset` on: [[:alnum:]]-_.
[[nodiscard]] std::size_t skip_name_characters(std::string_view text, std::size_t offset);

// String#rstrip and String#lstrip.
[[nodiscard]] constexpr std::string_view rstrip(std::string_view text) {
  return ::text::trim_back(text, ::text::is_stripped);
}
[[nodiscard]] constexpr std::string_view lstrip(std::string_view text) {
  return ::text::trim_front(text, ::text::is_stripped);
}

}  // namespace syntax::kramdown
