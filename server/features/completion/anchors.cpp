// Behind `#`: the headings and ids of this page or of the one before it. Behind `##`: all headings of the
// site.
#include <cstdint>
#include <string>
#include <utility>

#include "server/features/completion/body_place.h"
#include "server/features/completion/match.h"
#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/link_form.h"
#include "server/features/targets/mentions.h"
#include "server/site/links/resolve.h"

namespace features::completion {
namespace {

void add_anchor(const std::string& id, std::string detail, text::Range range, std::string_view typed,
                CompletionList& list) {
  if (id.empty() || (match(typed, id) == Match::none && match(typed, detail) == Match::none)) return;
  Completion item;
  item.label = "#" + id;
  item.kind = Completion::Kind::anchor;
  item.filter_text = id + " " + detail;
  item.detail = std::move(detail);
  item.edit = {range, id};
  item.sort_text = sort_key(list.items.size());
  list.items.push_back(std::move(item));
}

void own_anchors(const Cursor& cursor, text::Range range, CompletionList& list) {
  const std::string_view typed = typed_in(cursor, range);
  const syntax::Markdown& markdown = cursor.context.markdown();
  for (const syntax::Heading& heading : markdown.headings) {
    if (heading.id && !heading.masked) add_anchor(*heading.id, heading.text, range, typed, list);
  }
  for (const syntax::Anchor& anchor : markdown.anchors) {
    if (!anchor.masked && anchor.kind != syntax::Anchor::Kind::footnote)
      add_anchor(anchor.id, "", range, typed, list);
  }
}

void anchors_of(const Cursor& cursor, const site::PagePtr& page, text::Range range, CompletionList& list) {
  const site::PageContentPtr content = cursor.context.site->content(page);
  const std::string_view typed = typed_in(cursor, range);
  for (const site::PageHeading& heading : content->headings) {
    if (heading.has_id && !heading.masked) add_anchor(heading.id, heading.text, range, typed, list);
  }
  for (const std::string& id : content->anchors) {
    if (!id.starts_with("fn:") && !id.starts_with("fnref:")) add_anchor(id, "", range, typed, list);
  }
}

struct Found {
  Match match = Match::none;
  std::int64_t date = INT64_MIN;
  const site::Page* page = nullptr;
  const site::PageHeading* heading = nullptr;
};

struct BestFirst {
  bool operator()(const Found& a, const Found& b) const {
    if (a.match != b.match) return a.match < b.match;
    if (a.date != b.date) return a.date > b.date;
    return a.page != b.page ? a.page->path < b.page->path : a.heading->line < b.heading->line;
  }
};

void all_headings(const Cursor& cursor, const AddressPlace& place, CompletionList& list) {
  std::string_view typed = typed_in(cursor, place.range);
  typed.remove_prefix(2);
  Best<Found, BestFirst> best(most_items, BestFirst{});
  std::size_t seen = 0;
  cursor.context.site->for_each_page([&](const site::Page& page) {
    if (++seen % 1024 == 0 && cursor.context.stop.stop_requested()) return false;
    if (!page.published() || page.url.empty()) return true;
    for (const site::PageHeading& heading : page.content.headings) {
      if (!heading.has_id || heading.masked || heading.id.empty()) continue;
      const Match fit = match(typed, heading.text);
      if (fit != Match::none) best.offer({fit, page.date ? page.date->seconds : INT64_MIN, &page, &heading});
    }
    return true;
  });
  list.incomplete = true;  // the next letter chooses anew among all
  const LinkHabit habit = link_habit(*cursor.context.site);
  for (const Found& found : best.take()) {
    Completion item;
    item.label = found.heading->text;
    item.kind = Completion::Kind::anchor;
    item.detail = found.page->title.value.empty() ? found.page->url : found.page->title.value;
    item.filter_text = "##" + found.heading->text;
    const bool own = found.page->path == cursor.context.path;
    const bool post = found.page->kind == site::PageKind::post;
    const char quote = place.quote == '"' ? '\'' : '"';
    item.edit = {
        place.range,
        (own ? "" : written_address(cursor.context, *found.page, post ? habit.posts : habit.pages, quote)) +
            "#" + found.heading->id};
    item.sort_text = sort_key(list.items.size());
    list.items.push_back(std::move(item));
  }
}

}  // namespace

bool anchors(const Cursor& cursor, const AddressPlace& place, CompletionList& list) {
  const std::string_view typed = typed_in(cursor, place.range);
  const std::size_t hash = typed.find('#');
  if (hash == std::string_view::npos) return false;
  if (typed.starts_with("##")) {
    if (cursor.context.site) all_headings(cursor, place, list);
    return true;
  }
  const text::Range range{place.range.begin + static_cast<text::Offset>(hash) + 1, place.range.end};
  if (hash == 0) {
    own_anchors(cursor, range, list);
  } else if (cursor.context.site && cursor.context.page) {
    const site::Resolution resolution =
        site::resolve_link(*cursor.context.site, *cursor.context.page, typed.substr(0, hash));
    if (resolution.page) anchors_of(cursor, resolution.page, range, list);
  }
  return true;
}

void anchors_behind_liquid(const Cursor& cursor, CompletionList& list) {
  const auto range = fragment_behind_liquid(*cursor.context.document, cursor.offset);
  if (!range || !cursor.context.site) return;
  const auto mention = mention_at({cursor.context, range->begin - 1});
  if (!mention) return;
  if (const site::PagePtr page = cursor.context.site->page(mention->thing.path))
    anchors_of(cursor, page, *range, list);
}

}  // namespace features::completion
