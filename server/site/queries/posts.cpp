// Lists of posts and documents that a page may loop over, where they are not long.
#include <algorithm>

#include "server/site/compute/page_order.h"
#include "server/site/site.h"
#include "server/site/snapshot/state.h"

namespace site {
namespace {

using Pages = std::vector<PagePtr>;

bool is_written_post(const Page& page) {
  return page.is_post() && page.published();
}

// `terms`: newest first.
std::optional<Pages> posts_with(const SiteState& state, const PersistentMap<PageIds>& terms,
                                std::string_view name, std::size_t most) {
  const PageIds* ids = terms.find(name);
  if (!ids || (*ids)->size() > 2 * most) return std::nullopt;
  Pages posts;
  for (const PageId id : **ids) {
    if (is_written_post(*state.pages[id])) posts.push_back(state.pages[id]);
  }
  if (posts.size() > most) return std::nullopt;
  return posts;
}

}  // namespace

std::optional<Pages> Site::written_posts(std::size_t most) const {
  if (state_->written_posts > most) return std::nullopt;
  Pages posts;
  state_->days.for_each([&](const std::string&, const PageIds& day) {
    for (const PageId id : *day) {
      if (is_written_post(*state_->pages[id])) posts.push_back(state_->pages[id]);
    }
    return true;
  });
  std::sort(posts.begin(), posts.end(), [](const PagePtr& a, const PagePtr& b) { return newer(*a, *b); });
  // A post stands under the day of its name and that of its date.
  posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
  return posts;
}

std::optional<Pages> Site::written_posts_tagged(std::string_view tag, std::size_t most) const {
  return posts_with(*state_, state_->tags, tag, most);
}

std::optional<Pages> Site::written_posts_in(std::string_view category, std::size_t most) const {
  return posts_with(*state_, state_->categories, category, most);
}

std::optional<Pages> Site::documents(std::string_view collection, std::size_t most) const {
  constexpr std::uint32_t most_pages = 3000;  // there is no index: all are looked at
  if (state_->page_total > most_pages) return std::nullopt;
  Pages documents;
  for (PageId id = 0; id < state_->pages.size(); ++id) {
    const PagePtr& page = state_->pages[id];
    if (!page || page->kind != PageKind::document || page->collection != collection) continue;
    if (page->published() || page->publication == Publication::future ||
        page->publication == Publication::collection_unwritten)
      documents.push_back(page);
  }
  if (documents.size() > most) return std::nullopt;
  std::sort(documents.begin(), documents.end(),
            [](const PagePtr& a, const PagePtr& b) { return newer(*b, *a); });
  return documents;
}

}  // namespace site
