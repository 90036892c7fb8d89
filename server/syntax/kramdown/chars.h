// Character classes as Ruby's regular expressions have them, and walking over UTF-8. Invalid bytes count as
// one character each, never a letter. Knows nothing of Markdown.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace syntax::kramdown {

// Ruby's \s: blank, tab, line feed, vertical tab, form feed, carriage return.
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// Ruby's \w, which is ASCII alone.
[[nodiscard]] constexpr bool is_word(char c) {
  return is_ascii_letter(c) || is_digit(c) || c == '_';
}
[[nodiscard]] constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

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

// String#downcase with Ruby's full mapping.
[[nodiscard]] std::string downcase(std::string_view text);
[[nodiscard]] bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

// String#rstrip also drops NUL bytes, String#lstrip does not.
[[nodiscard]] std::string_view rstrip(std::string_view text);
[[nodiscard]] std::string_view lstrip(std::string_view text);

}  // namespace syntax::kramdown
