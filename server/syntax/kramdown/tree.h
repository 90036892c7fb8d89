// What happens between parsing and converting: spans, attributes, and the ids of the GFM parser
// (update_tree in lib/kramdown/parser/kramdown.rb, update_elements in gfm.rb).
#pragma once

#include <string>

#include "server/syntax/kramdown/heading_id.h"
#include "server/syntax/kramdown/state.h"

namespace syntax::kramdown {

// Parses the spans of all raw text below `element`, and sets the attributes from attribute lists.
void update_tree(State& state, Element& element);

// 1 to 6 for `h1` to `h6`, else 0.
[[nodiscard]] int html_heading_level(std::string_view name);

// Ids for the headings that the GFM parser sees: not those inside HTML elements and footnotes.
void assign_gfm_ids(State& state, Element& root, HeadingIds& ids);

// What kramdown makes ids of, and what readers see.
enum class TextUse : std::uint8_t { id, reader };
// Bytes inside `masks` are left out.
void append_text(const State& state, const Element& element, TextUse use, const std::vector<Range>& masks,
                 std::string& out);

}  // namespace syntax::kramdown
