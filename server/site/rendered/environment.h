// What a document's Liquid may ask of its site: `site` and `page`, includes, data files, addresses of other
// documents. Knows nothing of how Liquid is rendered.
#pragma once

#include <string_view>

#include "server/liquid/environment.h"
#include "server/site/compute/lazy_content.h"
#include "server/site/site.h"

namespace site {

// Everything given must outlive the result. `page`: what the document is; nullptr for layouts and includes,
// of which nobody knows what they are used for. Names are nil only where neither the configuration nor the
// front matter nor code that we cannot see may have them.
[[nodiscard]] liquid::Environment liquid_environment(const Site& site, const Page* page,
                                                     std::string_view path, const syntax::Document& document,
                                                     LiquidUses& uses);

}  // namespace site
