// What Ruby's Date._parse finds in a text. Rules: the date gem 3.2, ext/date/date_parse.c (its patterns, in
// its order: date_parser.h). Knows no calendar.
#pragma once

#include <optional>
#include <string_view>

#include "server/dates/date_parts.h"

namespace dates {

// nullopt: Ruby refuses the text unread (longer than 128 bytes). A text without any date gives empty parts.
[[nodiscard]] std::optional<DateParts> find_date_parts(std::string_view text);

}  // namespace dates
