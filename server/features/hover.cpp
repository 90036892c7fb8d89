#include "server/features/hover.h"

#include <algorithm>
#include <string>
#include <utility>

#include "server/features/terms.h"
#include "server/features/words.h"
#include "server/site/permalink.h"
#include "server/site/resolve.h"

namespace features {
namespace {

constexpr std::size_t kNewestPosts = 5;

std::string day_of(const site::Page& page) {
  return page.date ? site::iso8601(*page.date).substr(0, 10) : std::string{};
}

std::string_view state_of(const site::Page& page) {
  switch (page.publication) {
    case site::Publication::written:
      return "";
    case site::Publication::draft:
      return "draft, not published";
    case site::Publication::future:
      return "dated in the future, not published yet";
    default:
      return "not published";
  }
}

// Title, address, source and date of a page, most wanted first.
std::string describe(const site::Page& page, const site::Config& config) {
  std::string title = escape_markdown(shorten(page.title.value, 200));
  if (title.empty()) title = code(page.path);
  std::string text = "**" + title + "**\n\n" + code(config.baseurl + site::unescape_path(page.url)) + "\n\n" +
                     code(page.path);
  if (const std::string day = day_of(page); !day.empty()) text += " · " + day;
  if (const std::string_view state = state_of(page); !state.empty()) text += " · " + std::string(state);
  return text;
}

// "" if the page has no such heading.
std::string heading_text(const site::Page& page, std::string_view id) {
  for (const site::PageHeading& heading : page.headings) {
    if (heading.has_id && heading.id == id) return heading.text;
  }
  return {};
}

std::optional<HoverText> hover_term(const Cursor& cursor) {
  const auto term = term_at(*cursor.document, cursor.offset);
  if (!term) return std::nullopt;
  const bool tag = term->kind == WrittenTerm::Kind::tag;
  const site::Site& site = *cursor.site;
  const std::size_t count = tag ? site.tag_count(term->name) : site.category_count(term->name);
  if (count == 0) return std::nullopt;  // of a page: Jekyll does not count it
  std::string text = std::string(tag ? "Tag" : "Category") + " **" + escape_markdown(term->name) +
                     "**: " + count_of(count, "post");
  text += "\n";
  for (const site::PagePtr& page :
       tag ? site.tagged(term->name, kNewestPosts) : site.in_category(term->name, kNewestPosts)) {
    const std::string day = day_of(*page);
    text += "\n- " + (day.empty() ? "" : day + " ") + escape_markdown(shorten(page->title.value, 100));
  }
  if (count > kNewestPosts) text += "\n- …";
  return HoverText{std::move(text), term->range};
}

std::optional<HoverText> hover_post_url(const Cursor& cursor) {
  const std::string_view text = cursor.text();
  for (const syntax::LiquidNode& node : cursor.document->liquid.nodes) {
    if (node.kind != syntax::LiquidNode::Kind::tag || !node.markup.touches(cursor.offset)) continue;
    if (text::slice(text, node.name) != "post_url") continue;
    const site::Resolution resolution = site::resolve_post_url(*cursor.site, text::slice(text, node.markup));
    if (!resolution.page) return std::nullopt;
    return HoverText{describe(*resolution.page, cursor.site->config()), node.markup};
  }
  return std::nullopt;
}

// The innermost link: an image may stand in a link's text.
const syntax::Link* link_at(const syntax::Markdown& markdown, text::Offset offset) {
  const syntax::Link* found = nullptr;
  for (const syntax::Link& link : markdown.links) {
    if (!link.range.touches(offset) && !link.href_range.touches(offset)) continue;
    if (!found || link.range.size() <= found->range.size()) found = &link;
  }
  return found;
}

// A definition is asked through one of the links that use it.
const syntax::Link* link_of_definition(const syntax::Markdown& markdown, text::Offset offset,
                                       text::Range& range) {
  for (std::size_t i = 0; i < markdown.definitions.size(); ++i) {
    if (!markdown.definitions[i].range.touches(offset)) continue;
    for (const syntax::Link& link : markdown.links) {
      if (link.definition < 0 || static_cast<std::size_t>(link.definition) != i) continue;
      range = markdown.definitions[i].href_range;
      return &link;
    }
  }
  return nullptr;
}

std::optional<HoverText> hover_link(const Cursor& cursor) {
  if (!cursor.page) return std::nullopt;
  const syntax::Markdown& markdown = cursor.markdown();
  text::Range range;
  const syntax::Link* link = link_at(markdown, cursor.offset);
  if (link) {
    range = link->href_range.touches(cursor.offset) ? link->href_range : link->range;
  } else {
    link = link_of_definition(markdown, cursor.offset, range);
  }
  if (!link || link->masked) return std::nullopt;
  const site::Resolution resolution = site::resolve_link(*cursor.site, *cursor.page, link->href);
  if (!resolution.page) {
    if (resolution.verdict != site::Resolution::Verdict::found || resolution.file.empty())
      return std::nullopt;
    return HoverText{"File " + code(resolution.file), range};
  }
  std::string text = describe(*resolution.page, cursor.site->config());
  if (!resolution.anchor.empty()) {
    const std::string heading = heading_text(*resolution.page, resolution.anchor);
    if (!heading.empty()) text = "§ " + escape_markdown(shorten(heading, 200)) + "\n\n" + text;
  }
  return HoverText{std::move(text), range};
}

}  // namespace

std::optional<HoverText> hover(const Cursor& cursor) {
  if (!cursor.site) return std::nullopt;
  if (cursor.document->front_matter.state != syntax::FrontMatter::State::absent) {
    if (auto text = hover_term(cursor)) return text;
  }
  if (auto text = hover_post_url(cursor)) return text;
  return hover_link(cursor);
}

}  // namespace features
