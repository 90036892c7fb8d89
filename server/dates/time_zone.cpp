#include "server/dates/time_zone.h"

#include <utility>

#include "server/dates/calendar.h"
#include "server/dates/time_zone_rules.h"
#include "server/platform/process.h"
#include "server/platform/zone_files.h"

namespace dates {

struct TimeZone::Zone {
  ZoneRules rules;
};

namespace {

// `name` as in the variable TZ: the name of a zone file, else a POSIX text.
std::optional<ZoneRules> rules_of_name(std::string_view name) {
  if (name.starts_with(':')) name.remove_prefix(1);
  std::optional<ZoneRules> rules;
  platform::read_zone_files(name, [&](const std::string& bytes) {
    rules = ZoneRules::from_file(bytes);
    return rules.has_value();
  });
  return rules ? rules : ZoneRules::from_posix(name);
}

std::optional<ZoneRules> rules_of_file(const std::optional<std::string>& bytes) {
  return bytes ? ZoneRules::from_file(*bytes) : std::nullopt;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
}

std::string year_digits(std::int64_t year) {
  std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return year < 0 ? "-" + digits : digits;
}

}  // namespace

CivilTime civil(LocalTime time) {
  const std::int64_t wall = time.seconds + time.utc_offset;
  const std::int64_t days = floor_divide(wall, 86400);
  const auto second_of_day = static_cast<int>(wall - days * 86400);
  const CivilDay day = civil_from_days(days);
  CivilTime out;
  out.year = day.year;
  out.month = day.month;
  out.day = day.day;
  out.hour = second_of_day / 3600;
  out.minute = second_of_day / 60 % 60;
  out.second = second_of_day % 60;
  out.weekday = weekday_from_days(days);
  out.yday = static_cast<int>(days - days_from_civil(day.year, 1, 1)) + 1;
  return out;
}

std::string iso8601(LocalTime time) {
  const CivilTime c = civil(time);
  const std::int32_t offset = time.utc_offset < 0 ? -time.utc_offset : time.utc_offset;
  return year_digits(c.year) + "-" + two_digits(c.month) + "-" + two_digits(c.day) + "T" +
         two_digits(c.hour) + ":" + two_digits(c.minute) + ":" + two_digits(c.second) +
         (time.utc_offset < 0 ? "-" : "+") + two_digits(offset / 3600) + ":" + two_digits(offset / 60 % 60);
}

std::optional<LocalTime> parse_iso8601(std::string_view text) {
  const auto number = [&](std::size_t begin, std::size_t size, int limit) -> std::optional<int> {
    int value = 0;
    if (begin + size > text.size()) return std::nullopt;
    for (const char c : text.substr(begin, size)) {
      if (c < '0' || c > '9') return std::nullopt;
      value = value * 10 + (c - '0');
    }
    return value <= limit ? std::optional(value) : std::nullopt;
  };
  const auto year = number(0, 4, 9999);
  const auto month = number(5, 2, 12);
  const auto day = number(8, 2, 31);
  const auto hour = number(11, 2, 23);
  const auto minute = number(14, 2, 59);
  const auto second = number(17, 2, 60);
  if (!year || !month || !day || !hour || !minute || !second || *month < 1 || *day < 1 ||
      *day > days_in_month(*year, *month) || text[4] != '-' || text[7] != '-' ||
      (text[10] != 'T' && text[10] != ' ') || text[13] != ':' || text[16] != ':') {
    return std::nullopt;
  }
  LocalTime out;
  const std::string_view zone = text.substr(19);
  if (!zone.empty() && zone != "Z" && zone != "z") {
    const bool colon = zone.size() == 6 && zone[3] == ':';
    const auto hours = number(20, 2, 23);
    const auto minutes = number(colon ? 23 : 22, 2, 59);
    if ((!colon && zone.size() != 5) || (zone[0] != '+' && zone[0] != '-') || !hours || !minutes)
      return std::nullopt;
    out.utc_offset = (*hours * 60 + *minutes) * 60;
    if (zone[0] == '-') out.utc_offset = -out.utc_offset;
  }
  out.seconds =
      days_from_civil(*year, *month, *day) * 86400 + *hour * 3600 + *minute * 60 + *second - out.utc_offset;
  return out;
}

TimeZone::TimeZone(std::string_view name) : name_(name) {
  std::optional<ZoneRules> rules;
  std::optional<std::string> variable = name.empty() ? platform::environment_variable("TZ") : std::nullopt;
  if (variable) {
    name_ = *std::move(variable);
    if (name_.starts_with(':')) name_.erase(0, 1);
    // TZ is the user's own, so it may name any file; a `timezone:` of a site may not.
    rules = name_.starts_with('/') ? rules_of_file(platform::zone_file_at(name_)) : rules_of_name(name_);
  } else if (name.empty()) {
    platform::SystemZone system = platform::system_zone();
    name_ = std::move(system.name);
    rules = rules_of_file(system.file);
    if (!rules) rules = rules_of_name(name_);
  } else {
    rules = rules_of_name(name);
  }
  if (rules) {
    zone_ = std::make_shared<const Zone>(Zone{*std::move(rules)});
  } else {
    known_ = name_.empty();  // `TZ=` and a machine that says nothing mean UTC
  }
  if (name_.empty()) name_ = "UTC";
}

LocalTime TimeZone::at(std::int64_t seconds) const {
  return {seconds, zone_ == nullptr ? 0 : zone_->rules.at(seconds).utc_offset};
}

std::string_view TimeZone::abbreviation(std::int64_t seconds) const {
  return zone_ == nullptr ? std::string_view("UTC") : std::string_view(zone_->rules.at(seconds).abbreviation);
}

LocalTime TimeZone::local(std::int64_t year, int month, int day, int hour, int minute, int second) const {
  const std::int64_t wall = days_from_civil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
  if (zone_ == nullptr) return {wall, 0};
  // The offsets on both sides of any change near this place: a wall clock time has at most these two
  // readings.
  const LocalTime before{wall - at(wall - 86400).utc_offset, at(wall - 86400).utc_offset};
  const LocalTime after{wall - at(wall + 86400).utc_offset, at(wall + 86400).utc_offset};
  if (at(after.seconds) == after) return after;
  return at(before.seconds);
}

}  // namespace dates
