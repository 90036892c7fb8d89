#include "server/syntax/value.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "server/syntax/yaml/parse.h"

namespace syntax {
namespace {

constexpr std::size_t max_alias_values = 100'000;
constexpr int max_depth = 256;

// Ruby's Base64.decode64: characters outside the alphabet are skipped, padding ends the text.
std::string decode_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text.substr(0, text.find('='))) {
    const std::size_t digit = alphabet.find(c);
    if (digit == std::string_view::npos) {
      continue;
    }
    bits = (bits << 6U | static_cast<std::uint32_t>(digit)) & 0xFFFFFFU;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
    }
  }
  return bytes;
}

// Keeps the last of every group of members with the same key.
void keep_last_of_each_key(Mapping& members) {
  constexpr std::size_t few = 16;
  const auto same_key = [](const Member& left, const Member& right) {
    return left.string_key == right.string_key && left.key == right.key;
  };
  std::vector<std::size_t> dropped;  // descending
  if (members.size() <= few) {
    for (std::size_t i = members.size(); i-- > 0;) {
      for (std::size_t later = i + 1; later < members.size(); ++later) {
        if (same_key(members[i], members[later])) {
          dropped.push_back(i);
          break;
        }
      }
    }
  } else {
    std::unordered_set<std::string_view> seen_strings;
    std::unordered_set<std::string_view> seen_others;
    for (std::size_t i = members.size(); i-- > 0;) {
      if (!(members[i].string_key ? seen_strings : seen_others).insert(members[i].key).second) {
        dropped.push_back(i);
      }
    }
  }
  if (dropped.empty()) {
    return;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!dropped.empty() && dropped.back() == i) {
      dropped.pop_back();
      continue;
    }
    if (kept != i) {
      members[kept] = std::move(members[i]);
    }
    ++kept;
  }
  members.resize(kept);
}

// Follows safe_yaml/psych_handler.rb, which knows one pending key for all levels: a null key is not noticed
// (its value becomes the next key), and a key that is a list or a mapping swallows the first value inside it.
class Resolver {
 public:
  Value build(const yaml::Node& node, int depth) {
    if (depth > max_depth || !pay()) {
      return {Null{}, node.range};
    }
    switch (node.kind) {
      case yaml::Node::Kind::scalar:
        remember(node);
        return {resolve(node), node.range};
      case yaml::Node::Kind::alias:
        return expand(node, depth);
      case yaml::Node::Kind::sequence:
      case yaml::Node::Kind::mapping:
        break;
    }
    remember(node);
    if (!node.anchor.empty()) {
      open_.push_back(&node);
    }
    Value value{Null{}, node.range};
    if (node.kind == yaml::Node::Kind::sequence) {
      value.data = build_list(node, depth);
    } else {
      value.data = build_mapping(node, depth);
    }
    if (!node.anchor.empty()) {
      open_.pop_back();
    }
    return value;
  }

 private:
  struct Key {
    bool collection = false;  // A key that no name can find; its value is lost to us.
    bool string = true;
    std::string text;
    text::Range range;
  };

  static Scalar resolve(const yaml::Node& node) {
    if (node.tag == "!!binary" || node.tag == "!binary" || node.tag == "x-private:binary") {
      return decode_base64(node.value);
    }
    // Any other tag is ignored, but it hides the quotes: `!!str "1"` is a number.
    if (node.style == yaml::Node::Style::plain || !node.tag.empty()) {
      return resolve_plain_scalar(node.value);
    }
    return node.value;
  }

  void remember(const yaml::Node& node) {
    if (!node.anchor.empty()) {
      anchors_[node.anchor] = &node;
    }
  }

  // The anchored node; nullptr for an unknown name and inside the node itself.
  const yaml::Node* target(const yaml::Node& alias) const {
    const auto found = anchors_.find(alias.value);
    if (found == anchors_.end() || std::find(open_.begin(), open_.end(), found->second) != open_.end()) {
      return nullptr;
    }
    return found->second;
  }

  // Only what stands behind an alias costs.
  bool pay() {
    if (expanding_ == 0) {
      return true;
    }
    if (alias_budget_ == 0) {
      return false;
    }
    --alias_budget_;
    return true;
  }

