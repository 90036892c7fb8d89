// What a text says of a date: any of year, month, day, time of day and zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace dates {

struct DateParts {
  std::optional<std::int64_t> year, month, day, day_of_year, hour, minute, second;
  bool fraction = false;            // a fraction of a second was given (its value does not matter here)
  std::optional<std::string> zone;  // as written
};

}  // namespace dates
