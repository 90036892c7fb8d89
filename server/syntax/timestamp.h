// Calendar days and instants as YAML writes them in a plain scalar. Knows the calendar and nothing of YAML.
// Source of the rules: safe_yaml/parse/date.rb and what Ruby's Date.parse and DateTime.parse do with such a
// text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/syntax/scalar.h"

namespace syntax {

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
