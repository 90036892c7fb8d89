// What Ruby's Date._parse finds in a text: any of year, month, day, time of day and zone.
// Rules: the date gem 3.2, ext/date/date_parse.c (its patterns, in its order). Knows no calendar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dates {

struct DateParts {
  std::optional<std::int64_t> year, month, day, day_of_year, hour, minute, second;
  bool fraction = false;            // a fraction of a second was given (its value does not matter here)
  std::optional<std::string> zone;  // as written
};

// nullopt: Ruby refuses the text unread (longer than 128 bytes). A text without any date gives empty parts.
[[nodiscard]] std::optional<DateParts> find_date_parts(std::string_view text);

}  // namespace dates
