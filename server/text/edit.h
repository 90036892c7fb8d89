// Edits of a text, in byte offsets.
#pragma once

#include <string>
#include <vector>

#include "server/text/range.h"

namespace text {

// Replace `range` by `replacement`; an empty range inserts.
struct Edit {
  Range range;
  std::string replacement;
  friend bool operator==(const Edit&, const Edit&) = default;
};

// Applies edits whose ranges all refer to `text` and do not overlap, in any order; edits at the same place
// keep their order (LSP, "TextEdit[]"). Ranges past the end are clamped.
[[nodiscard]] std::string apply(std::string_view text, std::vector<Edit> edits);

}  // namespace text
