// The order of posts and documents, and the days under which a post is found.
#pragma once

#include <string>
#include <string_view>

#include "server/dates/time_zone.h"
#include "server/site/compute/page.h"

namespace site {

// Days since 1970 and the like stay out of keys: "2024-02-23".
[[nodiscard]] std::string iso_day(dates::LocalTime time);
// The day in a post's file name, as the same text; "" if the name has none.
[[nodiscard]] std::string file_name_day(std::string_view path);

// Jekyll's order of documents, reversed: later dates first, then paths backwards.
[[nodiscard]] bool newer(const Page& a, const Page& b);

}  // namespace site
