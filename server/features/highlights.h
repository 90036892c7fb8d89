// Feature: highlights.
// All places of the text that name the same thing as the one at the cursor: the links to one page or heading,
// a label and its definition, a footnote and its uses, an include.
#pragma once

#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

struct Highlight {
  text::Range range;
  bool declaration = false;
};

// In the order of the text.
[[nodiscard]] std::vector<Highlight> highlights(const Cursor& cursor);

}  // namespace features
