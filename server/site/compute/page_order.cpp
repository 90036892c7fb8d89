#include "server/site/compute/page_order.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "server/dates/calendar.h"
#include "server/syntax/slugify.h"

namespace site {
namespace {

std::string day_text(std::int64_t year, int month, int day) {
  if (year >= 0 && year <= 9999) {
    std::string text = "0000-00-00";
    const auto write = [&text](std::size_t end, std::int64_t number) {
      for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
    };
    write(4, year);
    write(7, month);
    write(10, day);
    return text;
  }
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%04lld-%02d-%02d",
                                 static_cast<long long>(year), month, day);
  return std::string(buffer.data(), static_cast<std::size_t>(size));
}

}  // namespace

std::string iso_day(dates::LocalTime time) {
  const dates::CivilTime fields = dates::civil(time);
  return day_text(fields.year, fields.month, fields.day);
}

std::string file_name_day(std::string_view path) {
  const auto name = syntax::parse_post_name(path);
  if (!name) return {};
  std::array<int, 3> parts{};
  const char* at = name->date.data();
  const char* const end = at + name->date.size();
  for (int& part : parts) {
    at = std::from_chars(at, end, part).ptr;
    if (at != end) ++at;
  }
  // Two-digit years: Ruby's Date._parse.
  if (name->date.find('-') == 2) parts[0] += parts[0] >= 69 ? 1900 : 2000;
  return day_text(parts[0], parts[1], parts[2]);
}

bool newer(const Page& a, const Page& b) {
  const std::int64_t left = a.date ? a.date->seconds : 0;
  const std::int64_t right = b.date ? b.date->seconds : 0;
  return left != right ? left > right : a.path > b.path;
}

}  // namespace site
