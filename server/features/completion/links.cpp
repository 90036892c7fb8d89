// Link targets: pages by address with their title beside it, media files for images, and behind `#` the ids
// of a page.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "server/features/completion/body_place.h"
#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/words.h"
#include "server/site/permalink.h"
#include "server/site/resolve.h"

namespace features::completing {
namespace {

struct Target {
  Match match = Match::prefix;
  std::int64_t date = 0;  // pages without a date come behind posts
  std::string url;        // as Jekyll writes it
  std::string shown;      // decoded
  std::string title;
};

struct BestFirst {
  bool operator()(const Target& a, const Target& b) const {
    if (a.match != b.match) return a.match < b.match;
    return a.date != b.date ? a.date > b.date : a.shown < b.shown;
  }
};

bool is_media(std::string_view path) {
  constexpr std::array<std::string_view, 10> kExtensions = {".png",  ".jpg",  ".jpeg", ".gif",  ".svg",
                                                            ".webp", ".avif", ".mp4",  ".webm", ".mp3"};
  const std::string lower = lower_ascii(path);
  return std::any_of(kExtensions.begin(), kExtensions.end(),
                     [&](std::string_view end) { return lower.ends_with(end); });
}

// One list serves all further letters, so the text to filter by holds address and title, the likelier one
// first.
std::string filter_text(std::string_view typed, const std::string& address, const std::string& title) {
  const bool by_title = !typed.empty() && typed.front() != '/';
  return by_title ? title + " " + address : address + " " + title;
}

void add_targets(std::vector<Target> targets, std::string_view typed, text::Range range,
                 Completion::Kind kind, const std::string& baseurl, CompletionList& list) {
  for (Target& target : targets) {
    Completion item;
    item.label = baseurl + target.shown;
    item.kind = kind;
    item.detail = std::move(target.title);
    item.filter_text = filter_text(typed, item.label, item.detail);
    item.edit = {range, baseurl + target.url};
    item.sort_text = sort_key(list.items.size());
    list.items.push_back(std::move(item));
  }
}

Match match_address(std::string_view typed, const std::string& baseurl, const std::string& address,
                    std::string_view title) {
  const Match by_address = std::min(match(typed, baseurl + address), match(typed, address));
  return title.empty() ? by_address : std::min(by_address, match(typed, title));
}

void pages(const Cursor& cursor, text::Range range, CompletionList& list) {
  const std::string_view typed = typed_in(cursor, range);
  const std::string& baseurl = cursor.site->config().baseurl;
  Best<Target, BestFirst> best(kMostItems, BestFirst{});
  std::size_t seen = 0;
  cursor.site->for_each_page([&](const site::Page& page) {
    if (++seen % 1024 == 0 && cursor.stop.stop_requested()) return false;
    if (!page.published() || page.path == cursor.path || page.url.empty()) return true;
    std::string shown = site::unescape_path(page.url);
    const Match fit = match_address(typed, baseurl, shown, page.title.value);
    if (fit == Match::none) return true;
    best.offer(
        {fit, page.date ? page.date->seconds : INT64_MIN, page.url, std::move(shown), page.title.value});
    return true;
  });
  list.incomplete = list.incomplete || best.dropped_some();
  add_targets(best.take(), typed, range, Completion::Kind::page, baseurl, list);
}

void media(const Cursor& cursor, text::Range range, CompletionList& list) {
  const std::string_view typed = typed_in(cursor, range);
  const std::string& baseurl = cursor.site->config().baseurl;
  Best<Target, BestFirst> best(kMostItems, BestFirst{});
  for (const auto& [path, url] : cursor.site->static_files()) {
    if (!is_media(path)) continue;
    std::string shown = site::unescape_path(url);
    const Match fit = match_address(typed, baseurl, shown, {});
    if (fit != Match::none) best.offer({fit, 0, url, std::move(shown), {}});
  }
  list.incomplete = list.incomplete || best.dropped_some();
  add_targets(best.take(), typed, range, Completion::Kind::file, baseurl, list);
}

void add_anchor(const std::string& id, std::string detail, text::Range range, std::string_view typed,
                CompletionList& list) {
  if (id.empty() || match(typed, id) == Match::none) return;
  Completion item;
  item.label = "#" + id;
  item.kind = Completion::Kind::anchor;
  item.filter_text = id + " " + detail;
  item.detail = std::move(detail);
  item.edit = {range, id};
  item.sort_text = sort_key(list.items.size());
  list.items.push_back(std::move(item));
}

// The part behind `#`; the part before it names the page, this one if it is empty.
void anchors(const Cursor& cursor, text::Range address, text::Offset hash, CompletionList& list) {
  const text::Range range{hash + 1, address.end};
  const std::string_view typed = typed_in(cursor, range);
  if (hash == address.begin) {
    const syntax::Markdown& markdown = cursor.markdown();
    for (const syntax::Heading& heading : markdown.headings) {
      if (heading.id && !heading.masked) add_anchor(*heading.id, heading.text, range, typed, list);
    }
    for (const syntax::Anchor& anchor : markdown.anchors) {
      if (!anchor.masked) add_anchor(anchor.id, "", range, typed, list);
    }
    return;
  }
  if (!cursor.site || !cursor.page) return;
  const std::string_view href = text::slice(cursor.text(), {address.begin, hash});
  const site::Resolution resolution = site::resolve_link(*cursor.site, *cursor.page, href);
  if (!resolution.page) return;
  for (const site::PageHeading& heading : resolution.page->headings) {
    if (heading.has_id && !heading.masked) add_anchor(heading.id, heading.text, range, typed, list);
  }
  for (const std::string& id : resolution.page->anchors) add_anchor(id, "", range, typed, list);
}

}  // namespace

void link_targets(const Cursor& cursor, CompletionList& list) {
  const auto place = address_at(*cursor.document, cursor.offset);
  if (!place) return;
  const std::string_view typed = typed_in(cursor, place->range);
  if (typed.find("://") != std::string_view::npos || typed.starts_with("//") || typed.starts_with("mailto:"))
    return;
  if (const std::size_t hash = typed.find('#'); hash != std::string_view::npos) {
    anchors(cursor, place->range, place->range.begin + static_cast<text::Offset>(hash), list);
    return;
  }
  if (!cursor.site) return;
  if (place->image) {
    media(cursor, place->range, list);
  } else {
    pages(cursor, place->range, list);
  }
}

}  // namespace features::completing
