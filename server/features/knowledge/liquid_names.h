// Which tags, filters and objects of Liquid a site has: those of Liquid and Jekyll and of the plugins that it
// names.
#pragma once

#include <string_view>

#include "schema/liquid.h"
#include "server/site/settings/ruby_plugins.h"
#include "server/site/site.h"

namespace features {

// What the site's own Ruby files register, as far as their text shows it: at most 50 files, read on each
// call. Empty in safe mode and on GitHub Pages, which leave them out.
[[nodiscard]] site::RubyPlugin own_liquid(const site::Site& site);

// `by` as in liquid.json: "liquid", "jekyll", or a gem. Without a site, only the first two.
[[nodiscard]] bool brings_liquid(const site::Site* site, std::string_view by);

}  // namespace features
