// Local time as Ruby has it: the tz database behind one small class, and Ruby's Time.parse.
// Where zone files lie is server/platform's to know; their format is time_zone_rules.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dates {

// A moment with the offset that holds there in the site's zone.
struct LocalTime {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  std::int32_t utc_offset = 0;
  friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// Calendar fields of a moment in its own offset. month 1..12, day 1..31, weekday 0 = Sunday, yday 1..366.
struct CivilTime {
  std::int64_t year = 1970;
  int month = 1, day = 1, hour = 0, minute = 0, second = 0, weekday = 4, yday = 1;
};

[[nodiscard]] CivilTime civil(LocalTime time);
// ISO 8601 with offset, "2024-02-23T00:00:00+09:00".
[[nodiscard]] std::string iso8601(LocalTime time);
[[nodiscard]] std::optional<LocalTime> parse_iso8601(std::string_view text);

class TimeZone {
 public:
  // A name of the tz database ("Asia/Seoul"); "" is the machine's zone (TZ, else the system's). An unknown
  // name or a machine without zone files gives UTC, as glibc does for Ruby, and `known()` false.
  explicit TimeZone(std::string_view name = {});

  [[nodiscard]] bool known() const { return known_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] LocalTime at(std::int64_t seconds) const;  // an instant, seen in this zone
  [[nodiscard]] std::string_view abbreviation(
      std::int64_t seconds) const;  // "KST"; lives as long as the zone
  // Wall clock to instant as Ruby's Time.local: the earlier of two, the later behind a gap. Days past the
  // month's end roll over (30 February is 1 or 2 March).
  [[nodiscard]] LocalTime local(std::int64_t year, int month, int day, int hour = 0, int minute = 0,
                                int second = 0) const;

 private:
  struct Zone;
  std::shared_ptr<const Zone> zone_;  // nullptr: UTC
  std::string name_;
  bool known_ = true;
};

// Ruby's Time.parse(text).localtime: what Jekyll does with a date given as text (jekyll/lib/jekyll/utils.rb
// parse_date). Missing parts are taken from `now` as Ruby does. nullopt: Ruby raises ArgumentError, the build
// aborts.
[[nodiscard]] std::optional<LocalTime> parse_time(std::string_view text, const TimeZone& zone, LocalTime now);

}  // namespace dates
