// Which candidates fit what is typed, and the best few of very many without sorting all of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace features::completion {

// Better matches come first.
enum class Match : std::uint8_t { prefix, word, inside, scattered, none };

// ASCII letters match in any case. An empty `typed` is a prefix of everything. `scattered`: all typed
// characters occur in their order. Takes time linear in the candidate's length but for repeated beginnings of
// `typed`.
[[nodiscard]] Match match(std::string_view typed, std::string_view candidate);

// Keeps the `limit` smallest of all offered items by `Less`.
template <typename Item, typename Less>
class Best {
 public:
  Best(std::size_t limit, Less less) : limit_(limit), less_(std::move(less)) {}

  void offer(Item item) {
    ++offered_;
    if (items_.size() == limit_) {
      if (limit_ == 0 || !less_(item, items_.front())) return;
      std::pop_heap(items_.begin(), items_.end(), less_);
      items_.pop_back();
    }
    items_.push_back(std::move(item));
    std::push_heap(items_.begin(), items_.end(), less_);
  }

  [[nodiscard]] bool dropped_some() const { return offered_ > limit_; }

  // Smallest first.
  [[nodiscard]] std::vector<Item> take() {
    std::sort_heap(items_.begin(), items_.end(), less_);
    return std::move(items_);
  }

 private:
  std::size_t limit_;
  Less less_;
  std::size_t offered_ = 0;
  std::vector<Item> items_;
};

}  // namespace features::completion
