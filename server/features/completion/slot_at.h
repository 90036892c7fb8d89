// Where the cursor stands in a front matter or a YAML file, from its lines alone: what is being typed is
// broken YAML more often than not, and a tree of it says nothing about the gap behind a comma.
#pragma once

#include <optional>

#include "server/features/completion/slot.h"
#include "server/syntax/document.h"
#include "server/text/range.h"

namespace features::completion {

// The lines between the delimiters; of an unclosed front matter those that were plainly meant. Empty without
// one. Of a file that is YAML as a whole: all of it.
[[nodiscard]] text::Range front_matter_lines(const syntax::Document& document);

// nullopt: outside the front matter, in a comment, in a block text, or where nothing of the kind can stand.
[[nodiscard]] std::optional<Slot> slot_at(const syntax::Document& document, text::Offset cursor);

}  // namespace features::completion
