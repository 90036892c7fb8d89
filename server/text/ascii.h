// Classes of ASCII bytes and what is made of them. YAML, Ruby and HTML have different answers to "is this
// blank?": each answer has a name here, and a caller chooses by that name. Bytes of other characters belong
// to the classes that are called "_byte" alone; what knows all of Unicode is in unicode.h.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace text {

// YAML's and Markdown's white space inside of a line.
[[nodiscard]] constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
// The same in a line that may still have the first half of its CRLF.
[[nodiscard]] constexpr bool is_blank_or_return(char c) {
  return is_blank(c) || c == '\r';
}
// YAML's white space over several lines.
[[nodiscard]] constexpr bool is_blank_or_line_end(char c) {
  return is_blank(c) || c == '\n' || c == '\r';
}
// HTML's white space: no vertical tab.
[[nodiscard]] constexpr bool is_html_space(char c) {
  return is_blank_or_line_end(c) || c == '\f';
}
// Ruby's `\s`, C's isspace(): blank, tab, line feed, vertical tab, form feed, carriage return.
[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// What Ruby's String#strip takes off.
[[nodiscard]] constexpr bool is_stripped(char c) {
  return is_space(c) || c == '\0';
}

[[nodiscard]] constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_ascii_lowercase(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool is_ascii_uppercase(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
  return is_ascii_lowercase(c) || is_ascii_uppercase(c);
}
[[nodiscard]] constexpr bool is_ascii_alphanumeric(char c) {
  return is_ascii_letter(c) || is_digit(c);
}
// Ruby's `\w`, which is ASCII alone.
[[nodiscard]] constexpr bool is_ascii_word(char c) {
  return is_ascii_alphanumeric(c) || c == '_';
}
// Letters, digits and whatever is beyond ASCII: for words of which only the ends matter. `_` parts them.
[[nodiscard]] constexpr bool is_alphanumeric_byte(char c) {
  return is_ascii_alphanumeric(c) || !is_ascii(c);
}
// The same with `_`.
[[nodiscard]] constexpr bool is_word_byte(char c) {
  return is_alphanumeric_byte(c) || c == '_';
}

// The value of a hexadecimal digit in either letter case; -1 for everything else.
[[nodiscard]] constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

[[nodiscard]] constexpr char ascii_lower(char c) {
  return is_ascii_uppercase(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] constexpr char ascii_upper(char c) {
  return is_ascii_lowercase(c) ? static_cast<char>(c - 'a' + 'A') : c;
}
[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}
[[nodiscard]] inline std::string ascii_upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = ascii_upper(c);
  return upper;
}
[[nodiscard]] constexpr bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

// An `or` over all bytes: the compiler makes vector code of it, which a search with an early end prevents.
[[nodiscard]] constexpr bool is_ascii(std::string_view text) {
  unsigned char bits = 0;
  for (const char c : text) bits = static_cast<unsigned char>(bits | static_cast<unsigned char>(c));
  return bits < 0x80;
}

// Whether every byte is of the class. True for a text without any.
[[nodiscard]] constexpr bool holds_only(std::string_view text, bool (*is_of_class)(char)) {
  return std::all_of(text.begin(), text.end(), is_of_class);
}

// The text without bytes of the class at one end or both: `trim(line, is_blank)`.
[[nodiscard]] constexpr std::string_view trim_front(std::string_view text, bool (*is_of_class)(char)) {
  while (!text.empty() && is_of_class(text.front())) text.remove_prefix(1);
  return text;
}
[[nodiscard]] constexpr std::string_view trim_back(std::string_view text, bool (*is_of_class)(char)) {
  while (!text.empty() && is_of_class(text.back())) text.remove_suffix(1);
  return text;
}
[[nodiscard]] constexpr std::string_view trim(std::string_view text, bool (*is_of_class)(char)) {
  return trim_back(trim_front(text, is_of_class), is_of_class);
}

}  // namespace text
