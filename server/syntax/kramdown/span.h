// The span parser: text into emphasis, code, links and the like (lib/kramdown/parser/kramdown.rb,
// parse_spans, and the files of its span parsers). It backtracks as kramdown does, but remembers what failed.
#pragma once

#include "server/syntax/kramdown/attributes.h"
#include "server/syntax/kramdown/html.h"
#include "server/syntax/kramdown/state.h"

namespace syntax::kramdown {

// Which span parsers run. Tables look for code first.
enum class SpanParsers : std::uint8_t { all, html, code_spans, code_spans_and_html };

// Children go to `element`. False: there is nothing among them but text and its emphasis, no link, image,
// HTML, footnote or attribute.
bool parse_spans(State& state, const Text& text, Element& element, SpanParsers parsers);

}  // namespace syntax::kramdown
