// The sites of real_links_test.cpp: every form of link, right and wrong.
#pragma once

#include <string_view>

namespace features {

extern const std::string_view shared_pages;
extern const std::string_view plain_site;
extern const std::string_view project_site;
// Collections, permalinks without a slash at their end, names that need escapes, defaults, includes in HTML.
extern const std::string_view odd_site;

}  // namespace features
