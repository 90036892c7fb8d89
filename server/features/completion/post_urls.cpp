// `{% post_url |`: posts by name, newest first. Rules: jekyll/lib/jekyll/tags/post_url.rb.
#include <cstdint>
#include <string>
#include <utility>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/post_name.h"

namespace features::completing {
namespace {

struct Post {
  Match match = Match::prefix;
  std::int64_t date = 0;
  std::string name;
  std::string title;
};

struct NewestFirst {
  bool operator()(const Post& a, const Post& b) const {
    if (a.match != b.match) return a.match < b.match;
    return a.date != b.date ? a.date > b.date : a.name < b.name;
  }
};

}  // namespace

void post_urls(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (place.kind != LiquidPlace::Kind::file || place.tag != "post_url" || !cursor.site) return;
  const text::Range range = place.range;
  const std::string_view typed = typed_in(cursor, range);
  Best<Post, NewestFirst> best(kMostItems, NewestFirst{});
  std::size_t seen = 0;
  cursor.site->for_each_page([&](const site::Page& page) {
    if (++seen % 1024 == 0 && cursor.stop.stop_requested()) return false;
    if (page.kind != site::PageKind::post || !page.published() || page.path == cursor.path) return true;
    const std::string name = post_url_name(page, cursor.site->config());
    const Match fit = std::min(match(typed, name), match(typed, page.title.value));
    if (fit != Match::none) best.offer({fit, page.date ? page.date->seconds : 0, name, page.title.value});
    return true;
  });
  list.incomplete = list.incomplete || best.dropped_some();
  const bool by_title = !typed.empty() && (typed.front() < '0' || typed.front() > '9');
  for (Post& post : best.take()) {
    Completion item;
    item.label = post.name;
    item.kind = Completion::Kind::post;
    item.detail = post.title;
    item.filter_text = by_title ? post.title + " " + post.name : post.name + " " + post.title;
    item.edit = {range, post.name};
    item.sort_text = sort_key(list.items.size());
    list.items.push_back(std::move(item));
  }
}

}  // namespace features::completing
