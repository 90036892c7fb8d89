// Does Jekyll see in a text what it saw before a comment was inserted?
#pragma once

#include "server/syntax/document.h"
#include "server/text/edit.h"

namespace features::code_actions {

// `after` is `before` with `edit`, an insertion. True if the front matter holds the same values, and the body
// the same headings, links, anchors, code and Liquid. A "no" may be wrong, a "yes" hardly.
[[nodiscard]] bool reads_alike(const syntax::Document& before, const syntax::Document& after,
                               const text::Edit& edit);

}  // namespace features::code_actions
