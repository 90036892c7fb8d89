#include "server/features/code_actions.h"

#include <algorithm>
#include <utility>

#include "server/features/diagnostics.h"
#include "server/features/diagnostics/rename_term.h"

namespace features {
namespace {

bool touches(text::Range problem, text::Range wanted) {
  return problem.begin <= wanted.end && wanted.begin <= problem.end;
}

// Inserting twice at one place would leave the order to chance.
bool collides(const text::Edit& a, const text::Edit& b) {
  return a.range.overlaps(b.range) || a.range == b.range || a.range.begin == b.range.begin;
}

const Fix* safe_fix(const Problem& problem) {
  for (const Fix& fix : problem.fixes) {
    if (fix.safe && fix.edit.renames.empty() && fix.edit.creations.empty()) return &fix;
  }
  return nullptr;
}

std::vector<text::Edit> safe_edits(const Context& context, const std::vector<Problem>& problems) {
  std::vector<text::Edit> all;
  for (const Problem& problem : problems) {
    const Fix* fix = safe_fix(problem);
    if (!fix || fix->edit.files.size() != 1 || fix->edit.files.front().path != context.path) continue;
    const std::vector<text::Edit>& edits = fix->edit.files.front().edits;
    const bool free = std::none_of(edits.begin(), edits.end(), [&](const text::Edit& edit) {
      return std::any_of(all.begin(), all.end(),
                         [&](const text::Edit& other) { return collides(edit, other); });
    });
    if (free) all.insert(all.end(), edits.begin(), edits.end());
  }
  std::sort(all.begin(), all.end(),
            [](const text::Edit& a, const text::Edit& b) { return a.range.begin < b.range.begin; });
  return all;
}

}  // namespace

std::vector<text::Edit> fix_all(const Context& context) {
  return safe_edits(context, diagnostics(context));
}

std::vector<CodeAction> code_actions(const Context& context, text::Range range) {
  std::vector<CodeAction> actions;
  std::vector<Problem> problems = diagnostics(context);
  std::vector<text::Edit> safe = safe_edits(context, problems);
  for (Problem& problem : problems) {
    if (!touches(problem.range, range)) continue;
    std::vector<Fix> fixes = std::exchange(problem.fixes, {});
    if (auto everywhere = checks::rename_term_everywhere(context, problem)) fixes.push_back(*everywhere);
    for (Fix& fix : fixes) {
      actions.push_back(
          {CodeAction::Kind::quick_fix, std::move(fix.title), std::move(fix.edit), fix.preferred, {problem}});
    }
  }
  if (!safe.empty()) {
    CodeAction all;
    all.kind = CodeAction::Kind::fix_all;
    all.title = "Mend everything in this file that can be mended safely";
    all.edit.files.push_back({context.path, std::move(safe)});
    actions.push_back(std::move(all));
  }
  return actions;
}

}  // namespace features
