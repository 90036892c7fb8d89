#include "server/text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>

#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace text {
namespace {

// Titlecase forms of more than one character (Unicode's SpecialCasing.txt, unconditional part), ascending.
struct SpecialTitle {
  char32_t from;
  std::u32string_view to;
};
constexpr std::array special_titles = {
    SpecialTitle{0x00DF, U"Ss"},
    SpecialTitle{0x0149, U"\u02BCN"},
    SpecialTitle{0x01F0, U"J\u030C"},
    SpecialTitle{0x0390, U"\u0399\u0308\u0301"},
    SpecialTitle{0x03B0, U"\u03A5\u0308\u0301"},
    SpecialTitle{0x0587, U"\u0535\u0582"},
    SpecialTitle{0x1E96, U"H\u0331"},
    SpecialTitle{0x1E97, U"T\u0308"},
    SpecialTitle{0x1E98, U"W\u030A"},
    SpecialTitle{0x1E99, U"Y\u030A"},
    SpecialTitle{0x1E9A, U"A\u02BE"},
    SpecialTitle{0x1F50, U"\u03A5\u0313"},
    SpecialTitle{0x1F52, U"\u03A5\u0313\u0300"},
    SpecialTitle{0x1F54, U"\u03A5\u0313\u0301"},
    SpecialTitle{0x1F56, U"\u03A5\u0313\u0342"},
    SpecialTitle{0x1FB2, U"\u1FBA\u0345"},
    SpecialTitle{0x1FB4, U"\u0386\u0345"},
    SpecialTitle{0x1FB6, U"\u0391\u0342"},
    SpecialTitle{0x1FB7, U"\u0391\u0342\u0345"},
    SpecialTitle{0x1FC2, U"\u1FCA\u0345"},
    SpecialTitle{0x1FC4, U"\u0389\u0345"},
    SpecialTitle{0x1FC6, U"\u0397\u0342"},
    SpecialTitle{0x1FC7, U"\u0397\u0342\u0345"},
    SpecialTitle{0x1FD2, U"\u0399\u0308\u0300"},
    SpecialTitle{0x1FD3, U"\u0399\u0308\u0301"},
    SpecialTitle{0x1FD6, U"\u0399\u0342"},
    SpecialTitle{0x1FD7, U"\u0399\u0308\u0342"},
    SpecialTitle{0x1FE2, U"\u03A5\u0308\u0300"},
    SpecialTitle{0x1FE3, U"\u03A5\u0308\u0301"},
    SpecialTitle{0x1FE4, U"\u03A1\u0313"},
    SpecialTitle{0x1FE6, U"\u03A5\u0342"},
    SpecialTitle{0x1FE7, U"\u03A5\u0308\u0342"},
    SpecialTitle{0x1FF2, U"\u1FFA\u0345"},
    SpecialTitle{0x1FF4, U"\u038F\u0345"},
    SpecialTitle{0x1FF6, U"\u03A9\u0342"},
    SpecialTitle{0x1FF7, U"\u03A9\u0342\u0345"},
    SpecialTitle{0xFB00, U"Ff"},
    SpecialTitle{0xFB01, U"Fi"},
    SpecialTitle{0xFB02, U"Fl"},
    SpecialTitle{0xFB03, U"Ffi"},
    SpecialTitle{0xFB04, U"Ffl"},
    SpecialTitle{0xFB05, U"St"},
    SpecialTitle{0xFB06, U"St"},
    SpecialTitle{0xFB13, U"\u0544\u0576"},
    SpecialTitle{0xFB14, U"\u0544\u0565"},
    SpecialTitle{0xFB15, U"\u0544\u056B"},
    SpecialTitle{0xFB16, U"\u054E\u0576"},
    SpecialTitle{0xFB17, U"\u0544\u056D"},
};

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

// Hangul syllables and Chinese characters, which have no case: asking utf8proc for each is dear.
bool is_uncased_letter(char32_t code_point) {
  return (code_point >= 0xAC00 && code_point <= 0xD7A3) || (code_point >= 0x4E00 && code_point <= 0x9FEF);
}

void append_lower(std::string& out, char32_t code_point) {
  if (is_uncased_letter(code_point)) {
    append_utf8(out, code_point);
  } else if (code_point < 0x80) {
    out += static_cast<char>(code_point >= U'A' && code_point <= U'Z' ? code_point + 32 : code_point);
  } else if (code_point == 0x130) {  // the only lower case mapping to two characters
    out += "i\u0307";
  } else {
    append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point))));
  }
}

void append_title(std::string& out, char32_t code_point) {
  const auto special =
      std::lower_bound(special_titles.begin(), special_titles.end(), code_point,
                       [](const SpecialTitle& entry, char32_t value) { return entry.from < value; });
  if (special != special_titles.end() && special->from == code_point) {
    for (const char32_t part : special->to) append_utf8(out, part);
  } else {
    append_utf8(out, static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(code_point))));
  }
}

}  // namespace

int column_width(char32_t code_point) {
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

bool is_letter(char32_t code_point) {
  if (is_uncased_letter(code_point)) return true;
  switch (category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return true;
    default:
      return false;
  }
}

bool is_mark(char32_t code_point) {
  switch (category(code_point)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return false;
  }
}

bool is_decimal_digit(char32_t code_point) {
  return category(code_point) == UTF8PROC_CATEGORY_ND;
}

bool is_word(char32_t code_point) {
  if (is_letter(code_point) || is_mark(code_point)) return true;
  switch (category(code_point)) {
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_PC:
      return true;
    default:
      // Circled and squared Latin letters are symbols with the property Alphabetic.
      return (code_point >= 0x24B6 && code_point <= 0x24E9) ||
             (code_point >= 0x1F130 && code_point <= 0x1F149) ||
             (code_point >= 0x1F150 && code_point <= 0x1F169) ||
             (code_point >= 0x1F170 && code_point <= 0x1F189);
  }
}

std::string downcase(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint at = code_point_at(text, i);
    if (at.valid) {
      append_lower(out, at.value);
    } else {
      out += text[i];
    }
    i += at.size;
  }
  return out;
}

std::string capitalize(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint first = code_point_at(text, 0);
  std::string out;
  out.reserve(text.size());
  if (first.valid) {
    append_title(out, first.value);
  } else {
    out += text[0];
  }
  return out + downcase(text.substr(first.size));
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  utf8proc_uint8_t* composed = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
      &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  if (size < 0 || composed == nullptr) return std::string(text);
  return std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
}

}  // namespace text
