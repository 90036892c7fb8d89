// What is worth comparing with a text that is being typed or misspelt, where a site may have too many pages
// to look at all of them.
#include <algorithm>
#include <vector>

#include "server/site/site.h"
#include "server/site/snapshot/state.h"
#include "server/site/snapshot/word_beginnings.h"

namespace site {
namespace {

// Up to `limit` pages below the number `end`, the last indexed first, from the rarest of the text's words on;
// of `Words::all` that one tells enough.
std::vector<PageId> pages_with_words(const SiteState& state, std::string_view text, Words words,
                                     std::size_t limit, PageId end) {
  const bool all = words == Words::all;
  std::vector<const std::vector<PageId>*> lists;
  for (const std::string& word : word_beginnings(all ? without_short_end(text) : text)) {
    const PageIds* ids = state.words.find(word);
    if (ids) lists.push_back(ids->get());
    if (!ids && all) return {};
  }
  std::sort(lists.begin(), lists.end(), [](const auto* a, const auto* b) { return a->size() < b->size(); });
  std::vector<PageId> found;
  for (const std::vector<PageId>* ids : lists) {
    for (auto id = ids->rbegin(); id != ids->rend() && found.size() < limit; ++id) {
      if (*id < end) found.push_back(*id);
    }
    if (all) break;
  }
  std::sort(found.begin(), found.end(), std::greater<>());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

bool Site::for_each_page_like(std::string_view text, Words words, std::size_t most,
                              const std::function<bool(const Page&)>& visit) const {
  const SiteState& state = *state_;
  if (page_count() <= most) {
    for_each_page(visit);
    return true;
  }
  // Files are read in the order of their paths, which is the order of posts' dates, and new ones come last.
  PageId id = state.pages.size();
  for (std::size_t looked_at = 0; id > 0 && looked_at < most / 2; ++looked_at) {
    const PagePtr& page = state.pages[--id];
    if (page && !visit(*page)) return false;
  }
  for (const PageId found : pages_with_words(state, text, words, most / 2, id)) {
    if (!visit(*state.pages[found])) break;
  }
  return false;
}

void Site::for_each_file_address(const std::function<bool(std::string_view)>& visit) const {
  state_->static_files.for_each(
      [&](const std::string&, const StaticFilePtr& file) { return !file->written || visit(file->url); });
}

}  // namespace site
