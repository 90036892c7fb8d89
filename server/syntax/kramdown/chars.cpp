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

}  // namespace syntax::kramdown
