// From a matched tag to an element with its attributes (parse_html_attributes in
// lib/kramdown/parser/html.rb).
#pragma once

#include <optional>

#include "server/syntax/kramdown/html.h"
#include "server/syntax/kramdown/state.h"

namespace syntax::kramdown {

// The element of the tag at `begin`; known elements get names in small letters. Values have their place.
[[nodiscard]] Element* make_html_element(State& state, const Text& source, Offset begin, const HtmlTag& tag);

// HTML_MARKDOWN_ATTR_MAP: what the attribute `markdown` asks for. It is removed.
struct MarkdownAttribute {
  bool by_default = false;  // "1": as the element usually is
  ContentModel model = ContentModel::raw;
};
[[nodiscard]] std::optional<MarkdownAttribute> take_markdown_attribute(Element& element);

// Span HTML: line ends in values become blanks.
void join_attribute_lines(State& state, Element& element);

}  // namespace syntax::kramdown
