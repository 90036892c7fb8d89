#include "server/syntax/kramdown/heading_id.h"

#include <utility>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {

std::string gfm_heading_id(std::string_view text) {
  std::string id;
  id.reserve(text.size());
  const std::string small = downcase(text);
  for (std::size_t i = 0; i < small.size();) {
    const char c = small[i];
    if (is_ascii(c)) {
      if (is_blank(c)) {
        id += '-';
      } else if (is_ascii_word(c) || c == '-') {
        id += c;
      }
      ++i;
      continue;
    }
    const Decoded decoded = decode(small, i);
    if (is_word_property(decoded.code_point)) id += std::string_view(small).substr(i, decoded.size);
    i += decoded.size;
  }
  return id;
}

std::string plain_heading_id(std::string_view text) {
  std::string id;
  bool at_line_start = true;
  for (const char c : text) {
    // gsub(/^[^a-zA-Z]+/, '') works on every line.
    if (at_line_start && !is_ascii_letter(c)) continue;
    at_line_start = c == '\n';
    if (is_ascii_letter(c) || is_digit(c) || c == '-') id += ascii_lower(c);
    if (c == ' ') id += '-';
  }
  return id;
}

std::string HeadingIds::gfm(std::string_view text) {
  return count(gfm_, gfm_heading_id(text));
}

std::string HeadingIds::plain(std::string_view text) {
  std::string id = plain_heading_id(text);
  if (id.empty()) id = "section";
  return count(plain_, std::move(id));
}

std::string HeadingIds::count(std::unordered_map<std::string, std::uint32_t>& used, std::string id) {
  const auto [entry, fresh] = used.try_emplace(id, 0);
  if (!fresh) id += '-' + std::to_string(++entry->second);
  return id;
}

}  // namespace syntax::kramdown
