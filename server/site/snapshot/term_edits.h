// Changes of the lists of posts by tag and by category. A builder collects them while pages come and go and
// has them made at its end: a list of thousands of posts is then sorted once, not once per post.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/snapshot/state.h"

namespace site {

class TermEdits {
 public:
  // A page that is taken out and put back with another date stands in both lists; one number never belongs to
  // two pages within one change, since a number that was given up and taken again is first removed, then
  // added.
  void add(PageId id, const Page& page);
  void remove(PageId id, const Page& page);
  // Makes them in `state`, whose pages are in place by now, and forgets them.
  void apply(SiteState& state);

 private:
  // A page as the lists sort it: with its date beside it, long lists need not look at the pages, which lie
  // all over the memory.
  struct Dated {
    std::int64_t seconds;
    PageId id;
  };
  struct Edit {
    std::vector<Dated> added;
    std::vector<PageId> removed;
  };
  using Edits = std::map<std::string, Edit, std::less<>>;
  using Lists = PersistentMap<PageIds>;
  using Spellings = PersistentMap<std::vector<std::string>>;

  static Edit& edit_of(Edits& edits, std::string_view term);
  static void merge(Edit& edit, std::vector<PageId>& ids, const PersistentVector<PagePtr>& pages);
  static void apply_to(Edits& edits, Lists& lists, Spellings& spellings,
                       const PersistentVector<PagePtr>& pages);

  Edits tags_;
  Edits categories_;
};

}  // namespace site
