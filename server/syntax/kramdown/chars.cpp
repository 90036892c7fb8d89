#include "server/syntax/kramdown/chars.h"

#include <algorithm>

#include "server/text/unicode.h"

namespace syntax::kramdown {
namespace {

struct Span {
  std::uint32_t first;
  std::uint32_t last;
};

constexpr Span alphabetic[] = {
#include "server/syntax/kramdown/alphabetic.inc"
};

bool in_spans(const Span* begin, const Span* end, std::uint32_t code_point) {
  const Span* found = std::upper_bound(begin, end, code_point,
                                       [](std::uint32_t c, const Span& span) { return c < span.first; });
  return found != begin && code_point <= (found - 1)->last;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) return {byte, 1};
  const ::text::CodePoint at = ::text::code_point_at(text, offset);
  if (!at.valid) return {0xFFFD, 1};
  return {static_cast<std::uint32_t>(at.value), at.size};
}

Decoded decode_before(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset > text.size()) return {};
  for (std::size_t size = 1; size <= 4 && size <= offset; ++size) {
    const auto byte = static_cast<unsigned char>(text[offset - size]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const Decoded decoded = decode(text.substr(0, offset), offset - size);
    if (decoded.size == size) return decoded;
    break;
  }
  return {0xFFFD, 1};
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  text::append_utf8(out, code_point);
}

bool is_alphabetic(std::uint32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  return in_spans(std::begin(alphabetic), std::end(alphabetic), c);
}

bool is_alphanumeric(std::uint32_t c) {
  if (c < 0x80) return text::is_ascii_alphanumeric(static_cast<char>(c));
  return is_alphabetic(c) || text::is_decimal_digit(c);
}

bool is_word_property(std::uint32_t c) {
  if (c < 0x80) return is_ascii_word(static_cast<char>(c));
  return text::is_word(c);
}

std::size_t skip_name_characters(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const char c = text[offset];
    if (is_ascii(c)) {
      if (!is_ascii_word(c) && c != '-' && c != '.') break;
      ++offset;
    } else {
      const Decoded decoded = decode(text, offset);
      if (!is_alphanumeric(decoded.code_point)) break;
      offset += decoded.size;
    }
  }
  return offset;
}

std::string downcase(std::string_view text) {
  return ::text::downcase(text);
}

std::string_view rstrip(std::string_view text) {
  while (!text.empty() && (is_space(text.back()) || text.back() == '\0')) text.remove_suffix(1);
  return text;
}

std::string_view lstrip(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace syntax::kramdown
