// Feature: quick fixes.
// Where a problem can be mended by a small edit, the editor offers it: quotes around a value that YAML cannot
// read, `[a, b]` in place of `a, b`, the nearest layout. Everything that can be mended without a doubt is one
// action for the whole file.
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
  std::vector<Problem> solves;  // quick fixes: the one problem; without its fixes
};

// The fixes of the problems that touch `range`, in the order of the problems, and "fix all" where there is
// something to fix that is safe.
[[nodiscard]] std::vector<CodeAction> code_actions(const Context& context, text::Range range);

// The edits of all safe fixes of this document, as far as they do not overlap: applying them may make room
// for further ones. Empty: nothing to do.
[[nodiscard]] std::vector<text::Edit> fix_all(const Context& context);

}  // namespace features
