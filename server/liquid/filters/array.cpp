// Filters of lists but for those that look for items or order them. Sources:
// liquid/lib/liquid/standardfilters.rb, jekyll/lib/jekyll/filters.rb.
#include <algorithm>

#include "server/liquid/filters/lists.h"

namespace liquid {
namespace {

using V = Value;
using A = Arguments;
using U = Address;

void flatten(const Value& value, Array& into, int depth) {
  for (std::size_t i = 0; i < array_size(value) && into.size() < most_items; ++i) {
    const Value item = array_at(value, i);
    if (item.is_array() && depth < 20) {
      flatten(item, into, depth + 1);
    } else {
      into.push_back(item);
    }
  }
}

V join(const V& input, const A& arguments, const U&) {
  const auto list = input_list(input);
  const auto glue = arguments.empty() ? std::string(" ") : to_text(arguments[0]);
  if (!list || !glue) {
    return {};
  }
  std::string result;
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (i > 0) {
      result += *glue;
    }
    if (!append_output((*list)[i], result)) {
      return {};
    }
  }
  return V::text(std::move(result));
}

V reverse(const V& input, const A&, const U&) {
  auto list = input_list(input);
  if (!list) {
    return {};
  }
  std::reverse(list->begin(), list->end());
  return V::array(std::move(*list));
}

V compact(const V& input, const A&, const U&) {
  auto list = input_list(input);
  if (!list || std::any_of(list->begin(), list->end(), [](const V& item) { return item.is_unknown(); })) {
    return {};
  }
  list->erase(std::remove_if(list->begin(), list->end(), [](const V& item) { return item.is_nil(); }),
              list->end());
  return V::array(std::move(*list));
}

V uniq(const V& input, const A&, const U&) {
  const auto list = input_list(input);
  if (!list || list->size() > 200) {
    return {};
  }
  Array result;
  for (const V& item : *list) {
    bool seen = false;
    for (const V& other : result) {
      // `1` and `1.0` are equal to Liquid's `==` but not to Ruby's `uniq`.
      const bool mixed = (item.integer() != nullptr) != (other.integer() != nullptr);
      const Truth same = mixed && !item.string() && !other.string() ? Truth::unknown : equal(item, other);
      if (same == Truth::unknown) {
        return {};
      }
      seen = seen || same == Truth::yes;
    }
    if (!seen) {
      result.push_back(item);
    }
  }
  return V::array(std::move(result));
}

V concat(const V& input, const A& arguments, const U&) {
  auto list = input_list(input);
  if (!list || !arguments[0].is_array()) {
    return {};
  }
  for (std::size_t i = 0; i < array_size(arguments[0]); ++i) {
    list->push_back(array_at(arguments[0], i));
  }
  return list->size() < most_items ? V::array(std::move(*list)) : V();
}

V map(const V& input, const A& arguments, const U&) {
  const auto list = input_list(input);
  const auto name = arguments[0].string();
  if (!list || !name) {
    return {};
  }
  Array result;
  for (const V& item : *list) {
    if (!item.is_hash()) {
      return {};
    }
    result.push_back(element(item, arguments[0]));
  }
  return V::array(std::move(result));
}

V end_of(const V& input, bool first) {
  if (input.is_array() || std::holds_alternative<Range>(input.data)) {
    return member(input, first ? "first" : "last");
  }
  if (input.is_hash()) {
    return {};
  }
  return V::nil();
}

V size(const V& input, const A&, const U&) {
  if (input.is_nil() || input.boolean() != nullptr || std::holds_alternative<double>(input.data)) {
    return V(std::int64_t{0});
  }
  if (input.is_hash()) {
    const auto list = items(input, most_items);
    return list ? V(static_cast<std::int64_t>(list->size())) : V();
  }
  return member(input, "size");
}

// Jekyll's push, pop, shift, unshift give what is no list back unchanged.
V edited(const V& input, void (*edit)(Array&, const V&), const V& argument) {
  if (!input.is_array()) {
    return input;
  }
  Array list;
  for (std::size_t i = 0; i < array_size(input); ++i) {
    list.push_back(array_at(input, i));
  }
  edit(list, argument);
  return list.size() < most_items ? V::array(std::move(list)) : V();
}

V cut(const V& input, const A& arguments, bool front) {
  if (!input.is_array()) {
    return input;
  }
  const auto count = arguments.empty() ? std::optional<std::int64_t>(1) : strict_integer(arguments[0]);
  if (!count || *count < 0) {
    return {};
  }
  Array list;
  const auto total = static_cast<std::int64_t>(array_size(input));
  const std::int64_t kept = std::max<std::int64_t>(0, total - *count);
  for (std::int64_t i = front ? total - kept : 0; i < (front ? total : kept); ++i) {
    list.push_back(array_at(input, static_cast<std::size_t>(i)));
  }
  return V::array(std::move(list));
}

V sentence(const V& input, const A& arguments, const U&) {
  const auto connector = arguments.empty() ? std::string("and") : to_text(arguments[0]);
  if (!input.is_array() || !connector) {
    return {};
  }
  std::string result;
  const std::size_t count = array_size(input);
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) {
      result += count == 2       ? " " + *connector + " "
                : i + 1 == count ? ", " + *connector + " "
                                 : std::string(", ");
    }
    const V item = array_at(input, i);
    if (item.is_array() || !append_output(item, result)) {
      return {};
    }
  }
  return V::text(std::move(result));
}

}  // namespace

std::optional<Array> input_list(const Value& value) {
  Array result;
  if (value.is_array()) {
    flatten(value, result, 0);
    if (result.size() >= most_items) {
      return std::nullopt;
    }
  } else if (std::holds_alternative<Range>(value.data)) {
    return items(value, most_items);
  } else if (!value.is_nil()) {
    result.push_back(value);
  }
  return result;
}

const std::vector<Filter>& array_filters() {
  static const std::vector<Filter> filters = {
      {"join", 0, 1, join},
      {"reverse", 0, 0, reverse},
      {"compact", 0, 0, compact},
      {"uniq", 0, 0, uniq},
      {"concat", 1, 1, concat},
      {"map", 1, 1, map},
      {"size", 0, 0, size},
      {"first", 0, 0, [](const V& v, const A&, const U&) { return end_of(v, true); }},
      {"last", 0, 0, [](const V& v, const A&, const U&) { return end_of(v, false); }},
      {"push", 1, 1,
       [](const V& v, const A& a, const U&) {
         return edited(
             v, [](Array& list, const V& item) { list.push_back(item); }, a[0]);
       }},
      {"unshift", 1, 1,
       [](const V& v, const A& a, const U&) {
         return edited(
             v, [](Array& list, const V& item) { list.insert(list.begin(), item); }, a[0]);
       }},
      {"pop", 0, 1, [](const V& v, const A& a, const U&) { return cut(v, a, false); }},
      {"shift", 0, 1, [](const V& v, const A& a, const U&) { return cut(v, a, true); }},
      {"array_to_sentence_string", 0, 1, sentence},
  };
  return filters;
}

}  // namespace liquid
