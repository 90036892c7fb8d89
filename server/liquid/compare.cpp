// Truth, equality, order and containment of Liquid's values. Source: liquid/lib/liquid/condition.rb (version
// 4.0.4).
#include "server/liquid/value.h"

namespace liquid {
namespace {

constexpr int max_depth = 30;

std::optional<double> number(const Value& value) {
  if (const auto* integer = value.integer()) {
    return static_cast<double>(*integer);
  }
  if (const auto* real = std::get_if<double>(&value.data)) {
    return *real;
  }
  return std::nullopt;
}

Truth equal_at(const Value& a, const Value& b, int depth);

Truth arrays_equal(const Value& a, const Value& b, int depth) {
  if (array_size(a) != array_size(b)) {
    return Truth::no;
  }
  Truth all = Truth::yes;
  for (std::size_t i = 0; i < array_size(a); ++i) {
    const Truth one = equal_at(array_at(a, i), array_at(b, i), depth + 1);
    if (one == Truth::no) {
      return Truth::no;
    }
    all = one == Truth::unknown ? one : all;
  }
  return all;
}

Truth equal_at(const Value& a, const Value& b, int depth) {
  if (a.is_unknown() || b.is_unknown() || depth > max_depth) {
    return Truth::unknown;
  }
  const auto both = [](bool left, bool right, bool same) {
    return left && right && same ? Truth::yes : Truth::no;
  };
  if (a.is_nil() || b.is_nil()) {
    return both(a.is_nil(), b.is_nil(), true);
  }
  if (a.object() != nullptr || b.object() != nullptr) {
    return Truth::unknown;
  }
  if (a.boolean() != nullptr || b.boolean() != nullptr) {
    return a.boolean() != nullptr && b.boolean() != nullptr ? both(true, true, *a.boolean() == *b.boolean())
                                                            : Truth::no;
  }
  const auto left = number(a);
  const auto right = number(b);
  if (left || right) {
    if (a.integer() != nullptr && b.integer() != nullptr) {
      return both(true, true, *a.integer() == *b.integer());
    }
    return left && right ? both(true, true, !(*left < *right) && !(*right < *left)) : Truth::no;
  }
  const auto text = a.string();
  const auto other = b.string();
  if (text || other) {
    return text && other ? both(true, true, *text == *other) : Truth::no;
  }
  if (a.is_array() && b.is_array()) {
    return arrays_equal(a, b, depth);
  }
  if (a.is_array() != b.is_array()) {
    return Truth::no;
  }
  return a.is_hash() != b.is_hash() ? Truth::no : Truth::unknown;
}

}  // namespace

Truth truth(const Value& value) {
  if (value.is_unknown()) {
    return Truth::unknown;
  }
  if (const bool* boolean = value.boolean()) {
    return *boolean ? Truth::yes : Truth::no;
  }
  return value.is_nil() ? Truth::no : Truth::yes;
}

Truth negate(Truth value) {
  return value == Truth::unknown ? value : value == Truth::yes ? Truth::no : Truth::yes;
}

Truth equal(const Value& a, const Value& b) {
  return equal_at(a, b, 0);
}

Truth is_empty(const Value& value) {
  if (value.is_unknown() || value.object() != nullptr || std::holds_alternative<Range>(value.data)) {
    return Truth::unknown;
  }
  if (const auto text = value.string()) {
    return text->empty() ? Truth::yes : Truth::no;
  }
  if (value.is_array()) {
    return array_size(value) == 0 ? Truth::yes : Truth::no;
  }
  if (value.is_hash()) {
    return hash_size(value) == 0 ? Truth::yes : Truth::no;
  }
  return Truth::no;
}

Comparison compare(const Value& a, const Value& b) {
  if (a.is_unknown() || b.is_unknown() || a.object() != nullptr || b.object() != nullptr) {
    return {};
  }
  const auto has_order = [](const Value& value) { return number(value) || value.string(); };
  if (!has_order(a) || !has_order(b)) {
    return {Truth::no, 0};
  }
  if (a.integer() != nullptr && b.integer() != nullptr) {
    return {Truth::yes, *a.integer() < *b.integer() ? -1 : *a.integer() > *b.integer() ? 1 : 0};
  }
  const auto left = number(a);
  const auto right = number(b);
  if (left && right) {
    return {Truth::yes, *left < *right ? -1 : *right < *left ? 1 : 0};
  }
  if (left || right) {
    return {};  // "comparison of String with 1 failed": the build stops
  }
  const int order = a.string()->compare(*b.string());
  return {Truth::yes, order < 0 ? -1 : order > 0 ? 1 : 0};
}

Truth contains(const Value& container, const Value& part) {
  if (container.is_unknown() || part.is_unknown() || container.object() != nullptr ||
      std::holds_alternative<Range>(container.data)) {
    return Truth::unknown;
  }
  if (truth(container) == Truth::no || truth(part) == Truth::no) {
    return Truth::no;
  }
  if (const auto text = container.string()) {
    const auto wanted = to_text(part);
    return !wanted ? Truth::unknown : text->find(*wanted) == std::string_view::npos ? Truth::no : Truth::yes;
  }
  if (container.is_array()) {
    Truth found = Truth::no;
    for (std::size_t i = 0; i < array_size(container); ++i) {
      const Truth one = equal(array_at(container, i), part);
      if (one == Truth::yes) {
        return one;
      }
      found = one == Truth::unknown ? one : found;
    }
    return found;
  }
  if (container.is_hash()) {
    const auto key = part.string();
    return !key ? Truth::unknown : hash_find(container, *key) ? Truth::yes : Truth::no;
  }
  return Truth::no;
}

}  // namespace liquid
