// From the element tree to syntax::Markdown, in the order in which kramdown's HTML converter walks
// (lib/kramdown/converter/html.rb): that order decides the numbers behind repeated ids.
#pragma once

#include <vector>

#include "server/syntax/kramdown/heading_id.h"
#include "server/syntax/kramdown/state.h"

namespace syntax::kramdown {

// Fills headings, links and anchors of `state.result` and sorts them by their place.
void extract(State& state, Element& root, HeadingIds& ids, const std::vector<Range>& masks);

}  // namespace syntax::kramdown
