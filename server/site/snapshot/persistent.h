// Containers whose copies share everything: a copy costs one pointer, a change of a copy the few nodes on its
// way. Nodes that nobody else holds are changed in place, so that filling a new container is as cheap as
// filling a plain one. Reading is safe from any thread; a container is changed by one thread while every
// older copy is still held.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/site/snapshot/hash_table.h"

namespace site {

// The node behind `pointer`, made if there is none, copied first if an older container still uses it.
template <typename Node>
Node& own(std::shared_ptr<Node>& pointer) {
  if (!pointer) {
    pointer = std::make_shared<Node>();
  } else if (pointer.use_count() != 1) {
    pointer = std::make_shared<Node>(*pointer);
  }
  return *pointer;
}

// A vector of `T` with 32-bit indices; a trie of nodes with 32 children.
template <typename T>
class PersistentVector {
 public:
  using Index = std::uint32_t;

  [[nodiscard]] Index size() const { return size_; }

  [[nodiscard]] const T& operator[](Index index) const {
    const Node* node = root_.get();
    for (unsigned shift = shift_; shift > 0; shift -= bits)
      node = node->children[(index >> shift) & mask].get();
    return node->values[index & mask];
  }

  Index push_back(T value) {
    if (size_ == capacity()) {
      if (root_) {
        auto above = std::make_shared<Node>();
        above->children.resize(width);
        above->children[0] = std::move(root_);
        root_ = std::move(above);
        shift_ += bits;
      }
    }
    const Index index = size_++;
    set(index, std::move(value));
    return index;
  }

  void set(Index index, T value) {
    Node* node = &own(root_);
    for (unsigned shift = shift_; shift > 0; shift -= bits) {
      node->children.resize(width);
      node = &own(node->children[(index >> shift) & mask]);
    }
    if (node->values.size() <= (index & mask)) node->values.resize((index & mask) + 1);
    node->values[index & mask] = std::move(value);
  }

 private:
  static constexpr unsigned bits = 5;
  static constexpr std::size_t width = std::size_t{1} << bits;
  static constexpr Index mask = width - 1;

  struct Node {
    std::vector<std::shared_ptr<Node>> children;  // inner nodes
    std::vector<T> values;                        // leaves
  };

  [[nodiscard]] std::uint64_t capacity() const { return root_ ? std::uint64_t{width} << shift_ : 0; }

  std::shared_ptr<Node> root_;
  unsigned shift_ = 0;
  Index size_ = 0;
};

// A map from text to `T`. What is filled in before the first copy lies in one plain hash table; what is
// changed while copies hold that table lies above it in a trie over the hash, with 16 children a node and up
// to 16 entries a leaf. So a site is read at the price of plain tables, and a change never copies one.
template <typename T>
class PersistentMap {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }

  // nullptr if there is no such key. Valid as long as the container is.
  [[nodiscard]] const T* find(std::string_view key) const {
    const std::size_t hash = hash_of(key);
    const std::optional<T>* value = changed(hash, key);
    if (!value) value = filled(hash, key);
    return value && *value ? &**value : nullptr;
  }

  // The value of `key`, made if there is none. Valid until the next change.
  T& at(std::string_view key) {
    std::optional<T>& value = place_of(key);
    if (!value) {
      value.emplace();
      ++size_;
    }
    return *value;
  }

  void erase(std::string_view key) {
    if (!find(key)) return;
    place_of(key).reset();
    --size_;
  }

  // In no particular order; `visit(key, value)` returns false to stop. Returns false if stopped.
  template <typename Visit>
  bool for_each(const Visit& visit) const {
    if (table_) {
      for (const auto& entry : table_->entries()) {
        const bool stands = entry.value && !changed(hash_of(entry.key), entry.key);
        if (stands && !visit(entry.key, *entry.value)) return false;
      }
    }
    return !root_ || walk(*root_, visit);
  }

 private:
  static constexpr unsigned bits = 4;
  static constexpr std::size_t mask = (std::size_t{1} << bits) - 1;
  static constexpr unsigned hash_bits = sizeof(std::size_t) * 8 - bits;
  static constexpr std::size_t leaf_limit = 16;

  // Without a value: erased.
  using Table = HashTable<std::optional<T>>;

  struct Entry {
    std::size_t hash;
    std::string key;
    std::optional<T> value;
  };
  struct Node {
    bool branch = false;
    std::vector<std::shared_ptr<Node>> children;  // of a branch: one for each value of four bits
    std::vector<Entry> entries;                   // of a leaf
  };

  static std::size_t hash_of(std::string_view key) { return std::hash<std::string_view>{}(key); }

  // What the table says of a key, and what the trie above it says; nullptr: nothing.
  [[nodiscard]] const std::optional<T>* filled(std::size_t hash, std::string_view key) const {
    const auto* entry = table_ ? table_->find(hash, key) : nullptr;
    return entry ? &entry->value : nullptr;
  }

  [[nodiscard]] const std::optional<T>* changed(std::size_t hash, std::string_view key) const {
    const Node* node = root_.get();
    for (unsigned shift = 0; node && node->branch; shift += bits)
      node = node->children[(hash >> shift) & mask].get();
    if (!node) return nullptr;
    for (const Entry& entry : node->entries) {
      if (entry.hash == hash && entry.key == key) return &entry.value;
    }
    return nullptr;
  }

  // Where the value of a key may be changed.
  std::optional<T>& place_of(std::string_view key) {
    const std::size_t hash = hash_of(key);
    if (!table_ && !root_) table_ = std::make_shared<Table>();
    if (!root_ && table_.use_count() == 1) return table_->at(hash, key).value;
    return place_in_trie(hash, key);
  }

  std::optional<T>& place_in_trie(std::size_t hash, std::string_view key) {
    std::shared_ptr<Node>* place = &root_;
    for (unsigned shift = 0;; shift += bits) {
      Node& node = own(*place);
      if (node.branch) {
        place = &node.children[(hash >> shift) & mask];
        continue;
      }
      for (Entry& entry : node.entries) {
        if (entry.hash == hash && entry.key == key) return entry.value;
      }
      if (node.entries.size() < leaf_limit || shift >= hash_bits) {
        const std::optional<T>* below = filled(hash, key);
        return node.entries.emplace_back(Entry{hash, std::string(key), below ? *below : std::nullopt}).value;
      }
      split(node, shift);
      place = &node.children[(hash >> shift) & mask];
    }
  }

  static void split(Node& node, unsigned shift) {
    node.branch = true;
    node.children.resize(mask + 1);
    for (Entry& entry : node.entries) {
      own(node.children[(entry.hash >> shift) & mask]).entries.push_back(std::move(entry));
    }
    node.entries = {};
  }

  template <typename Visit>
  static bool walk(const Node& node, const Visit& visit) {
    for (const Entry& entry : node.entries) {
      if (entry.value && !visit(entry.key, *entry.value)) return false;
    }
    for (const std::shared_ptr<Node>& child : node.children) {
      if (child && !walk(*child, visit)) return false;
    }
    return true;
  }

  std::shared_ptr<Table> table_;
  std::shared_ptr<Node> root_;
  std::size_t size_ = 0;
};

}  // namespace site
