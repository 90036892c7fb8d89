#include "tests/syntax/yaml/samples.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "server/text/utf8.h"

namespace syntax {
namespace {

std::size_t below(std::mt19937& random, std::size_t limit) {
  return random() % limit;
}

char32_t random_character(std::mt19937& random) {
  switch (random() % 8) {
    case 0:
      return static_cast<char32_t>(random() % 0x20);
    case 1:
      return static_cast<char32_t>(0x7F + random() % 0x30);
    case 2:
      return static_cast<char32_t>(0x2020 + random() % 0x20);
    case 3:
      return static_cast<char32_t>(0xFFF0 + random() % 0x10);
    case 4:
      return static_cast<char32_t>(0x1F300 + random() % 0x300);
    case 5: {
      const auto any = static_cast<char32_t>(random() % 0x110000);
      return any >= 0xD800 && any < 0xE000 ? U'가' : any;
    }
    default:
      return static_cast<char32_t>(0x20 + random() % 0x5F);
  }
}

Scalar random_scalar(std::mt19937& random) {
  switch (random() % 9) {
    case 0:
      return Null{};
    case 1:
      return random() % 2 == 0;
    case 2: {
      std::int64_t number = static_cast<std::int64_t>(random() % 2000);
      if (random() % 2 == 0) number = (number << 40U) + static_cast<std::int64_t>(random());
      return random() % 2 == 0 ? number : -number;
    }
    case 3: {
      const double infinity = std::numeric_limits<double>::infinity();
      const std::vector<double> numbers = {
          0.5,   -0.0,   1e20,     1e-7,      1.0 / 3, 1e15, 123456789012345680.0,
          1e308, 5e-324, infinity, -infinity, 1e14,    0.1,  100.0};
      return numbers[below(random, numbers.size())];
    }
    case 4:
      return Date{static_cast<std::int32_t>(random() % 9999 + 1),
                  static_cast<std::uint8_t>(random() % 12 + 1), static_cast<std::uint8_t>(random() % 28 + 1)};
    case 5: {
      Timestamp moment;
      moment.seconds = static_cast<std::int64_t>(random());
      moment.nanoseconds = random() % 2 == 0 ? 0 : static_cast<std::uint32_t>(random() % 1'000'000'000);
      moment.has_zone = random() % 2 == 0;
      if (moment.has_zone) moment.utc_offset = (static_cast<std::int32_t>(random() % 1440) - 720) * 60;
      return moment;
    }
    default:
      return random_text(random);
  }
}

}  // namespace

const std::vector<std::string>& nasty_texts() {
  static const std::vector<std::string> texts = {
      // other types
      "no", "No", "NO", "yes", "ON", "off", "y", "n", "true", "False", "null", "Null", "~", "1", "-1", "+1",
      "0", "010", "08", "1_000", "1,000", "0x1F", "0X1f", "0b11", "1.10", "1.10_", "1._5", "-_.5", "1.", ".5",
      ".", "-", "+", "1e3", "1.0e+3", ".inf", "-.Inf", "+.inf", ".nan", "12:30", "1:2:3", "12:60",
      "2024-01-01", "2024-1-1", "2024-02-30", "2024-01-01 10:00:00 +0900", "2024-01-01T10:00:00Z",
      "2024-01-01 10:00", "=", "<<", ":symbol", ":",
      // blanks, comments, indicators
      "", " ", " a", "a ", "\ta", "a\t", "a\tb", "# x", "#x", "a #b", "a# b", "a: b", "a:b", "a:", ": a",
      "- x", "-x", "--", "- -", "---", "--- a", "...", "... a", "[WIP]", "[WIP] a", "{a", "{a}", "a]", "a}",
      "a, b", ",", "*x", "&x", "&x y", "!x", "!!str 1", "|", "|-", ">", "> a", "%", "%YAML 1.1", "@x", "`x`",
      "?", "? x", "?x", "x?", "what?, so",
      // quotes
      "'", "\"", "''", "\"\"", "it's", "'a'", "\"a\"", "say \"hi\"", "a'b\"c", "\\", "a\\b", "\\n", "\\\"",
      "'\\",
      "\xE2\x80\x9C"
      "a\xE2\x80\x9D",
      // line ends and control characters
      "a\nb", "a\n", "\n", "a\r\nb", "\r", "a\n\n b", std::string("a\0b", 3), std::string("\0", 1), "\x01",
      "\x1B[0m", "a\x7F", "\b\f\v", "\xC2\x85",
      "a\xC2\x85"
      "b",
      "\xC2\x80", "\xC2\xA0",
      "a\xC2\xA0"
      "b: c",
      "\xE2\x80\xA8",
      "a\xE2\x80\xA8"
      "b",
      "a\xE2\x80\xA9"
      "b",
      "\xEF\xBB\xBF"
      "a",
      "a\xEF\xBB\xBF", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xEF\xB7\x90", "\xF0\x9F\xBF\xBE", "\xEF\xBF\xBD",
      // letters
      "a", "machine learning", "C#", "C++", "v1.2.3", "/a/b/", "http://x.y:80/z?a:b#c", "회고", "제목: 하나",
      "🦥", "👩‍💻 일기", "é", "e\xCC\x81", "{{ page.title }}", "{% link a.md %}", "100%", "a & b",
      "a|b", "a > b", "$0"};
  return texts;
}

std::string random_text(std::mt19937& random) {
  const std::vector<std::string>& nasty = nasty_texts();
  if (random() % 4 == 0) return nasty[below(random, nasty.size())];
  std::string text;
  for (auto left = random() % 6; left > 0; --left) {
    if (random() % 2 == 0) {
      text += nasty[below(random, nasty.size())];
    } else {
      text::append_utf8(text, random_character(random));
    }
    if (random() % 3 == 0) text += ' ';
  }
  return text;
}

Mapping random_mapping(std::mt19937& random, int depth) {
  Mapping members;
  for (auto left = random() % 5; left > 0; --left) {
    Member member{random_text(random), true, {}, random_value(random, depth - 1)};
    if (random() % 8 == 0) {
      member.key = std::to_string(random() % 100);
      member.string_key = false;
    }
    const bool known = std::any_of(members.begin(), members.end(), [&](const Member& other) {
      return other.key == member.key && other.string_key == member.string_key;
    });
    if (!known && member.key != "<<") members.push_back(std::move(member));
  }
  return members;
}

Value random_value(std::mt19937& random, int depth) {
  if (depth <= 0 || random() % 3 == 0) return {random_scalar(random), {}};
  if (random() % 2 == 0) return {random_mapping(random, depth), {}};
  List items;
  for (auto left = random() % 5; left > 0; --left) items.push_back(random_value(random, depth - 1));
  return {std::move(items), {}};
}

bool equal_values(const Value& a, const Value& b) {
  if (a.list() && b.list())
    return std::equal(a.list()->begin(), a.list()->end(), b.list()->begin(), b.list()->end(), equal_values);
  if (a.mapping() && b.mapping()) {
    return std::equal(a.mapping()->begin(), a.mapping()->end(), b.mapping()->begin(), b.mapping()->end(),
                      [](const Member& x, const Member& y) {
                        return x.key == y.key && x.string_key == y.string_key &&
                               equal_values(x.value, y.value);
                      });
  }
  if (!a.scalar() || !b.scalar()) return false;
  const auto* x = std::get_if<double>(a.scalar());
  const auto* y = std::get_if<double>(b.scalar());
  if (x && y) return (std::isnan(*x) && std::isnan(*y)) || (*x == *y && std::signbit(*x) == std::signbit(*y));
  return *a.scalar() == *b.scalar();
}

}  // namespace syntax