  Value expand(const yaml::Node& alias, int depth) {
    const yaml::Node* node = target(alias);
    if (node == nullptr) {
      return {Null{}, alias.range};
    }
    std::optional<Key> pending = std::exchange(pending_, std::nullopt);
    ++expanding_;
    Value value = build(*node, depth + 1);
    --expanding_;
    pending_ = std::move(pending);
    value.range = alias.range;
    return value;
  }

  List build_list(const yaml::Node& node, int depth) {
    List list;
    list.reserve(node.items.size());
    for (const yaml::Node& item : node.items) {
      list.push_back(build(item, depth + 1));
    }
    return list;
  }

  Mapping build_mapping(const yaml::Node& node, int depth) {
    Mapping members;
    members.reserve(node.entries.size());
    for (const yaml::Entry& entry : node.entries) {
      if (!entry.broken) {
        add(members, entry.key, depth);
        add(members, entry.value, depth);
      }
    }
    keep_last_of_each_key(members);
    return members;
  }

  // A key if none is pending, else the value of the pending one.
  void add(Mapping& members, const yaml::Node& node, int depth) {
    if (!pending_) {
      set_key(node, depth);
      return;
    }
    Key key = *std::exchange(pending_, std::nullopt);
    Value value = build(node, depth + 1);
    if (key.collection) {
      return;
    }
    if (key.string && key.text == "<<") {
      merge(members, node, std::move(value));
      return;
    }
    members.push_back({std::move(key.text), key.string, key.range, std::move(value)});
  }

  void set_key(const yaml::Node& node, int depth) {
    const yaml::Node* source = node.kind == yaml::Node::Kind::alias ? target(node) : &node;
    if (source == nullptr) {
      return;
    }
    if (source->kind != yaml::Node::Kind::scalar) {
      pending_ = Key{true, false, {}, node.range};
      if (source == &node) {
        build(node, depth + 1);
      }
      return;
    }
    remember(node);
    const Scalar scalar = resolve(*source);
    if (!std::holds_alternative<Null>(scalar)) {
      pending_ = Key{false, std::holds_alternative<std::string>(scalar), to_ruby_string(scalar), node.range};
    }
  }

  // SafeYAML merges at once what stands there: later keys win over it, it wins over earlier ones, and a
  // mapping that is written in place is still empty then. A list of mappings makes SafeYAML fail; as in Psych
  // its first mapping wins here.
  static void merge(Mapping& members, const yaml::Node& node, Value value) {
    if (node.kind == yaml::Node::Kind::mapping) {
      return;
    }
    const auto take = [&members](Value& source) {
      if (auto* mapping = std::get_if<Mapping>(&source.data)) {
        std::move(mapping->begin(), mapping->end(), std::back_inserter(members));
      }
    };
    if (auto* list = std::get_if<List>(&value.data)) {
      std::for_each(list->rbegin(), list->rend(), take);
    } else {
      take(value);
    }
  }

  std::optional<Key> pending_;
  std::unordered_map<std::string_view, const yaml::Node*> anchors_;
  std::vector<const yaml::Node*> open_;
  std::size_t alias_budget_ = max_alias_values;
  int expanding_ = 0;
};

}  // namespace

bool Value::is_null() const {
  return scalar() != nullptr && std::holds_alternative<Null>(*scalar());
}

const std::string* Value::string() const {
  return scalar() == nullptr ? nullptr : std::get_if<std::string>(scalar());
}

const bool* Value::boolean() const {
  return scalar() == nullptr ? nullptr : std::get_if<bool>(scalar());
}

const std::int64_t* Value::integer() const {
  return scalar() == nullptr ? nullptr : std::get_if<std::int64_t>(scalar());
}

const Scalar* Value::scalar() const {
  return std::get_if<Scalar>(&data);
}

const List* Value::list() const {
  return std::get_if<List>(&data);
}

const Mapping* Value::mapping() const {
  return std::get_if<Mapping>(&data);
}

const Value* Value::find(std::string_view key) const {
  const Member* member = find_member(key);
  return member == nullptr ? nullptr : &member->value;
}

const Member* Value::find_member(std::string_view key) const {
  const Mapping* members = mapping();
  if (members == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(members->begin(), members->end(), [key](const Member& member) {
    return member.string_key && member.key == key;
  });
  return found == members->end() ? nullptr : &*found;
}

Value to_value(const yaml::Node& root) {
  return Resolver().build(root, 0);
}

Value parse_yaml_value(std::string_view text) {
  return to_value(yaml::parse(text).root);
}

}  // namespace syntax
