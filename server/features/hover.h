// Feature: hover.
// On a link the page behind it (title, address, source file); on a tag or category its use count and newest
// posts.
#pragma once

#include <optional>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

[[nodiscard]] std::optional<HoverText> hover(const Cursor& cursor);

}  // namespace features
