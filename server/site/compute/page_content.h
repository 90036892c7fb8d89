// Headings, anchors and ids of one text, and whether there may be more of them than it tells.
#pragma once

#include <string_view>

#include "server/site/compute/page.h"
#include "server/syntax/document.h"
#include "server/syntax/markdown_tree.h"
#include "server/text/line_index.h"

namespace site {

// Headings, anchors and whether there may be more of them, as they are in `markdown`.
[[nodiscard]] PageContent page_content(const syntax::Markdown& markdown, const text::LineIndex& lines);

// Does an element carry this id, as far as it is known? In logarithmic time.
[[nodiscard]] bool has_id(const PageContent& content, std::string_view id);
// The heading that carries it; nullptr if none does.
[[nodiscard]] const PageHeading* find_heading(const PageContent& content, std::string_view id);

// May Liquid give this document other headings and ids than it has with Liquid masked?
[[nodiscard]] bool liquid_may_change_content(const syntax::Document& document);

}  // namespace site
