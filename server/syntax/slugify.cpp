#include "server/syntax/slugify.h"

#include <algorithm>
#include <array>
#include <vector>

#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace syntax {
namespace {

using text::is_digit;

enum class Mode { raw, standard, pretty, ascii, latin, unchanged };

Mode mode_of(std::string_view name) {
  if (name.empty() || name == "default") return Mode::standard;
  if (name == "raw") return Mode::raw;
  if (name == "pretty") return Mode::pretty;
  if (name == "ascii") return Mode::ascii;
  if (name == "latin") return Mode::latin;
  return Mode::unchanged;
}

// The approximations of the i18n gem for U+00C0 to U+017E, in order; U+00F7 and U+017F have none.
constexpr std::array<std::string_view, 0x17E - 0xC0 + 1> latin_forms = {
    "A", "A", "A",  "A",  "A", "A", "AE", "C", "E", "E",  "E",  "E",  "I", "I", "I",  "I",   // U+00C0
    "D", "N", "O",  "O",  "O", "O", "O",  "x", "O", "U",  "U",  "U",  "U", "Y", "Th", "ss",  // U+00D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e",  "e",  "e",  "i", "i", "i",  "i",   // U+00E0
    "d", "n", "o",  "o",  "o", "o", "o",  "?", "o", "u",  "u",  "u",  "u", "y", "th", "y",   // U+00F0
    "A", "a", "A",  "a",  "A", "a", "C",  "c", "C", "c",  "C",  "c",  "C", "c", "D",  "d",   // U+0100
    "D", "d", "E",  "e",  "E", "e", "E",  "e", "E", "e",  "E",  "e",  "G", "g", "G",  "g",   // U+0110
    "G", "g", "G",  "g",  "H", "h", "H",  "h", "I", "i",  "I",  "i",  "I", "i", "I",  "i",   // U+0120
    "I", "i", "IJ", "ij", "J", "j", "K",  "k", "k", "L",  "l",  "L",  "l", "L", "l",  "L",   // U+0130
    "l", "L", "l",  "N",  "n", "N", "n",  "N", "n", "'n", "NG", "ng", "O", "o", "O",  "o",   // U+0140
    "O", "o", "OE", "oe", "R", "r", "R",  "r", "R", "r",  "S",  "s",  "S", "s", "S",  "s",   // U+0150
    "S", "s", "T",  "t",  "T", "t", "T",  "t", "U", "u",  "U",  "u",  "U", "u", "U",  "u",   // U+0160
    "U", "u", "U",  "u",  "W", "w", "Y",  "y", "Y", "Z",  "z",  "Z",  "z", "Z", "z",         // U+0170
};

std::string transliterate(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint at = text::code_point_at(text, i);
    if (at.valid && at.value < 0x80) {
      out += text[i];
    } else if (at.value >= 0xC0 && at.value <= 0x17E) {
      out += latin_forms[at.value - 0xC0];
    } else {
      out += '?';
    }
    i += at.size;
  }
  return out;
}

bool is_kept(text::CodePoint at, Mode mode) {
  const char32_t c = at.value;
  if (mode == Mode::raw) return !(at.valid && c < 0x80 && text::is_space(static_cast<char>(c)));
  if (!at.valid) return false;
  if (c < 0x80) {
    if (text::is_ascii_alphanumeric(static_cast<char>(c))) return true;
    return mode == Mode::pretty &&
           std::u32string_view(U"._~!$&'()+,;=@").find(c) != std::u32string_view::npos;
  }
  return mode != Mode::ascii && (text::is_letter(c) || text::is_mark(c) || text::is_decimal_digit(c));
}

// Length of the run of digits at `position`, at most `limit`.
std::size_t digits(std::string_view text, std::size_t position, std::size_t limit) {
  std::size_t count = 0;
  while (count < limit && position + count < text.size() && is_digit(text[position + count])) ++count;
  return count;
}

}  // namespace

std::string slugify(std::string_view text, std::string_view mode_name, bool cased) {
  const Mode mode = mode_of(mode_name);
  if (mode == Mode::unchanged) return cased ? std::string(text) : text::downcase(text);

  const std::string latin = mode == Mode::latin ? transliterate(text) : std::string();
  const std::string_view source = mode == Mode::latin ? std::string_view(latin) : text;
  std::string slug;
  slug.reserve(source.size());
  bool replaced = false;  // the character before was replaced: a run becomes one hyphen
  for (std::size_t i = 0; i < source.size();) {
    const text::CodePoint at = text::code_point_at(source, i);
    if (is_kept(at, mode)) {
      slug += source.substr(i, at.size);
      replaced = false;
    } else if (!replaced) {
      slug += '-';
      replaced = true;
    }
    i += at.size;
  }
  // One hyphen at either end, not all of them: the raw mode keeps further ones.
  if (!slug.empty() && slug.front() == '-') slug.erase(0, 1);
  if (!slug.empty() && slug.back() == '-') slug.pop_back();
  return cased ? slug : text::downcase(slug);
}

std::string titleize_slug(std::string_view slug) {
  // Ruby's String#split drops empty parts at the end, and only there.
  while (!slug.empty() && slug.back() == '-') slug.remove_suffix(1);
  std::string title;
  for (std::size_t begin = 0; begin <= slug.size() && !slug.empty();) {
    const std::size_t end = std::min(slug.find('-', begin), slug.size());
    if (begin > 0) title += ' ';
    title += text::capitalize(slug.substr(begin, end - begin));
    begin = end + 1;
  }
  return title;
}

std::optional<PostName> parse_post_name(std::string_view path) {
  const std::string_view name = text::file_name(path);
  std::size_t position = 0;
  for (const auto& [low, high] : {std::pair<std::size_t, std::size_t>{2, 4}, {1, 2}, {1, 2}}) {
    const std::size_t count = digits(name, position, high);
    if (count < low) return std::nullopt;
    position += count;
    if (position >= name.size() || name[position] != '-') return std::nullopt;
    ++position;
  }
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < position || dot + 1 == name.size()) return std::nullopt;
  return PostName{name.substr(0, position - 1), name.substr(position, dot - position), name.substr(dot)};
}

}  // namespace syntax
