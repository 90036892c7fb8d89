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
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

// A map from text to `T`; a trie over the hash with 16 children a node and up to 16 entries a leaf.
template <typename T>
class PersistentMap {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }

  // nullptr if there is no such key. Valid as long as the container is.
  [[nodiscard]] const T* find(std::string_view key) const {
    const std::size_t hash = std::hash<std::string_view>{}(key);
    const Node* node = root_.get();
    unsigned shift = 0;
    while (node && node->branch) {
      node = node->children[(hash >> shift) & mask].get();
      shift += bits;
    }
    if (!node) return nullptr;
    for (const Entry& entry : node->entries) {
      if (entry.hash == hash && entry.key == key) return &entry.value;
    }
    return nullptr;
  }

  // The value of `key`, made if there is none. Valid until the next change.
  T& at(std::string_view key) {
    const std::size_t hash = std::hash<std::string_view>{}(key);
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
        ++size_;
        return node.entries.emplace_back(Entry{hash, std::string(key), T{}}).value;
      }
      split(node, shift);
      place = &node.children[(hash >> shift) & mask];
    }
  }

  void erase(std::string_view key) {
    if (!find(key)) return;
    const std::size_t hash = std::hash<std::string_view>{}(key);
    std::shared_ptr<Node>* place = &root_;
    for (unsigned shift = 0; own(*place).branch; shift += bits)
      place = &(*place)->children[(hash >> shift) & mask];
    std::erase_if((*place)->entries,
                  [&](const Entry& entry) { return entry.hash == hash && entry.key == key; });
    --size_;
  }

  // In no particular order; `visit(key, value)` returns false to stop. Returns false if stopped.
  template <typename Visit>
  bool for_each(const Visit& visit) const {
    return !root_ || walk(*root_, visit);
  }

 private:
  static constexpr unsigned bits = 4;
  static constexpr std::size_t mask = (std::size_t{1} << bits) - 1;
  static constexpr unsigned hash_bits = sizeof(std::size_t) * 8 - bits;
  static constexpr std::size_t leaf_limit = 16;

  struct Entry {
    std::size_t hash;
    std::string key;
    T value;
  };
  struct Node {
    bool branch = false;
    std::vector<std::shared_ptr<Node>> children;  // of a branch: one for each value of four bits
    std::vector<Entry> entries;                   // of a leaf
  };

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
      if (!visit(entry.key, entry.value)) return false;
    }
    for (const std::shared_ptr<Node>& child : node.children) {
      if (child && !walk(*child, visit)) return false;
    }
    return true;
  }

  std::shared_ptr<Node> root_;
  std::size_t size_ = 0;
};

}  // namespace site
