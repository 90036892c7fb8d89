#include "server/features/hover.h"

#include <algorithm>
#include <string>
#include <utility>

#include "server/features/hover/topics.h"
#include "server/features/knowledge/image_size.h"
#include "server/features/knowledge/include_parameters.h"
#include "server/features/knowledge/words.h"
#include "server/features/targets/collect.h"
#include "server/features/targets/mentions.h"
#include "server/site/compute/page_content.h"
#include "server/syntax/yaml/parse.h"
#include "server/text/url.h"

namespace features {
namespace {

constexpr std::size_t newest_posts = 5;
constexpr std::size_t shown_lines = 8;  // of a value in a data file

std::string day_of(const site::Page& page) {
  return page.date ? dates::iso8601(*page.date).substr(0, 10) : std::string{};
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
  std::string text = "**" + title + "**\n\n" + code(config.baseurl + text::percent_decode(page.url)) +
                     "\n\n" + code(page.path);
  if (const std::string day = day_of(page); !day.empty()) text += " · " + day;
  if (const std::string_view state = state_of(page); !state.empty()) text += " · " + std::string(state);
  return text;
}

// "" if the page has no such heading.
std::string heading_text(const site::PageContent& content, std::string_view id) {
  const site::PageHeading* heading = site::find_heading(content, id);
  return heading ? heading->text : std::string();
}

std::string term_text(const Context& context, const Thing& term) {
  const bool tag = term.kind == Thing::Kind::tag;
  const site::Site& site = *context.site;
  const std::size_t count = tag ? site.tag_count(term.name) : site.category_count(term.name);
  if (count == 0) return {};  // of a page: Jekyll does not count it
  std::string text = std::string(tag ? "Tag" : "Category") + " **" + escape_markdown(term.name) +
                     "**: " + count_of(count, "post") + "\n";
  for (const site::PagePtr& page :
       tag ? site.tagged(term.name, newest_posts) : site.in_category(term.name, newest_posts)) {
    const std::string day = day_of(*page);
    text += "\n- " + (day.empty() ? "" : day + " ") + escape_markdown(shorten(page->title.value, 100));
  }
  if (count > newest_posts) text += "\n- …";
  return text;
}

std::string page_text(const Context& context, const Thing& thing) {
  const site::PagePtr page = context.site ? context.site->page(thing.path) : nullptr;
  if (!page) return {};
  std::string text = describe(*page, context.site->config());
  if (thing.kind != Thing::Kind::anchor) return text;
  const std::string heading = heading_text(*context.site->content(page), thing.name);
  return heading.empty() ? text : "§ " + escape_markdown(shorten(heading, 200)) + "\n\n" + text;
}

std::string file_text(const Context& context, const Thing& thing) {
  const site::Site& site = *context.site;
  std::string text = "File " + code(thing.path);
  if (is_image(thing.path)) {
    const auto header = site.files().read_prefix(thing.path, image_header_size);
    const auto size = header ? image_size(*header) : std::nullopt;
    if (size) text += " · " + std::to_string(size->width) + " × " + std::to_string(size->height);
    if (const auto bytes = site.files().size(thing.path)) text += " · " + bytes_text(*bytes);
    return text;
  }
  if (site.path_info(thing.path).kind == site::PathKind::include) {
    const std::vector<std::string> parameters = include_parameters(context.read(thing.path).value_or(""));
    for (const std::string& name : parameters)
      text += (&name == &parameters.front() ? "\n\nReads " : ", ") + code(name);
  }
  if (site.path_info(thing.path).kind == site::PathKind::layout)
    text += hover::layout_chain(context, thing.path);
  return text;
}

std::string member_text(const Context& context, const Thing& thing) {
  const std::string source = context.read(thing.path).value_or("");
  const auto member = targets::find_member(syntax::yaml::parse(source), thing.name);
  std::string text = code(thing.name) + " in " + code(thing.path);
  if (!member) return text;
  std::string_view value = text::slice(source, member->value);
  if (value.find('\n') == std::string_view::npos) return text + ": " + code(shorten(value, 200));
  // The first lines, in a fence that nothing in them can end.
  std::size_t end = 0;
  for (std::size_t line = 0; line < shown_lines && end != std::string_view::npos; ++line)
    end = value.find('\n', end + 1);
  const std::size_t indent =
      member->value.begin -
      std::min<std::size_t>(source.rfind('\n', member->value.begin) + 1, member->value.begin);
  return text + "\n\n~~~~~~yaml\n" + std::string(indent, ' ') + std::string(value.substr(0, end)) +
         "\n~~~~~~";
}

// What stands behind `[^1]:`, up to the first blank line.
std::string footnote_text(const Context& context, const Thing& thing) {
  const std::vector<FileRange> places = places_of(context, thing);
  if (places.empty()) return {};
  const std::string_view rest = context.text().substr(places.front().range.end);
  return escape_markdown(shorten(rest.substr(0, std::min(rest.find("\n\n"), rest.find("\n\r\n"))), 500));
}

// The address behind a label, and what it leads to.
std::string label_text(const Context& context, const Thing& thing) {
  for (const syntax::Definition& definition : context.markdown().definitions) {
    if (definition.overridden || definition.label != thing.name) continue;
    std::string text = code(definition.href);
    for (const Mention& mention : mentions(context)) {
      if (mention.range != definition.href_range || mention.declaration) continue;
      const std::string target = page_text(context, mention.thing);
      if (!target.empty()) text = target;
    }
    return text;
  }
  return {};
}

std::string text_of(const Context& context, const Thing& thing) {
  switch (thing.kind) {
    case Thing::Kind::page:
    case Thing::Kind::anchor:
      return page_text(context, thing);
    case Thing::Kind::file:
      return file_text(context, thing);
    case Thing::Kind::member:
      return member_text(context, thing);
    case Thing::Kind::label:
      return label_text(context, thing);
    case Thing::Kind::footnote:
      return footnote_text(context, thing);
    case Thing::Kind::tag:
    case Thing::Kind::category:
      break;
  }
  return term_text(context, thing);
}

}  // namespace

std::optional<HoverText> hover_at(const Cursor& cursor) {
  const auto mention = mention_at(cursor);
  if (!mention || mention->declaration) return hover::yaml_place(cursor);
  const bool on_name = mention->range.touches(cursor.offset);
  HoverText hover{text_of(cursor.context, mention->thing), on_name ? mention->range : mention->area, {}};
  if (hover.markdown.empty()) return hover::yaml_place(cursor);
  if (mention->thing.kind == Thing::Kind::file && is_image(mention->thing.path))
    hover.image = mention->thing.path;
  return hover;
}

}  // namespace features
