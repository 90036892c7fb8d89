#include "server/site/snapshot/state.h"

#include <algorithm>

namespace site {

std::vector<PagePtr> pages_under(const SiteState& state, const PersistentMap<PageIds>& map,
                                 std::string_view key, std::size_t limit) {
  std::vector<PagePtr> pages;
  const PageIds* ids = map.find(key);
  if (!ids) return pages;
  for (const PageId id : **ids) {
    if (pages.size() == limit) break;
    pages.push_back(state.pages[id]);
  }
  return pages;
}

std::vector<PagePtr> by_path(std::vector<PagePtr> pages) {
  std::sort(pages.begin(), pages.end(), [](const PagePtr& a, const PagePtr& b) { return a->path < b->path; });
  return pages;
}

}  // namespace site
