// What `{% link PATH %}` leads to. Rules: jekyll/lib/jekyll/tags/link.rb.
#pragma once

#include <string_view>

#include "server/site/resolution.h"
#include "server/site/site.h"

namespace site {

// Verdict found, unpublished or missing; `target` as Jekyll writes it.
[[nodiscard]] Resolution resolve_link_tag(const Site& site, std::string_view path);

}  // namespace site
