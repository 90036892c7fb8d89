// What `{% post_url NAME %}` leads to. Rules: jekyll/lib/jekyll/tags/post_url.rb.
#pragma once

#include <string_view>

#include "server/site/resolution.h"
#include "server/site/site.h"

namespace site {

// Verdict found, unpublished or missing.
[[nodiscard]] Resolution resolve_post_url(const Site& site, std::string_view name);

}  // namespace site
