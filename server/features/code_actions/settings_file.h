// An edit of the project's settings file, `.jekyll-ls.yml` (docs/settings.md).
#pragma once

#include <optional>
#include <string_view>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features::code_actions {

// Adds `code: off` to its rules, or creates it; everything else in it stays. nullopt without a site, for a
// file that YAML refuses or that is written in a way which one line cannot change, and where the rule is off.
[[nodiscard]] std::optional<SiteEdit> switch_off(const Context& context, std::string_view code);

}  // namespace features::code_actions
