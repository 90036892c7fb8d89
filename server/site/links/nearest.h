// What was probably meant, where nothing answers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/compute/page.h"
#include "server/site/site.h"

namespace site {

// Up to `limit` addresses (or post names) most like the missing one, nearest first.
[[nodiscard]] std::vector<std::string> nearest_urls(const Site& site, std::string_view target,
                                                    std::size_t limit);
[[nodiscard]] std::vector<std::string> nearest_posts(const Site& site, std::string_view name,
                                                     std::size_t limit);
[[nodiscard]] std::vector<std::string> nearest_anchors(const PageContent& page, std::string_view anchor,
                                                       std::size_t limit);

}  // namespace site
