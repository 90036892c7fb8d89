// Values while Liquid is rendered, and what Liquid does with any of them: truth, comparison, members, text.
// What a build alone can tell is `unknown`; whatever is made of it is unknown too. Knows no tags, no filters.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "server/syntax/value.h"

namespace liquid {

struct Value;

using Array = std::vector<Value>;
using Hash = std::vector<std::pair<std::string, Value>>;

// Something whose members are computed when asked for: `site`, `page`, `forloop`.
struct Object {
  std::function<Value(std::string_view)> member;
};

struct Range {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

struct Value {
  struct Unknown {};
  struct Nil {};
  // Views and pointers into front matter, configuration and templates live as long as the rendering.
  std::variant<Unknown, Nil, bool, std::int64_t, double, std::string_view, std::shared_ptr<const std::string>,
               Range, std::shared_ptr<const Array>, std::shared_ptr<const Hash>, const syntax::Value*,
               std::shared_ptr<const Object>>
      data;

  Value() = default;  // unknown
  template <typename T>
  explicit Value(T value) : data(std::move(value)) {}

  [[nodiscard]] static Value nil() { return Value(Nil{}); }
  [[nodiscard]] static Value text(std::string value);
  [[nodiscard]] static Value array(Array value);

  [[nodiscard]] bool is_unknown() const { return std::holds_alternative<Unknown>(data); }
  [[nodiscard]] bool is_nil() const { return std::holds_alternative<Nil>(data); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&data); }
  [[nodiscard]] std::optional<std::string_view> string() const;
  [[nodiscard]] const Object* object() const;
  [[nodiscard]] bool is_array() const;
  [[nodiscard]] bool is_hash() const;
};

// `value` must outlive the result. Dates are unknown: what they look like depends on the machine's zone.
[[nodiscard]] Value to_value(const syntax::Value& value);

// Down to contains(): compare.cpp.
enum class Truth : std::uint8_t { no, yes, unknown };

[[nodiscard]] Truth truth(const Value& value);
[[nodiscard]] Truth negate(Truth value);
// Ruby's `==`, and Liquid's comparison with `empty`.
[[nodiscard]] Truth equal(const Value& a, const Value& b);
[[nodiscard]] Truth is_empty(const Value& value);
// `<`: sign of -1, 0, 1; nothing where Liquid's answer is "no" without an error (nil, lists, booleans).
// unknown: it raises, or we do not know.
struct Comparison {
  Truth known = Truth::unknown;  // no: not comparable
  int order = 0;
};
[[nodiscard]] Comparison compare(const Value& a, const Value& b);
[[nodiscard]] Truth contains(const Value& container, const Value& part);

// `value.name`, with the commands `size`, `first` and `last`.
[[nodiscard]] Value member(const Value& value, std::string_view name);
// `value[key]`.
[[nodiscard]] Value element(const Value& value, const Value& key);
[[nodiscard]] std::size_t array_size(const Value& array);
[[nodiscard]] Value array_at(const Value& array, std::size_t index);
[[nodiscard]] std::size_t hash_size(const Value& hash);
[[nodiscard]] std::optional<Value> hash_find(const Value& hash, std::string_view key);
// What `for` runs over: the elements of an array or a range, a mapping's pairs, a string itself, nothing
// else. nullopt: unknown, or more than `limit`.
[[nodiscard]] std::optional<Array> items(const Value& value, std::size_t limit);

// Ruby's `to_s` of a scalar; nullopt: unknown, or a list or mapping (whose form is Ruby's `inspect`).
[[nodiscard]] std::optional<std::string> to_text(const Value& value);
// What `{{ value }}` gives: lists are joined. nullopt: unknown. Appends, so that the common case costs no
// string.
[[nodiscard]] bool append_output(const Value& value, std::string& to);

// Characters of a UTF-8 text.
[[nodiscard]] std::int64_t character_count(std::string_view text);

}  // namespace liquid
