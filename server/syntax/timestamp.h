// Calendar days and instants as YAML writes them in a plain scalar. Knows the calendar and nothing of YAML.
// Source of the rules: safe_yaml/parse/date.rb and what Ruby's Date.parse and DateTime.parse do with such a
// text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace syntax {

// A calendar day without zone: `2024-02-23`.
struct Date {
  std::int32_t year = 1970;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

// An instant: `2024-02-23 10:00:00 +0900`. Without a zone YAML means UTC.
struct Timestamp {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z
  std::uint32_t nanoseconds = 0;
  std::int32_t utc_offset = 0;  // seconds east of UTC as written; 0 without zone
  bool has_zone = false;        // a zone (`Z` or an offset) was written
  friend constexpr bool operator==(const Timestamp&, const Timestamp&) = default;
};

// `YYYY-MM-DD`, four, two and two digits, a day that exists; nothing else.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

// `YYYY-M-D`, a `T` or blanks, `h:mm:ss`, a fraction, a zone (`Z`, `+9`, `+09:00`, `-0930`); the last two may
// be missing. Nothing for a day or a clock time that does not exist, and for an offset of 24 hours.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

// "2024-02-23".
[[nodiscard]] std::string to_string(const Date& date);

// "2024-02-23 10:00:00 +0900", at the offset that was written; "+0000" without one. The fraction is left out.
[[nodiscard]] std::string to_string(const Timestamp& timestamp);

}  // namespace syntax
