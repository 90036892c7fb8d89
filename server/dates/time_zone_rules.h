// One zone of the tz database: a compiled file (RFC 8536) or a POSIX TZ text, and the offset it gives at an
// instant. Pure: bytes in, rules out. Why not the date library: it walks the whole zone folder at first use
// (2 to 17 ms), throws, and knows nothing past the last listed transition, which in "slim" zone files lies
// years back.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dates {

struct ZoneOffset {
  std::int32_t utc_offset = 0;  // seconds east of UTC
  std::string abbreviation = "UTC";
};

// A POSIX TZ text such as "EST5EDT,M3.2.0,M11.1.0" or "<+09>-9".
class PosixZone {
 public:
  // nullopt: not of that form.
  [[nodiscard]] static std::optional<PosixZone> parse(std::string_view text);
  [[nodiscard]] const ZoneOffset& at(std::int64_t seconds) const;

 private:
  struct Change {  // when the other half of the year begins, in wall clock time
    enum class Form : std::uint8_t { month_week_day, julian_without_leap_day, zero_based_day };
    Form form = Form::month_week_day;
    int month = 1, week = 1, day = 0;
    std::int32_t time = 2 * 3600;
  };
  [[nodiscard]] static std::int64_t instant_of(const Change& change, std::int64_t year, std::int32_t offset);
  friend class PosixParser;

  ZoneOffset standard_;
  std::optional<ZoneOffset> daylight_;
  std::array<Change, 2> changes_;  // to daylight time, to standard time
};

class ZoneRules {
 public:
  // nullopt: not a zone file. Leap seconds are ignored, as POSIX time has none.
  [[nodiscard]] static std::optional<ZoneRules> from_file(std::string_view bytes);
  [[nodiscard]] static std::optional<ZoneRules> from_posix(std::string_view text);
  [[nodiscard]] const ZoneOffset& at(std::int64_t seconds) const;

 private:
  std::vector<std::int64_t> transitions_;  // ascending
  std::vector<std::uint8_t> types_;        // of the time behind each transition: index into offsets_
  std::vector<ZoneOffset> offsets_;        // the first holds before the first transition
  std::optional<PosixZone> footer_;        // holds behind the last transition
};

}  // namespace dates
