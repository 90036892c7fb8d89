// Feature: quick fixes.
// Where a problem can be mended by a small edit, the editor offers it: quotes around a value that YAML cannot
// read, `[a, b]` in place of `a, b`, the nearest layout; for one problem, or for all of its rule in the file.
// Who means what is written silences the rule for the line, the file or the site. Everything that can be
// mended without a doubt is one action for the whole file.
#pragma once

#include <string>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

struct CodeAction {
  enum class Kind : std::uint8_t { quick_fix, fix_all };  // LSP: `quickfix`, `source.fixAll.jekyll`
  Kind kind = Kind::quick_fix;
  std::string title;
  SiteEdit edit;
  bool preferred = false;
  std::vector<Problem> solves;  // quick fixes: the problems that go; without their fixes
};

// A problem as an editor names it: by its code and its place.
struct NamedProblem {
  std::string code;
  text::Range range;
};

struct CodeActionRequest {
  text::Range range;
  // Those that the editor shows there. Where some of them are ours, they are meant, wherever they stand: an
  // editor may ask for a whole line with the cursor anywhere in it. Else all that touch `range` are.
  std::vector<NamedProblem> named{};
  bool quick_fixes = true;
  bool fix_all = true;
};

// In this order: the fixes of each problem, "all of this rule", silencing, "everything in this file".
[[nodiscard]] std::vector<CodeAction> actions_for(const Context& context, const CodeActionRequest& request);

struct SafeFixes {
  std::vector<text::Edit> edits;  // of this document, in its order; empty: nothing to do
  std::vector<RuleCode> rules;    // whose problems they mend, one for each problem
};

// All safe fixes of this document, as far as they do not overlap: applying them may make room for further
// ones. Only problems of the rules that `only` names, all if it is empty.
[[nodiscard]] SafeFixes safe_fixes(const Context& context, const std::vector<std::string>& only = {});

}  // namespace features
