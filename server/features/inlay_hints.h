// Feature: hints in the line.
// Behind `permalink`, else behind `title`, the address that the page will have: `→ /notes/hello/`. Behind
// `date` why the page will not be in the site. Behind the front matter what `defaults` add to it. Nothing
// that the line itself says already. `jekyll.inlayHints.enable` switches them off.
#pragma once

#include <string>
#include <vector>

#include "server/features/context.h"

namespace features {

struct InlayHint {
  text::Offset offset = 0;  // the hint stands behind it, with a blank between
  std::string label;
  std::string tooltip;  // Markdown; may be empty
};

// Those of places in `range`, in the order of the text. Costs nothing that grows with the site.
[[nodiscard]] std::vector<InlayHint> inlay_hints(const Context& context, text::Range range);

}  // namespace features
