// HTML that no Markdown parser reads: pages, layouts and includes. Links, ids and headings with their places.
// Rules: the tokenizer of the HTML standard, as far as elements and their attributes need it.
#pragma once

#include <string_view>
#include <vector>

#include "server/syntax/markdown_tree.h"

namespace syntax {

// The bytes of `text` from `begin` on; `masks` as for parse_markdown. Never fails; linear in the text's size.
[[nodiscard]] Markdown parse_html(std::string_view text, text::Offset begin,
                                  const std::vector<text::Range>& masks);

}  // namespace syntax
