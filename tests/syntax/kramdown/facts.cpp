#include "tests/syntax/kramdown/facts.h"

#include <algorithm>
#include <string>

namespace kramdown_tests {

using nlohmann::json;

syntax::MarkdownOptions read_options(const json& options, std::string_view parser) {
  syntax::MarkdownOptions result;
  result.input =
      parser == "GFM" ? syntax::MarkdownOptions::Input::gfm : syntax::MarkdownOptions::Input::kramdown;
  result.auto_ids = options.value("auto_ids", result.auto_ids);
  result.auto_id_prefix = options.value("auto_id_prefix", result.auto_id_prefix);
  result.auto_id_stripping = options.value("auto_id_stripping", result.auto_id_stripping);
  result.header_offset = options.value("header_offset", result.header_offset);
  result.parse_block_html = options.value("parse_block_html", result.parse_block_html);
  result.parse_span_html = options.value("parse_span_html", result.parse_span_html);
  result.footnote_prefix = options.value("footnote_prefix", result.footnote_prefix);
  const std::string quirks = options.value("gfm_quirks", "paragraph_end");
  result.gfm_paragraph_end = quirks.find("paragraph_end") != std::string::npos;
  result.gfm_no_auto_typographic = quirks.find("no_auto_typographic") != std::string::npos;
  return result;
}

json our_facts(std::string_view text, const syntax::MarkdownOptions& options) {
  const syntax::Markdown markdown = syntax::parse_markdown(text, 0, options, {});
  json facts = {{"headings", json::array()},
                {"links", json::array()},
                {"images", json::array()},
                {"ids", json::array()}};
  const auto line_of = [&](text::Offset offset) {
    int line = 1;
    for (std::size_t i = 0; i < offset; ++i) {
      if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'))) ++line;
    }
    return line;
  };
  for (const syntax::Heading& heading : markdown.headings) {
    json fact = {{"level", heading.level}, {"text", heading.text}, {"line", line_of(heading.range.begin)}};
    fact["id"] = heading.id ? json(*heading.id) : json();
    if (heading.raw_html) fact["html"] = true;
    facts["headings"].push_back(fact);
    if (heading.id) facts["ids"].push_back(*heading.id);
  }
  for (const syntax::Link& link : markdown.links) {
    if (link.tag == "a[href]") facts["links"].push_back(link.href);
    if (link.tag == "img[src]") facts["images"].push_back(link.href);
  }
  for (const syntax::Anchor& anchor : markdown.anchors) facts["ids"].push_back(anchor.id);
  return facts;
}

json sorted(json facts, Lines lines) {
  for (json& heading : facts["headings"]) {
    if (lines == Lines::left_out) heading.erase("line");
  }
  for (auto& [name, list] : facts.items()) std::sort(list.begin(), list.end());
  return facts;
}

}  // namespace kramdown_tests
