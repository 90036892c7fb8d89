// Feature: references.
// Who links to this page, this heading, this id? Which texts include this file, use this layout, this key of
// a data file, this tag or category, this label or footnote? Asked at any of the places that name it.
#pragma once

#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

// By file, this document first, then in the order of each text. Of other files only those are read that may
// hold the name (see server/site/compute/mentioned_words.h). Stops early, with what it has, when asked to.
[[nodiscard]] std::vector<FileRange> references(const Cursor& cursor, bool with_declaration);

}  // namespace features
