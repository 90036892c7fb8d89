#include "server/dates/find_date_parts.h"

#include <regex>
#include <string>
#include <utility>

#include "server/dates/date_parser.h"
#include "server/text/ascii.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace dates {
namespace {

constexpr std::size_t longest_text = 128;

// Ruby first turns everything that no date consists of into blanks. What is left beyond ASCII is letters and
// digits, which no pattern asks for: one stand-in that counts as part of a word does for all of them.
std::optional<std::string> simplified(std::string_view text) {
  constexpr std::string_view kept = "-+',./:@[]";
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint at = text::code_point_at(text, i);
    if (!at.valid) return std::nullopt;  // Ruby raises ArgumentError
    const char c = text[i];
    if (at.size == 1 && (text::is_ascii_alphanumeric(c) || kept.find(c) != std::string_view::npos)) {
      out += c;
    } else if (at.size > 1 && text::is_word(at.value)) {
      out += '_';
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
    i += at.size;
  }
  return out;
}

}  // namespace

std::optional<DateParts> find_date_parts(std::string_view text) {
  if (text.size() > longest_text) return std::nullopt;
  std::optional<std::string> simple = simplified(text);
  if (!simple) return std::nullopt;
  try {
    return DateParser(*std::move(simple)).run();
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

}  // namespace dates
