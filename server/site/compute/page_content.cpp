#include "server/site/compute/page_content.h"

#include <algorithm>
#include <array>

#include "server/liquid/source.h"

namespace site {
namespace {

// Tags that print nothing, or code.
bool prints_no_markdown(std::string_view tag) {
  constexpr std::array<std::string_view, 12> silent = {"assign",    "break",      "comment",      "continue",
                                                       "decrement", "endcomment", "endhighlight", "endraw",
                                                       "feed_meta", "highlight",  "increment",    "raw"};
  return std::find(silent.begin(), silent.end(), tag) != silent.end();
}

// Does anything but blanks stand before `at` in its line?
bool follows_text(std::string_view text, text::Offset at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r';
}

bool is_harmless(const syntax::Document& document, const syntax::liquid::Node& node) {
  const std::string_view text = document.text;
  const std::string_view tag = text::slice(text, node.name);
  const bool words = node.kind == syntax::liquid::Node::Kind::output || tag == "link" || tag == "post_url";
  return words ? follows_text(text, node.range.begin)
               : prints_no_markdown(tag) && liquid::stands_alone(text, node.range);
}

std::string_view id_at(const PageContent& content, std::uint32_t place) {
  const std::size_t headings = content.headings.size();
  return place < headings ? content.headings[place].id : content.anchors[place - headings];
}

// Of an id that stands twice the first place comes first: headings before others.
void index_ids(PageContent& content) {
  for (std::uint32_t i = 0; i < content.headings.size(); ++i) {
    const PageHeading& heading = content.headings[i];
    content.headings_masked = content.headings_masked || heading.masked;
    if (heading.has_id && !heading.masked) content.by_id.push_back(i);
  }
  for (std::size_t i = 0; i < content.anchors.size(); ++i)
    content.by_id.push_back(static_cast<std::uint32_t>(content.headings.size() + i));
  std::sort(content.by_id.begin(), content.by_id.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = id_at(content, a).compare(id_at(content, b));
    return order != 0 ? order < 0 : a < b;
  });
}

std::vector<std::uint32_t>::const_iterator find_id(const PageContent& content, std::string_view id) {
  const auto place = std::lower_bound(
      content.by_id.begin(), content.by_id.end(), id,
      [&](std::uint32_t at, std::string_view wanted) { return id_at(content, at) < wanted; });
  return place != content.by_id.end() && id_at(content, *place) == id ? place : content.by_id.end();
}

}  // namespace

PageContent page_content(const syntax::Markdown& markdown, const text::LineIndex& lines) {
  PageContent content;
  content.headings.reserve(markdown.headings.size());
  for (const syntax::Heading& heading : markdown.headings) {
    content.headings.push_back({heading.level, heading.masked, heading.id.has_value(),
                                lines.line_of(heading.range.begin), heading.text,
                                heading.id.value_or(std::string())});
  }
  for (const syntax::Anchor& anchor : markdown.anchors) {
    if (anchor.masked) {
      content.ids_masked = true;
    } else {
      content.anchors.push_back(anchor.id);
    }
  }
  index_ids(content);
  return content;
}

bool has_id(const PageContent& content, std::string_view id) {
  return find_id(content, id) != content.by_id.end();
}

const PageHeading* find_heading(const PageContent& content, std::string_view id) {
  const auto found = find_id(content, id);
  if (found == content.by_id.end() || *found >= content.headings.size()) return nullptr;
  return &content.headings[*found];
}

bool liquid_may_change_content(const syntax::Document& document) {
  const auto is_masked = [](const auto& place) { return place.masked; };
  const syntax::Markdown& markdown = document.markdown;
  if (std::any_of(markdown.headings.begin(), markdown.headings.end(), is_masked) ||
      std::any_of(markdown.anchors.begin(), markdown.anchors.end(), is_masked))
    return true;
  return !std::all_of(document.liquid.nodes.begin(), document.liquid.nodes.end(),
                      [&](const syntax::liquid::Node& node) { return is_harmless(document, node); });
}

}  // namespace site
