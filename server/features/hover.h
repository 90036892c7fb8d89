// Feature: hover.
// On a link the page behind it (title, address, source file, heading), on an image its size and a preview; on
// a tag or category its use count and newest posts; on an include the file and the parameters that it reads,
// on a key of a data file its value, on a label or footnote what it stands for.
#pragma once

#include <optional>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

[[nodiscard]] std::optional<HoverText> hover(const Cursor& cursor);

}  // namespace features
