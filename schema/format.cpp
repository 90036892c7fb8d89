#include "schema/format.h"

#include <algorithm>
#include <array>

#include "schema/pattern.h"
#include "server/text/ascii.h"
#include "server/text/url.h"

namespace schema {

namespace {

using text::is_digit;

// The number in text[at, at+count), or -1 if one of these is no digit.
int number(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text, 0, 4);
  const int month = number(text, 5, 2);
  const int day = number(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// RFC 3339 `full-time`. A second of 60 is a leap second.
bool is_time(std::string_view text) {
  if (text.size() < 9 || text[2] != ':' || text[5] != ':') return false;
  const int hour = number(text, 0, 2);
  const int minute = number(text, 3, 2);
  const int second = number(text, 6, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  std::size_t at = 8;
  if (text[at] == '.') {
    const std::size_t first = ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == first) return false;
  }
  if (at + 1 == text.size()) return text[at] == 'Z' || text[at] == 'z';
  if (at + 6 != text.size() || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') return false;
  const int offset_hour = number(text, at + 1, 2);
  const int offset_minute = number(text, at + 4, 2);
  return offset_hour >= 0 && offset_hour <= 23 && offset_minute >= 0 && offset_minute <= 59;
}

bool is_date_time(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && is_date(text.substr(0, 10)) &&
         is_time(text.substr(11));
}

bool is_email(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return false;
  return std::none_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '<' || c == '>'; });
}

// Characters of RFC 3986 (non-ASCII is let through: people write addresses as they read them).
bool is_uri_reference(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) <= 0x20 ||
        std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos)
      return false;
    const auto hex = [&](std::size_t k) { return k < text.size() && text::hex_value(text[k]) >= 0; };
    if (c == '%' && !(hex(i + 1) && hex(i + 2))) return false;
  }
  return true;
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  return colon != std::string_view::npos && text::is_uri_scheme(text.substr(0, colon)) &&
         is_uri_reference(text);
}

bool is_regex(std::string_view text) {
  return Pattern::compile(text).has_value();
}

struct Format {
  std::string_view name;
  bool (*matches)(std::string_view);
};
constexpr std::array formats = {
    Format{"date", is_date},   Format{"time", is_time}, Format{"date-time", is_date_time},
    Format{"email", is_email}, Format{"uri", is_uri},   Format{"uri-reference", is_uri_reference},
    Format{"regex", is_regex},
};

}  // namespace

bool matches_format(std::string_view format, std::string_view text) {
  const auto* found =
      std::find_if(formats.begin(), formats.end(), [&](const Format& f) { return f.name == format; });
  return found == formats.end() || found->matches(text);
}

}  // namespace schema
