#include "server/site/snapshot/term_edits.h"

#include <algorithm>

#include "server/site/compute/page_order.h"
#include "server/syntax/slugify.h"

namespace site {
namespace {

// The distinct names of a page's tags or categories.
std::vector<std::string_view> names(const std::vector<Term>& terms) {
  std::vector<std::string_view> result;
  result.reserve(terms.size());
  for (const Term& term : terms) {
    if (std::find(result.begin(), result.end(), term.name) == result.end()) result.push_back(term.name);
  }
  return result;
}

void note_spelling(PersistentMap<std::vector<std::string>>& by_slug, const std::string& term, bool used) {
  const std::string slug = syntax::slugify(term);
  std::vector<std::string>& names = by_slug.at(slug);
  std::erase(names, term);
  if (used) names.insert(std::lower_bound(names.begin(), names.end(), term), term);
  if (names.empty()) by_slug.erase(slug);
}

}  // namespace

void TermEdits::add(PageId id, const Page& page) {
  const Dated dated{page.date ? page.date->seconds : 0, id};
  for (const std::string_view name : names(page.tags)) edit_of(tags_, name).added.push_back(dated);
  for (const std::string_view name : names(page.categories))
    edit_of(categories_, name).added.push_back(dated);
}

void TermEdits::remove(PageId id, const Page& page) {
  const auto remove_from = [id](Edit& edit) {
    edit.removed.push_back(id);
    std::erase_if(edit.added, [id](const Dated& added) { return added.id == id; });
  };
  for (const std::string_view name : names(page.tags)) remove_from(edit_of(tags_, name));
  for (const std::string_view name : names(page.categories)) remove_from(edit_of(categories_, name));
}

void TermEdits::apply(SiteState& state) {
  apply_to(tags_, state.tags, state.tag_spellings, state.pages);
  apply_to(categories_, state.categories, state.category_spellings, state.pages);
}

TermEdits::Edit& TermEdits::edit_of(Edits& edits, std::string_view term) {
  const auto found = edits.find(term);
  return found != edits.end() ? found->second : edits.try_emplace(std::string(term)).first->second;
}

void TermEdits::apply_to(Edits& edits, Lists& lists, Spellings& spellings,
                         const PersistentVector<PagePtr>& pages) {
  for (auto& [term, edit] : edits) {
    const bool known = lists.find(term) != nullptr;
    PageIds& shared = lists.at(term);
    std::vector<PageId>& ids = own(shared);
    merge(edit, ids, pages);
    const bool used = !ids.empty();
    if (known != used) note_spelling(spellings, term, used);
    if (!used) lists.erase(term);
  }
  edits.clear();
}

void TermEdits::merge(Edit& edit, std::vector<PageId>& ids, const PersistentVector<PagePtr>& pages) {
  const auto later_first = [&pages](PageId a, PageId b) { return newer(*pages[a], *pages[b]); };
  if (!edit.removed.empty()) {
    std::sort(edit.removed.begin(), edit.removed.end());
    std::erase_if(
        ids, [&gone = edit.removed](PageId id) { return std::binary_search(gone.begin(), gone.end(), id); });
  }
  if (edit.added.size() < 8) {
    for (const Dated& page : edit.added)
      ids.insert(std::upper_bound(ids.begin(), ids.end(), page.id, later_first), page.id);
    return;
  }
  const auto before = [&later_first](const Dated& a, const Dated& b) {
    return a.seconds != b.seconds ? a.seconds > b.seconds : later_first(a.id, b.id);
  };
  // Files are read in the order of their names, which begin with the date: mostly the list is only upside
  // down.
  std::reverse(edit.added.begin(), edit.added.end());
  if (!std::is_sorted(edit.added.begin(), edit.added.end(), before))
    std::sort(edit.added.begin(), edit.added.end(), before);
  const auto middle = static_cast<std::ptrdiff_t>(ids.size());
  for (const Dated& page : edit.added) ids.push_back(page.id);
  std::inplace_merge(ids.begin(), ids.begin() + middle, ids.end(), later_first);
}

}  // namespace site
