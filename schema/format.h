// `format` of JSON Schema, for the formats that front matter has a use for.
#pragma once

#include <string_view>

namespace schema {

// RFC 3339 for date, time and date-time; RFC 3986 for uri and uri-reference; email and regex by common sense.
// Formats that are not known match everything (draft-07, "format": an annotation unless implemented).
[[nodiscard]] bool matches_format(std::string_view format, std::string_view text);

}  // namespace schema
