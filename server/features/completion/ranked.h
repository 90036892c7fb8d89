// A list of names that are few enough to be looked at one by one, best matches first.
#pragma once

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"

namespace features::completion {

class Ranked {
 public:
  explicit Ranked(std::string_view typed) : typed_(typed) {}

  // Items of a smaller tier come before all others; those alike keep the order in which they were offered. A
  // second item with the same label is left out.
  void offer(Completion item, std::size_t tier = 1) {
    const Match fit = match(typed_, item.label);
    if (fit == Match::none) return;
    if (known_.insert(item.label).second) items_.push_back({tier, fit, std::move(item)});
  }

  void add_to(CompletionList& list) {
    std::stable_sort(items_.begin(), items_.end(), [](const Entry& a, const Entry& b) {
      return a.tier != b.tier ? a.tier < b.tier : a.fit < b.fit;
    });
    for (Entry& entry : items_) {
      if (list.items.size() == most_items) {
        list.incomplete = true;
        break;
      }
      entry.item.sort_text = sort_key(list.items.size());
      list.items.push_back(std::move(entry.item));
    }
  }

 private:
  struct Entry {
    std::size_t tier;
    Match fit;
    Completion item;
  };
  std::string_view typed_;
  std::vector<Entry> items_;
  std::unordered_set<std::string> known_;  // labels
};

}  // namespace features::completion
