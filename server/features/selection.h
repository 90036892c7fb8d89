// Feature: selection that grows.
// From the word to the address or value around it, the link, the line, the paragraph, the section, the whole
// text; in front matter from the value to its entry and the entries around that.
#pragma once

#include <vector>

#include "server/features/context.h"

namespace features {

// Inner ranges first; each holds the one before it and is larger. Never empty.
[[nodiscard]] std::vector<text::Range> selections(const Cursor& cursor);

}  // namespace features
