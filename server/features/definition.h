// Feature: go to definition.
// From a link to the page or the heading behind it, from a label to its definition, from `{% include %}`,
// `layout:`, `site.data.x` and `author:` to the file or the key, from a tag to the posts that have it:
// `[there](/docs/#install)` leads to the heading "Install".
#pragma once

#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

struct Definition {
  text::Range origin;  // what the cursor means
  std::vector<FileRange> places;
};

// No places: nothing is known.
[[nodiscard]] Definition definition(const Cursor& cursor);

}  // namespace features
