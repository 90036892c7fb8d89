// What stands at a place of a document, and what it leads to: the one answer that definition, references,
// highlights, hover, document links and completion share. What an address means is decided by
// server/site/links/resolve.h alone; here is only where addresses, names and labels stand.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

// Something that can be gone to.
struct Thing {
  enum class Kind : std::uint8_t {
    page,      // `path`: the source file
    file,      // a file that is no page: image, layout, include, data file
    anchor,    // `name`: the id, in the page `path`
    member,    // `name`: the keys below a data file, joined by dots: "nav.0.title"
    label,     // of a link definition in the document `path`, normalised
    footnote,  // of the document `path`
    tag,
    category,
  };
  Kind kind = Kind::page;
  std::string path;  // relative to the site's source; "" for tags and categories
  std::string name;
  friend bool operator==(const Thing&, const Thing&) = default;
};

// One place that names a thing.
struct Mention {
  Thing thing;
  text::Range range;         // what is named: the address, the argument, the heading's text
  text::Range area;          // where the cursor means it; holds `range`
  bool declaration = false;  // the thing itself stands here: a heading, a definition
};

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
