// A hash table from text that is filled and looked up but never gives an entry back. The standard's one
// follows a chain of nodes all over the memory; here a lookup touches one slot, and one entry if that is the
// right one: filling the indexes of 100,000 pages takes half of the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace site {

template <typename T>
class HashTable {
 public:
  struct Entry {
    std::string key;
    T value;
  };

  // nullptr if there is no such key. `hash` is the key's, the same for every call. Valid as long as the table
  // is.
  [[nodiscard]] const Entry* find(std::size_t hash, std::string_view key) const {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[slot_of(static_cast<std::uint32_t>(hash), key)];
    return slot.entry != 0 ? &entries_[slot.entry - 1] : nullptr;
  }

  // The entry of `key`, made if there is none.
  [[nodiscard]] Entry& at(std::size_t hash, std::string_view key) {
    if (4 * (entries_.size() + 1) > 3 * slots_.size()) grow();
    const auto short_hash = static_cast<std::uint32_t>(hash);
    Slot& slot = slots_[slot_of(short_hash, key)];
    if (slot.entry == 0) {
      entries_.push_back({std::string(key), T{}});
      slot = {short_hash, static_cast<std::uint32_t>(entries_.size())};
    }
    return entries_[slot.entry - 1];
  }

  // In the order of their making.
  [[nodiscard]] const std::deque<Entry>& entries() const { return entries_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // counted from one; 0: free
  };

  // Where the key stands, or the free slot for it.
  [[nodiscard]] std::size_t slot_of(std::uint32_t hash, std::string_view key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0 && (slots_[at].hash != hash || entries_[slots_[at].entry - 1].key != key))
      at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 8 : 2 * slots_.size());
    std::swap(old, slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
      if (slot.entry == 0) continue;
      std::size_t at = slot.hash & mask;
      while (slots_[at].entry != 0) at = (at + 1) & mask;
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, at most three quarters used
  std::deque<Entry> entries_;
};

}  // namespace site
