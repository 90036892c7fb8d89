// The places inside a page that links can jump to, as far as its source shows them.

#include <algorithm>
#include <array>

#include "server/site/page_data.h"

namespace site {
namespace {

// Tags that put no ids into the page: they print plain text or an address, or print nothing.
bool is_harmless(std::string_view tag) {
  constexpr std::array<std::string_view, 24> harmless = {
      "assign",    "break",   "case",       "comment",      "continue", "cycle",  "decrement", "else",
      "elsif",     "endcase", "endcomment", "endhighlight", "endif",    "endraw", "endunless", "feed_meta",
      "highlight", "if",      "increment",  "link",         "post_url", "raw",    "unless",    "when"};
  return std::find(harmless.begin(), harmless.end(), tag) != harmless.end();
}

// Does the node stand alone on its line? Then what it prints may be whole blocks, headings among them.
bool stands_alone(const syntax::Document& document, text::Range range) {
  const std::string_view text = document.text;
  const std::size_t line_begin = text.rfind('\n', range.begin == 0 ? 0 : range.begin - 1);
  const std::size_t begin = range.begin == 0 || line_begin == std::string_view::npos ? 0 : line_begin + 1;
  const std::size_t end = std::min(text.find('\n', range.end), text.size());
  constexpr std::string_view blanks = " \t\r";
  return text.substr(begin, range.begin - begin).find_first_not_of(blanks) == std::string_view::npos &&
         text.substr(range.end, end - range.end).find_first_not_of(blanks) == std::string_view::npos;
}

bool liquid_may_bring_ids(const syntax::Document& document) {
  return std::any_of(document.liquid.nodes.begin(), document.liquid.nodes.end(),
                     [&](const syntax::LiquidNode& node) {
                       if (node.kind == syntax::LiquidNode::Kind::tag)
                         return !is_harmless(text::slice(document.text, node.name));
                       return stands_alone(document, node.range);
                     });
}

}  // namespace

void compute_anchors(const PageData& data, Page& page) {
  const syntax::Markdown& markdown = data.document.markdown;
  page.headings.reserve(markdown.headings.size());
  for (const syntax::Heading& heading : markdown.headings) {
    page.headings.push_back({heading.level, heading.masked, heading.id.has_value(),
                             data.document.lines.line_of(heading.range.begin), heading.text,
                             heading.id.value_or(std::string())});
  }
  page.ids_masked = !page.markdown || !data.config.kramdown || liquid_may_bring_ids(data.document);
  for (const syntax::Anchor& anchor : markdown.anchors) {
    if (anchor.masked) {
      page.ids_masked = true;
    } else {
      page.anchors.push_back(anchor.id);
    }
  }
}

}  // namespace site
