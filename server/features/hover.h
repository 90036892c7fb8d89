// Feature: hover.
// On a link the page behind it (title, address, source file, heading), on an image its size and a preview; on
// a tag or category its use count and newest posts; on an include the file and the parameters that it reads,
// on a key of a data file its value, on a label or footnote what it stands for. On a key of a front matter,
// `_config.yml` or `.jekyll-ls.yml` what it means, and what the site makes of it: the value in force, the
// moment behind `date`, the address, the layouts, published or not.
#pragma once

#include <optional>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

[[nodiscard]] std::optional<HoverText> hover_at(const Cursor& cursor);

}  // namespace features
