// One check per feature: the only code of the tests that calls each feature's API. A failure prints the
// drawing that was expected and the same drawing with what really came.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/completion.h"
#include "server/features/context.h"
#include "server/features/diagnostics.h"
#include "tests/support/fixture.h"

namespace features {

// Of a site, with the knowledge that all tests share.
[[nodiscard]] Surroundings surroundings_of(site::SitePtr site);

// What a feature gets for one drawn file.
[[nodiscard]] Context context_of(const support::Fixture& fixture, const std::string& path);

// The drawn file that holds `<|>`. Unlike a Cursor it owns the context.
struct DrawnCursor {
  Context context;
  text::Offset offset = 0;

  operator Cursor() const { return {context, offset}; }
};
[[nodiscard]] DrawnCursor cursor_of(const support::Fixture& fixture);

using RuleSettings = std::map<std::string, std::string, std::less<>>;

// Also holds the problems to the law of fixes: each fix, and each way to silence it, removes the problem and
// brings no other.
// Ranges labelled error, warning, info and hint are the problems of all drawn texts; their note is the code.
// Problems of a whole file stand in `whole_file` as "path: severity code".
void check_diagnostics(std::string_view drawing, const std::vector<std::string>& whole_file = {},
                       const RuleSettings& severities = {});

// The problems of all drawn texts, for what a drawing does not show.
[[nodiscard]] std::vector<Problem> problems_in(std::string_view drawing);

// There is exactly one problem, and its message is this.
void check_message(std::string_view drawing, std::string_view message);

// The problem with this code has a fix with this title, and the drawing's files are `after` once it is
// applied (without markers; files that it creates, renames or deletes included).
void check_fix(std::string_view drawing, std::string_view code, std::string_view title,
               std::string_view after);

// The titles of the fixes of the problem with this code.
[[nodiscard]] std::vector<std::string> fixes_of(std::string_view drawing, std::string_view code);

// The list at `<|>`, best first, each as "label" or "label (detail)".
void check_completion(std::string_view drawing, const std::vector<std::string>& items);

// Taking the item with this label turns the drawing into `after`, in which `<|>` stands behind what was
// inserted.
void check_accepting(std::string_view drawing, std::string_view label, std::string_view after);

// The outline of the only drawn text: one line per symbol, "name detail", indented by its depth.
void check_outline(std::string_view drawing, std::string_view outline);

// `<symbol>` draws the whole range of the symbol with this name, `<hit>` its selection.
void check_section(std::string_view drawing, std::string_view name);

// `hit` draws the hovered range.
void check_hover(std::string_view drawing, std::string_view markdown);
void check_no_hover(std::string_view drawing);

// `def` draws the places that the cursor leads to; a place that is only a line is an empty range at its
// start.
void check_definition(std::string_view drawing);
// `ref` draws all references, the declaration included; `except_declaration`: without it.
void check_references(std::string_view drawing);
void check_references_except_declaration(std::string_view drawing);
// `hit` draws the highlights.
void check_highlights(std::string_view drawing);
// `link: path` or `link: path:line` draws every link of the first drawn file; lines count from one.
void check_document_links(std::string_view drawing);
// `fold` draws the folds of the only drawn text, from the start of the first to the end of the last line.
void check_folds(std::string_view drawing);
// The texts that the selection grows to, from the inside out, line ends as `|`; without the whole text.
void check_selections(std::string_view drawing, const std::vector<std::string>& texts);
// The symbols for a query, best first, each as "name (container)".
void check_symbols(std::string_view drawing, std::string_view query, const std::vector<std::string>& symbols);

}  // namespace features
