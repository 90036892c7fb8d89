// Ways to say that a problem is none (docs/rules.md, "A comment silences"): for its line, for the file, for
// the site in `.jekyll-ls.yml`. A comment is offered only where Jekyll reads the text as before: not inside
// code, a block scalar or a tag, not where kramdown would take a heading or a table for something else.
#pragma once

#include <string>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features::code_actions {

// A comment for the line in which the problem begins; empty where none can stand, and for problems of a whole
// file.
[[nodiscard]] std::vector<Fix> silence_line(const Context& context, const Problem& problem);

// A comment for the file, and the rule switched off in `.jekyll-ls.yml`; the latter not where the editor's
// own settings, which win, name the rule.
[[nodiscard]] std::vector<Fix> silence_rule(const Context& context, RuleCode silenced);

}  // namespace features::code_actions
