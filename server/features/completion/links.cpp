// Link targets: pages by address or title, in the form that the site uses.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "server/features/completion/body_place.h"
#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/link_form.h"
#include "server/text/url.h"

namespace features::completion {
namespace {

struct Target {
  Match match = Match::prefix;
  std::int64_t date = 0;             // pages without a date come behind posts
  std::string shown;                 // the address, decoded
  const site::Page* page = nullptr;  // of the snapshot that the cursor holds
};

struct BestFirst {
  bool operator()(const Target& a, const Target& b) const {
    if (a.match != b.match) return a.match < b.match;
    return a.date != b.date ? a.date > b.date : a.shown < b.shown;
  }
};

// One list serves all further letters, so the text to filter by holds address and title, the likelier one
// first.
std::string filter_text(std::string_view typed, const std::string& address, const std::string& title) {
  const bool by_title = !typed.empty() && typed.front() != '/';
  return by_title ? title + " " + address : address + " " + title;
}

Match match_page(std::string_view typed, const std::string& baseurl, const std::string& address,
                 std::string_view title) {
  const Match by_address = std::min(match(typed, baseurl + address), match(typed, address));
  return title.empty() ? by_address : std::min(by_address, match(typed, title));
}

// `habit`: how to write what was not begun as an address; who types `/` wants a plain one.
void pages(const Cursor& cursor, const AddressPlace& place, const std::string& baseurl,
           const LinkHabit& habit, CompletionList& list) {
  const std::string_view typed = typed_in(cursor, place.range);
  Best<Target, BestFirst> best(most_items, BestFirst{});
  // The index knows addresses without the baseurl.
  const bool below = !baseurl.empty() && typed.starts_with(baseurl);
  const std::string_view wanted = below ? typed.substr(baseurl.size()) : typed;
  const auto offer = [&](const site::Page& page) {
    if (!page.published() || page.path == cursor.context.path || page.url.empty()) return true;
    std::string shown = text::percent_decode(page.url);
    const Match fit = match_page(typed, baseurl, shown, page.title.value);
    if (fit == Match::none) return true;
    best.offer({fit, page.date ? page.date->seconds : INT64_MIN, std::move(shown), &page});
    return true;
  };
  const bool all = cursor.context.site->for_each_page_like(wanted, site::Words::all, most_compared, offer);
  list.incomplete = list.incomplete || !all || best.dropped_some();
  for (const Target& target : best.take()) {
    Completion item;
    item.label = baseurl + target.shown;
    item.kind = target.page->kind == site::PageKind::page ? Completion::Kind::page : Completion::Kind::post;
    item.detail = target.page->title.value;
    item.filter_text = filter_text(typed, item.label, item.detail);
    const bool post = target.page->kind == site::PageKind::post;
    item.edit = {place.range,
                 place.in_liquid || typed.starts_with('/')
                     ? baseurl + target.page->url
                     : written_address(cursor.context, *target.page, post ? habit.posts : habit.pages,
                                       place.quote == '"' ? '\'' : '"')};
    item.sort_text = sort_key(list.items.size());
    list.items.push_back(std::move(item));
  }
}

}  // namespace

void link_targets(const Cursor& cursor, CompletionList& list) {
  const auto place = address_at(*cursor.context.document, cursor.offset);
  if (!place) return;
  const std::string_view typed = typed_in(cursor, place->range);
  if (typed.find("://") != std::string_view::npos || typed.starts_with("//") || typed.starts_with("mailto:"))
    return;
  if (anchors(cursor, *place, list) || !cursor.context.site) return;
  const std::string& baseurl = cursor.context.site->config().baseurl;
  if (!place->image) pages(cursor, *place, baseurl, link_habit(*cursor.context.site), list);
  files(cursor, *place, baseurl, list);
}

void liquid_addresses(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (place.kind != LiquidPlace::Kind::text || !cursor.context.site) return;
  if (!typed_in(cursor, place.range).starts_with('/')) return;
  const AddressPlace address{place.range, false, true, '\0'};
  pages(cursor, address, "", {}, list);
  files(cursor, address, "", list);
}

}  // namespace features::completion
