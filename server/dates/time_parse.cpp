// Ruby's Time.parse over what find_date_parts gives. Rules: Ruby 3.1 lib/time.rb (make_time, zone_offset,
// apply_offset).

#include <array>
#include <utility>

#include "server/dates/calendar.h"
#include "server/dates/find_date_parts.h"
#include "server/dates/time_zone.h"
#include "server/text/ascii.h"

namespace dates {
namespace {

using Number = std::int64_t;

// Ruby knows no limit; seconds of 64 bits reach a little further than this.
constexpr Number largest_year = 100'000'000'000;

struct Wall {
  Number year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0;
};

std::optional<int> digits_at(std::string_view text, std::size_t position, std::size_t count) {
  if (position + count > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(position, count)) {
    if (!text::is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// Time.zone_offset: numeric forms, a few names, and what the site's own zone is called in that year.
std::optional<std::int32_t> zone_offset(std::string_view written, Number year, const TimeZone& zone) {
  const std::string name = text::ascii_upper(written);
  if (name.starts_with('+') || name.starts_with('-')) {
    const bool colon = name.size() > 3 && name[3] == ':';
    const auto hours = digits_at(name, 1, 2);
    const auto minutes = digits_at(name, colon ? 4 : 3, 2);
    const auto seconds = digits_at(name, colon ? 7 : 5, 2);
    const std::int32_t sign = name[0] == '-' ? -1 : 1;
    if (hours && name.size() == 3) return sign * *hours * 3600;
    if (hours && minutes && name.size() == (colon ? 6U : 5U)) return sign * (*hours * 60 + *minutes) * 60;
    if (hours && minutes && seconds && name.size() == (colon ? 9U : 7U) && (!colon || name[6] == ':')) {
      return sign * ((*hours * 60 + *minutes) * 60 + *seconds);
    }
    return std::nullopt;
  }
  constexpr std::array<std::pair<std::string_view, int>, 11> names = {{{"UTC", 0},
                                                                       {"UT", 0},
                                                                       {"GMT", 0},
                                                                       {"EST", -5},
                                                                       {"EDT", -4},
                                                                       {"CST", -6},
                                                                       {"CDT", -5},
                                                                       {"MST", -7},
                                                                       {"MDT", -6},
                                                                       {"PST", -8},
                                                                       {"PDT", -7}}};
  for (const auto& [known, hours] : names) {
    if (name == known) return hours * 3600;
  }
  if (name.size() == 1 && text::is_ascii_uppercase(name[0]) && name[0] != 'J') {  // military letters
    const char c = name[0];
    if (c == 'Z') return 0;
    if (c < 'J') return (c - 'A' + 1) * 3600;
    if (c <= 'M') return (c - 'A') * 3600;
    return ('M' - c) * 3600;
  }
  for (const int month : {1, 7}) {
    const LocalTime time = zone.local(year, month, 1);
    if (text::ascii_upper(zone.abbreviation(time.seconds)) == name) return time.utc_offset;
  }
  return std::nullopt;
}

// Time.apply_offset, with what it does to impossible days.
void apply_offset(Wall& wall, std::int32_t offset) {
  // Each unit is only touched when the offset has a part of it; the range check comes later, on what is left.
  Number carry = offset < 0 ? -offset : offset;
  const Number sign = offset < 0 ? 1 : -1;
  const auto step = [&](Number& unit, Number size) {
    const Number part = carry % size;
    carry /= size;
    if (part == 0) return;
    unit += sign * part;
    const Number over = floor_divide(unit, size);
    unit -= over * size;
    carry += sign * over;
  };
  step(wall.second, 60);
  step(wall.minute, 60);
  step(wall.hour, 24);
  if (carry == 0) return;
  wall.day += sign * carry;
  if (sign > 0) {
    if (wall.month <= 12 && days_in_month(wall.year, static_cast<int>(wall.month)) < wall.day) {
      if (++wall.month > 12) {
        wall.month = 1;
        ++wall.year;
      }
      wall.day = 1;
    }
  } else if (wall.day < 1) {
    if (--wall.month < 1) {
      --wall.year;
      wall.month = 12;
    }
    wall.day = wall.month <= 12 ? days_in_month(wall.year, static_cast<int>(wall.month)) : 31;
  }
}

// The arguments that Time.local and Time.utc take.
bool in_range(const Wall& wall) {
  const bool midnight = wall.hour == 24 && wall.minute == 0 && wall.second == 0;
  return wall.year >= -largest_year && wall.year <= largest_year && wall.month >= 1 && wall.month <= 12 &&
         wall.day >= 1 && wall.day <= 31 && wall.hour >= 0 && (wall.hour <= 23 || midnight) &&
         wall.minute >= 0 && wall.minute <= 59 && wall.second >= 0 && wall.second <= 60;
}

Wall wall_of(LocalTime time) {
  const CivilTime c = civil(time);
  return {c.year, c.month, c.day, c.hour, c.minute, c.second};
}

// The time in the offset that the text names, else in the zone.
std::optional<LocalTime> make_time(const DateParts& parts, const TimeZone& zone, LocalTime now);

// A day of the year becomes month and day, by way of a guess in months of 31 days.
std::optional<LocalTime> make_time_of_yday(DateParts parts, Number offset_year, const TimeZone& zone,
                                           LocalTime now) {
  const Number yday = *parts.day_of_year;
  if (yday < 1 || yday > 366) return std::nullopt;
  parts.day_of_year.reset();
  Number month = (yday - 1) / 31 + 1;
  Number day = (yday - 1) % 31 + 1;
  parts.month = month;
  parts.day = day;
  const std::optional<LocalTime> guess = make_time(parts, zone, now);
  if (!guess) return std::nullopt;
  const Number difference = yday - civil(*guess).yday;
  if (difference == 0) return guess;
  day += difference;
  const int length = days_in_month(offset_year, static_cast<int>(month));
  if (day > 28 && day > length) {
    if (++month > 12) return std::nullopt;
    day -= length;
  }
  parts.month = month;
  parts.day = day;
  return make_time(parts, zone, now);
}

std::optional<LocalTime> make_time(const DateParts& parts, const TimeZone& zone, LocalTime now) {
  if (!parts.year && !parts.day_of_year && !parts.month && !parts.day && !parts.hour && !parts.minute &&
      !parts.second && !parts.fraction) {
    return std::nullopt;
  }
  if (parts.year && (*parts.year > largest_year || *parts.year < -largest_year)) return std::nullopt;

  const Number offset_year = parts.year.value_or(civil(now).year);
  bool has_offset = false;
  std::int32_t offset = 0;
  const auto look_up_offset = [&](Number year) {
    const auto found = parts.zone ? zone_offset(*parts.zone, year, zone) : std::nullopt;
    has_offset = found.has_value();
    offset = found.value_or(0);
  };
  look_up_offset(offset_year);
  if (parts.day_of_year) return make_time_of_yday(parts, offset_year, zone, now);

  // What is missing in front of the first given part is today's, what is missing behind it is its first
  // value.
  const Wall today = wall_of(has_offset ? LocalTime{now.seconds, offset} : zone.at(now.seconds));
  Wall wall;
  bool given = false;
  const auto fill = [&](Number& target, const std::optional<Number>& value, Number current) {
    given = given || value.has_value();
    if (value) {
      target = *value;
    } else if (!given) {
      target = current;
    }
  };
  fill(wall.year, parts.year, today.year);
  fill(wall.month, parts.month, today.month);
  fill(wall.day, parts.day, today.day);
  fill(wall.hour, parts.hour, today.hour);
  fill(wall.minute, parts.minute, today.minute);
  fill(wall.second, parts.second, today.second);

  if (wall.year != offset_year) look_up_offset(wall.year);
  constexpr std::int32_t day = 86400;
  if (offset <= -day || offset >= day) return std::nullopt;  // Time#localtime refuses such offsets
  if (has_offset) apply_offset(wall, offset);
  if (!in_range(wall)) return std::nullopt;
  const int month = static_cast<int>(wall.month);
  const int day_of_month = static_cast<int>(wall.day);
  const int hour = static_cast<int>(wall.hour);
  const int minute = static_cast<int>(wall.minute);
  const int second = static_cast<int>(wall.second);
  if (!has_offset) return zone.local(wall.year, month, day_of_month, hour, minute, second);
  return LocalTime{days_from_civil(wall.year, month, day_of_month) * day + hour * 3600 + minute * 60 + second,
                   offset};
}

// `2020-01-05`, `2020-01-05 20:00[:00]`, `2020-01-05 20:00:00 +0900`: what nearly every site writes, without
// the general search for patterns.
std::optional<DateParts> common_form(std::string_view text) {
  const auto year = digits_at(text, 0, 4);
  if (!year || text.size() < 8 || text[4] != '-') return std::nullopt;
  std::size_t position = 5;
  const auto short_number = [&]() -> std::optional<int> {
    const std::size_t count = digits_at(text, position, 2) ? 2 : 1;
    const auto value = digits_at(text, position, count);
    position += count;
    return value;
  };
  DateParts parts;
  const auto month = short_number();
  if (!month || position >= text.size() || text[position] != '-') return std::nullopt;
  ++position;
  const auto day = short_number();
  if (!day) return std::nullopt;
  parts.year = *year;
  parts.month = *month;
  parts.day = *day;
  if (position == text.size()) return parts;

  const auto hour = digits_at(text, position + 1, 2);
  const auto minute = digits_at(text, position + 4, 2);
  if (text[position] != ' ' || !hour || !minute || text[position + 3] != ':') return std::nullopt;
  parts.hour = *hour;
  parts.minute = *minute;
  position += 6;
  if (position == text.size()) return parts;
  const auto second = digits_at(text, position + 1, 2);
  if (text[position] != ':' || !second) return std::nullopt;
  parts.second = *second;
  position += 3;
  if (position == text.size()) return parts;
  const bool numeric = text.size() == position + 6 && text[position] == ' ' &&
                       (text[position + 1] == '+' || text[position + 1] == '-') &&
                       digits_at(text, position + 2, 4);
  if (!numeric) return std::nullopt;
  parts.zone = text.substr(position + 1);
  return parts;
}

}  // namespace

std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone, LocalTime now) {
  std::optional<DateParts> parts = common_form(text);
  if (!parts) parts = find_date_parts(text);
  if (!parts) return std::nullopt;
  const std::optional<LocalTime> time = make_time(*parts, zone, now);
  return time ? std::optional(zone.at(time->seconds)) : std::nullopt;
}

}  // namespace dates
