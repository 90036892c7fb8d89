// Feature: problems while typing and on the command line.
// Everything that will surprise the author when Jekyll builds the site is underlined at its exact place, with
// what Jekyll will do and how to mend it: `tags: a, b` becomes the two tags `a,` and `b`.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "server/features/context.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/features/results.h"

namespace features {

// In order of their ranges. Without a site only what the document alone tells.
[[nodiscard]] std::vector<Problem> diagnose(const Context& context);

// The whole table, in its order: for settings, documentation and tests.
[[nodiscard]] std::span<const Rule> all_rules();

// What somebody means with a code; nullptr if there is no such rule.
[[nodiscard]] const Rule* find_rule(std::string_view code);

}  // namespace features
