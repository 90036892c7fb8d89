// What a place of a document can lead to, and a place that names it.
#pragma once

#include <cstdint>
#include <string>

#include "server/text/range.h"

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

}  // namespace features
