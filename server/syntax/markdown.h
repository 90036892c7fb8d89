// Markdown as kramdown reads it (with Jekyll's GFM parser or the plain one). A reimplementation of kramdown's
// own rules, since no CommonMark parser agrees with them: see ARCHITECTURE.md, "Why our own Markdown parser".
// Sources: kramdown 2.4/2.5 lib/kramdown/parser/**, converter/{base,html}.rb; kramdown-parser-gfm 1.1 gfm.rb.
#pragma once

#include <string_view>
#include <vector>

#include "server/syntax/markdown_options.h"
#include "server/syntax/markdown_tree.h"
#include "server/text/range.h"

namespace syntax {

// Parses the bytes of `text` from `begin` to its end; ranges refer to the whole of `text`. Never fails; takes
// time linear in the text's size for any text. `masks` are the bytes that stand for Liquid (ascending, see
// markup.h).
[[nodiscard]] Markdown parse_markdown(std::string_view text, text::Offset begin,
                                      const MarkdownOptions& options, const std::vector<text::Range>& masks);

}  // namespace syntax
