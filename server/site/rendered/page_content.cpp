#include "server/site/rendered/page_content.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/liquid/render.h"
#include "server/liquid/source.h"
#include "server/site/rendered/environment.h"
#include "server/syntax/html.h"
#include "server/syntax/markdown.h"

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

PageContentPtr rendered_content(const Site& site, const Page& page, const std::string* text,
                                LiquidUses& uses) {
  auto content = std::make_shared<PageContent>();
  if (text == nullptr) {  // gone since the site was read
    content->ids_masked = true;
    return content;
  }
  const syntax::Document document(*text, site.parse_options(page.path));
  const std::optional<Rendered> rendered = render_document(site, &page, page.path, document, uses);
  *content = page_content(rendered ? rendered->mapped.markdown : document.markdown, document.lines);
  content->ids_masked = content->ids_masked || !rendered || rendered->unknown_blocks;
  return content;
}

}  // namespace

std::optional<Rendered> render_document(const Site& site, const Page* page, std::string_view path,
                                        const syntax::Document& document, LiquidUses& uses) {
  using Format = syntax::ParseOptions::Format;
  const Format format = document.options.format;
  if (document.liquid.nodes.empty() || (format != Format::markdown && format != Format::html))
    return std::nullopt;
  const liquid::Environment environment = liquid_environment(site, page, path, document, uses);
  const liquid::Source source = liquid::source_of(document.text, document.liquid);
  liquid::Rendering rendering = liquid::render(source, document.front_matter.content, environment);
  if (!rendering.complete) return std::nullopt;
  const std::vector<text::Range> unknown = syntax::unknown_ranges(rendering.map);
  syntax::Markdown markdown =
      format == Format::markdown
          ? syntax::parse_markdown(rendering.text, 0, document.options.markdown, unknown)
          : syntax::parse_html(rendering.text, 0, unknown);
  Rendered result;
  result.mapped = syntax::map_back(std::move(markdown), rendering.map);
  result.files = std::move(rendering.map.files);
  result.unknown_blocks = rendering.unknown_blocks;
  return result;
}

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

PageContentPtr Site::content(const PagePtr& page) const {
  if (!page || !page->rendered) return page;
  LazyContent& lazy = *page->rendered;
  std::shared_ptr<const std::string> text = page->text;
  {
    const std::lock_guard lock(lazy.mutex);
    if (lazy.content && (lazy.held_in.lock() == state_ || lazy.uses.hold_in(*this))) {
      lazy.held_in = state_;
      return lazy.content;
    }
    if (!text && !lazy.text) {
      if (std::optional<std::string> read = files().read(page->path))
        lazy.text = std::make_shared<const std::string>(std::move(*read));
    }
    if (!text) text = lazy.text;
  }
  LiquidUses uses;
  PageContentPtr content = rendered_content(*this, *page, text.get(), uses);
  const std::lock_guard lock(lazy.mutex);
  lazy.content = content;
  lazy.uses = std::move(uses);
  lazy.held_in = state_;
  return content;
}

std::optional<std::string> Site::text_of(std::string_view path) const {
  const PagePtr found = page(path);
  if (found && found->text) return *found->text;
  return files().read(path);
}

}  // namespace site
