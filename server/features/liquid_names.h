// Which tags, filters and objects of Liquid a site has: those of Liquid and Jekyll and of the plugins that it
// names.
#pragma once

#include <string_view>

#include "schema/liquid.h"
#include "server/site/site.h"

namespace features {

// `by` as in liquid.json: "liquid", "jekyll", or a gem. Without a site, only the first two.
[[nodiscard]] bool brings_liquid(const site::Site* site, std::string_view by);

}  // namespace features
