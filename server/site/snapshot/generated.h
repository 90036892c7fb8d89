// The pages that plugins make out of the others. Rules: the sources of jekyll-feed 0.17, jekyll-sitemap 1.4,
// jekyll-paginate 1.1, jekyll-archives 2.2, jekyll-redirect-from 0.16.
#pragma once

#include <memory>

#include "server/site/snapshot/state.h"

namespace site {

// Takes time with the pages that redirect and with the number of archives, not with the site.
[[nodiscard]] std::shared_ptr<const GeneratedPages> generate(const SiteState& state);

}  // namespace site
