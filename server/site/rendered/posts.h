// Lists of posts and documents as Liquid sees them: `site.posts`, `site.tags.NAME`, `site.categories.NAME`,
// `site.COLLECTION`. Of each only what its page remembers is known; the rest of its front matter stands on
// the disk.
#pragma once

#include <vector>

#include "server/liquid/value.h"
#include "server/site/compute/page.h"

namespace site {

class Site;

// The names of tags or categories.
[[nodiscard]] liquid::Value terms_value(const std::vector<Term>& terms);

// `site` must outlive the result.
[[nodiscard]] liquid::Value posts_value(const Site& site, const std::vector<PagePtr>& posts);

}  // namespace site
