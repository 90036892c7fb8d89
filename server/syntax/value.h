// Data as Jekyll's Ruby code sees it after YAML: a tree of typed values, each with its place in the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/syntax/scalar.h"
#include "server/syntax/yaml/tree.h"
#include "server/text/range.h"

namespace syntax {

struct Value;
struct Member;
using List = std::vector<Value>;
using Mapping = std::vector<Member>;  // source order; keys are unique, the last one of the text has won

struct Value {
  std::variant<Scalar, List, Mapping> data;
  text::Range range;  // in the document; empty for values that stand in no file

  [[nodiscard]] bool is_null() const;
  [[nodiscard]] const std::string* string() const;  // nullptr unless it is a string
  [[nodiscard]] const bool* boolean() const;
  [[nodiscard]] const std::int64_t* integer() const;
  [[nodiscard]] const Scalar* scalar() const;
  [[nodiscard]] const List* list() const;
  [[nodiscard]] const Mapping* mapping() const;
  // Member of a mapping by key, as Jekyll's `data[key]` finds it (string keys only); nullptr if this is no
  // mapping or has no such key.
  [[nodiscard]] const Value* find(std::string_view key) const;
  [[nodiscard]] const Member* find_member(std::string_view key) const;
};

struct Member {
  std::string key;         // Ruby's to_s of the key (`yes:` is "true", `2020:` is "2020")
  bool string_key = true;  // false where YAML made the key something else: Jekyll's `data["true"]` misses it
  text::Range key_range;
  Value value;
};

// Resolves scalars (SafeYAML), aliases, merge keys (`<<`) and duplicate keys of a tree.
// Alias expansion is capped at 100,000 values in all; past that aliases become null.
[[nodiscard]] Value to_value(const yaml::Node& root);

// `text` is a whole YAML file (`_config.yml`): parse and resolve. Of a text that YAML refuses: its readable
// entries.
[[nodiscard]] Value parse_yaml_value(std::string_view text);

}  // namespace syntax
