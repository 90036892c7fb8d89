// Feature: problems while typing and on the command line.
// Everything that will surprise the author when Jekyll builds the site is underlined at its exact place, with
// what Jekyll will do and how to mend it: `tags: a, b` becomes the two tags `a,` and `b`.
#pragma once

#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

// In order of their ranges. Without a site only what the document alone tells.
[[nodiscard]] std::vector<Problem> diagnose(const Context& context);

}  // namespace features
