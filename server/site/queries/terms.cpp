// The tags, categories and front matter keys of a snapshot, with what uses them.
#include <algorithm>

#include "server/site/site.h"
#include "server/site/snapshot/state.h"
#include "server/syntax/slugify.h"

namespace site {
namespace {

// Most used first, then by name.
void sort_counts(std::vector<TermCount>& counts) {
  std::sort(counts.begin(), counts.end(), [](const TermCount& a, const TermCount& b) {
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
}

std::vector<TermCount> term_counts(const PersistentMap<PageIds>& terms) {
  std::vector<TermCount> counts;
  counts.reserve(terms.size());
  terms.for_each([&](const std::string& name, const PageIds& ids) {
    counts.push_back({name, ids->size()});
    return true;
  });
  sort_counts(counts);
  return counts;
}

std::vector<TermCount> spellings(const PersistentMap<std::vector<std::string>>& by_slug,
                                 const PersistentMap<PageIds>& terms, std::string_view name) {
  std::vector<TermCount> counts;
  const std::vector<std::string>* names = by_slug.find(syntax::slugify(name));
  if (!names) return counts;
  for (const std::string& other : *names) {
    const PageIds* ids = terms.find(other);
    if (ids) counts.push_back({other, (*ids)->size()});
  }
  sort_counts(counts);
  return counts;
}

}  // namespace

std::vector<TermCount> Site::tags() const {
  return term_counts(state_->tags);
}

std::vector<TermCount> Site::categories() const {
  return term_counts(state_->categories);
}

std::vector<PagePtr> Site::tagged(std::string_view tag, std::size_t limit) const {
  return pages_under(*state_, state_->tags, tag, limit);
}

std::vector<PagePtr> Site::in_category(std::string_view category, std::size_t limit) const {
  return pages_under(*state_, state_->categories, category, limit);
}

std::vector<TermCount> Site::tags_like(std::string_view name) const {
  return spellings(state_->tag_spellings, state_->tags, name);
}

std::vector<TermCount> Site::categories_like(std::string_view name) const {
  return spellings(state_->category_spellings, state_->categories, name);
}

std::size_t Site::tag_count(std::string_view tag) const {
  const PageIds* ids = state_->tags.find(tag);
  return ids ? (*ids)->size() : 0;
}

std::size_t Site::category_count(std::string_view category) const {
  const PageIds* ids = state_->categories.find(category);
  return ids ? (*ids)->size() : 0;
}

std::vector<TermCount> Site::keys() const {
  std::vector<TermCount> counts;
  state_->keys.for_each([&](const std::string& key, std::uint32_t uses) {
    counts.push_back({key, uses});
    return true;
  });
  sort_counts(counts);
  return counts;
}

}  // namespace site
