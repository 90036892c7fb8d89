// What stands at a place of a document, and what it leads to: the one answer that definition, references,
// highlights, hover, document links and completion share. What an address means is decided by
// server/site/links/resolve.h alone; here is only where addresses, names and labels stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"
#include "server/features/targets/thing.h"

namespace features {

// All of them, in no particular order. Broken links are none. Linear in the document's size.
[[nodiscard]] std::vector<Mention> mentions(const Context& context);

// The innermost one whose area touches the cursor.
[[nodiscard]] std::optional<Mention> mention_at(const Cursor& cursor);

// Where a thing stands: one place, or the posts of a tag, newest first, at most `limit`. Reads the file that
// holds an anchor or a key. Empty if it is gone.
[[nodiscard]] std::vector<FileRange> places_of(const Context& context, const Thing& thing,
                                               std::size_t limit = 100);

// The context of another file of the same site; nullopt if it cannot be read.
[[nodiscard]] std::optional<Context> context_of_file(const Context& context, const std::string& path);

}  // namespace features
