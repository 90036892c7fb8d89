// The name by which `{% post_url %}` finds a post. Rules: jekyll/lib/jekyll/tags/post_url.rb (PostComparer).
#pragma once

#include <string>

#include "server/site/compute/page.h"
#include "server/site/settings/config.h"

namespace features {

// "2024-05-01-hello", with the folders around it or below `_posts`: "news/2024-05-01-hello".
[[nodiscard]] std::string post_url_name(const site::Page& post, const site::Config& config);

}  // namespace features
