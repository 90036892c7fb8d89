#include "server/cli/printable.h"

#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace cli {

std::string printable(std::string_view line) {
  constexpr int tab = 4;
  std::string shown;
  int column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const text::CodePoint c = text::code_point_at(line, at);
    at += c.size;
    if (c.valid && c.value == U'\t') {
      const int blanks = tab - column % tab;
      shown.append(static_cast<std::size_t>(blanks), ' ');
      column += blanks;
      continue;
    }
    const bool control = c.value < 0x20 || (c.value >= 0x7f && c.value < 0xa0);
    const char32_t letter = c.valid && !control ? c.value : U'\uFFFD';
    text::append_utf8(shown, letter);
    column += text::column_width(letter);
  }
  return shown;
}

}  // namespace cli
