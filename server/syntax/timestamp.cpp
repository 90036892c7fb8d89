#include "server/syntax/timestamp.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "server/text/ascii.h"

namespace syntax {
namespace {

using text::is_digit;
using text::is_space;

bool day_exists(int year, int month, int day) {
  constexpr std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) {
    return false;
  }
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= lengths[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

// Days since 1970-01-01 in the Gregorian calendar, and back (Howard Hinnant, "chrono-Compatible Low-Level
// Date Algorithms").
std::int64_t days_from_civil(std::int64_t year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Date civil_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {static_cast<std::int32_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
          static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

// Reads a text from the left; every function leaves the place alone when it does not match.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char peek() const { return at_end() ? '\0' : text_[at_]; }

  bool take(char expected) {
    if (at_end() || text_[at_] != expected) {
      return false;
    }
    ++at_;
    return true;
  }

  // Between `fewest` and `most` digits, as many as there are.
  std::optional<int> number(std::size_t fewest, std::size_t most) {
    std::size_t count = 0;
    int value = 0;
    while (count < most && at_ + count < text_.size() && is_digit(text_[at_ + count])) {
      value = value * 10 + (text_[at_ + count] - '0');
      ++count;
    }
    if (count < fewest) {
      return std::nullopt;
    }
    at_ += count;
    return value;
  }

  std::string_view digits() {
    const std::size_t begin = at_;
    while (!at_end() && is_digit(text_[at_])) {
      ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }

  bool blanks() {
    const std::size_t begin = at_;
    while (!at_end() && is_space(text_[at_])) {
      ++at_;
    }
    return at_ > begin;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

struct Zone {
  int offset = 0;
  bool written = false;
};

// `Z` or `[-+]\d{1,2}(:?\d{2})?`. Ruby forgets an offset of more than a day and refuses one of exactly a day.
std::optional<Zone> read_zone(Reader& reader) {
  if (reader.at_end()) {
    return Zone{};
  }
  if (reader.take('Z')) {
    return Zone{0, true};
  }
  const bool negative = reader.peek() == '-';
  if (!reader.take('-') && !reader.take('+')) {
    return std::nullopt;
  }
  const std::string_view digits = reader.digits();
  int hours = 0;
  int minutes = 0;
  if (digits.empty() || digits.size() > 4) {
    return std::nullopt;
  }
  const auto value = [](std::string_view part) {
    return std::atoi(std::string(part).c_str());  // One or two digits.
  };
  if (digits.size() <= 2) {
    hours = value(digits);
    if (reader.take(':')) {
      const std::string_view rest = reader.digits();
      if (rest.size() != 2) {
        return std::nullopt;
      }
      minutes = value(rest);
    }
  } else {
    hours = value(digits.substr(0, digits.size() - 2));
    minutes = value(digits.substr(digits.size() - 2));
  }
  const int offset = (hours * 60 + minutes) * 60;
  constexpr int day = 24 * 60 * 60;
  if (offset == day) {
    return std::nullopt;
  }
  return Zone{offset > day ? 0 : (negative ? -offset : offset), true};
}

std::uint32_t nanoseconds(std::string_view fraction) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 9; ++i) {
    value = value * 10 + (i < fraction.size() ? static_cast<std::uint32_t>(fraction[i] - '0') : 0U);
  }
  return value;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) {
    return std::nullopt;
  }
  Reader reader(text);
  const std::optional<int> year = reader.number(4, 4);
  if (!year || !reader.take('-')) {
    return std::nullopt;
  }
  const std::optional<int> month = reader.number(2, 2);
  if (!month || !reader.take('-')) {
    return std::nullopt;
  }
  const std::optional<int> day = reader.number(2, 2);
  if (!day || !day_exists(*year, *month, *day)) {
    return std::nullopt;
  }
  return Date{*year, static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
}

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Reader reader(text);
  const std::optional<int> year = reader.number(4, 4);
  if (!year || !reader.take('-')) {
    return std::nullopt;
  }
  const std::optional<int> month = reader.number(1, 2);
  if (!month || !reader.take('-')) {
    return std::nullopt;
  }
  const std::optional<int> day = reader.number(1, 2);
  if (!day || !(reader.take('T') || reader.take('t') || reader.blanks())) {
    return std::nullopt;
  }
  const std::optional<int> hour = reader.number(1, 2);
  if (!hour || !reader.take(':')) {
    return std::nullopt;
  }
  const std::optional<int> minute = reader.number(2, 2);
  if (!minute || !reader.take(':')) {
    return std::nullopt;
  }
  const std::optional<int> second = reader.number(2, 2);
  if (!second) {
    return std::nullopt;
  }
  const std::string_view fraction = reader.take('.') ? reader.digits() : std::string_view();
  reader.blanks();
  const std::optional<Zone> zone = read_zone(reader);
  if (!zone || !reader.at_end() || !day_exists(*year, *month, *day)) {
    return std::nullopt;
  }
  // Ruby takes 24:00:00 for the next midnight and a leap second for the second before it.
  const bool next_midnight = *hour == 24 && *minute == 0 && *second == 0;
  if ((*hour > 23 && !next_midnight) || *minute > 59 || *second > 60) {
    return std::nullopt;
  }
  Timestamp timestamp;
  timestamp.seconds = days_from_civil(*year, *month, *day) * 86400 + *hour * 3600 + *minute * 60 +
                      std::min(*second, 59) - zone->offset;
  timestamp.nanoseconds = nanoseconds(fraction);
  timestamp.utc_offset = zone->offset;
  timestamp.has_zone = zone->written;
  return timestamp;
}

std::string to_string(const Date& date) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer.data();
}

std::string to_string(const Timestamp& timestamp) {
  const std::int64_t local = timestamp.seconds + timestamp.utc_offset;
  const std::int64_t days = (local >= 0 ? local : local - 86399) / 86400;
  const auto of_day = static_cast<int>(local - days * 86400);
  const int offset = std::abs(timestamp.utc_offset) / 60;
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), " %02d:%02d:%02d %c%02d%02d", of_day / 3600, of_day / 60 % 60,
                of_day % 60, timestamp.utc_offset < 0 ? '-' : '+', offset / 60, offset % 60);
  return to_string(civil_from_days(days)) + buffer.data();
}

}  // namespace syntax
