// What a rendering asks its site for: includes, data files, addresses of other documents. Every answer is
// kept, so that asking again tells whether what was rendered from it still holds in another snapshot.
#pragma once

#include <string_view>

#include "server/site/compute/lazy_content.h"
#include "server/site/site.h"

namespace site {

// Asks once for each thing. The reference holds as long as `uses` does.
const LiquidUses::Answer& ask(LiquidUses& uses, const Site& site, LiquidUses::Kind kind,
                              std::string_view name);

// Would `site` give the same answers? Takes time for each thing that was asked for, not for the site.
[[nodiscard]] bool still_holds(const LiquidUses& uses, const Site& site);

}  // namespace site
