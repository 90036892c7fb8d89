// `{% post_url |`: posts by name, newest first. Rules: jekyll/lib/jekyll/tags/post_url.rb.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/post_name.h"

namespace features::completion {
namespace {

constexpr std::size_t day_size = 10;  // YYYY-MM-DD

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

// `2019-`, `2019-03-1`, `2019-03-12-name`: the year and more of a date.
bool is_date(std::string_view typed) {
  constexpr std::size_t year = 5;
  return typed.size() >= year &&
         typed.substr(0, day_size).find_first_not_of("0123456789-") == std::string_view::npos;
}

// Posts of the days that begin with what is typed, the newest first and not too many: days are indexed.
template <typename Visit>
void for_each_post_of(const site::Site& site, std::string_view date, const Visit& visit) {
  const std::string_view wanted = date.substr(0, day_size);
  std::size_t seen = 0;
  for (int month = 12; month > 0; --month) {
    for (int day = 31; day > 0 && seen < most_compared; --day) {
      std::string text(wanted.substr(0, 4));
      for (const int number : {month, day}) {
        text += {'-', static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
      }
      if (!text.starts_with(wanted)) continue;
      for (const site::PagePtr& post : site.posts_on(text)) {
        ++seen;
        visit(*post);
      }
    }
  }
}

}  // namespace

void post_urls(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (place.kind != LiquidPlace::Kind::file || place.tag != "post_url" || !cursor.context.site) return;
  const text::Range range = place.range;
  const std::string_view typed = typed_in(cursor, range);
  Best<Post, NewestFirst> best(most_items, NewestFirst{});
  const auto offer = [&](const site::Page& page) {
    if (page.kind != site::PageKind::post || !page.published() || page.path == cursor.context.path)
      return true;
    const std::string name = post_url_name(page, cursor.context.site->config());
    const Match fit = std::min(match(typed, name), match(typed, page.title.value));
    if (fit != Match::none) best.offer({fit, page.date ? page.date->seconds : 0, name, page.title.value});
    return true;
  };
  bool all = false;
  if (cursor.context.site->page_count() > most_compared && is_date(typed)) {
    for_each_post_of(*cursor.context.site, typed, offer);
  } else {
    all = cursor.context.site->for_each_page_like(typed, site::Words::all, most_compared, offer);
  }
  list.incomplete = list.incomplete || !all || best.dropped_some();
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

}  // namespace features::completion
