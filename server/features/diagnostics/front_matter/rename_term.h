// One tag or category under another name in the whole site. Reads the files that use it, so only when asked.
#pragma once

#include <optional>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features::diagnostics {

// For a problem of the rule `tag-case`: the common spelling in every file that has this one. nullopt for
// other problems, and where this file is the only one.
[[nodiscard]] std::optional<Fix> rename_term_everywhere(const Context& context, const Problem& problem);

}  // namespace features::diagnostics
