// Filters that choose, order or group the items of a list. Sources: liquid/lib/liquid/standardfilters.rb,
// jekyll/lib/jekyll/filters.rb (whose `sort` and `where` replace Liquid's).
#include <algorithm>
#include <memory>
#include <utility>

#include "server/liquid/filters/lists.h"
#include "server/text/ascii.h"

namespace liquid {
namespace {

using V = Value;
using A = Arguments;
using U = Address;

// Jekyll makes numbers of such texts before it compares them.
bool looks_like_a_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.-+ \t\n") == std::string_view::npos;
}

// Properties that are all texts or all whole numbers, at most one of them missing, and no two equal: Ruby's
// sort keeps no order of those.
V sort_by(const V& input, const A& arguments) {
  const auto property = arguments[0].string();
  const auto nils = arguments.size() < 2 ? std::string_view("first") : arguments[1].string().value_or("");
  if (!property || property->find('.') != std::string_view::npos || (nils != "first" && nils != "last")) {
    return {};
  }
  std::vector<std::pair<V, V>> keyed;
  Array missing;
  for (std::size_t i = 0; i < array_size(input); ++i) {
    const V item = array_at(input, i);
    if (!item.is_hash()) {
      return {};
    }
    V key = element(item, arguments[0]);
    if (key.is_nil()) {
      missing.push_back(item);
    } else {
      keyed.emplace_back(std::move(key), item);
    }
  }
  const bool texts = std::all_of(keyed.begin(), keyed.end(), [](const auto& entry) {
    return entry.first.string() && !looks_like_a_number(*entry.first.string());
  });
  const bool numbers = std::all_of(keyed.begin(), keyed.end(),
                                   [](const auto& entry) { return entry.first.integer() != nullptr; });
  if ((!texts && !numbers) || missing.size() > 1) {
    return {};
  }
  std::sort(keyed.begin(), keyed.end(),
            [](const auto& a, const auto& b) { return compare(a.first, b.first).order < 0; });
  const auto twice = std::adjacent_find(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
    return compare(a.first, b.first).order == 0;
  });
  if (twice != keyed.end()) {
    return {};
  }
  Array result = nils == "first" ? missing : Array();
  for (const auto& entry : keyed) {
    result.push_back(entry.second);
  }
  if (nils == "last") {
    result.insert(result.end(), missing.begin(), missing.end());
  }
  return V::array(std::move(result));
}

// Elements that are all texts or all whole numbers; without equals, since Ruby's sort keeps no order of them.
V sort(const V& input, const A& arguments, const U&) {
  if (!input.is_array()) {
    return {};
  }
  if (!arguments.empty() && !arguments[0].is_nil()) {
    return sort_by(input, arguments);
  }
  Array list;
  bool texts = true;
  bool numbers = true;
  for (std::size_t i = 0; i < array_size(input); ++i) {
    list.push_back(array_at(input, i));
    texts = texts && list.back().string();
    numbers = numbers && list.back().integer() != nullptr;
  }
  if (!texts && !numbers) {
    return {};
  }
  std::sort(list.begin(), list.end(), [](const V& a, const V& b) { return compare(a, b).order < 0; });
  return V::array(std::move(list));
}

V sort_natural(const V& input, const A&, const U&) {
  const auto list = input_list(input);
  if (!list) {
    return {};
  }
  std::vector<std::pair<std::string, V>> keyed;
  for (const V& item : *list) {
    const auto text = item.string();
    if (!text) {
      return {};
    }
    keyed.emplace_back(text::ascii_lower(*text), item);
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Array result;
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    if (i > 0 && keyed[i].first == keyed[i - 1].first &&
        equal(keyed[i].second, keyed[i - 1].second) != Truth::yes) {
      return {};
    }
    result.push_back(keyed[i].second);
  }
  return V::array(std::move(result));
}

// jekyll/lib/jekyll/filters.rb, compare_property_vs_target.
Truth has_property(const V& property, const std::string& target) {
  if (property.is_unknown() || property.is_hash() || std::holds_alternative<double>(property.data)) {
    return Truth::unknown;
  }
  if (property.is_array()) {
    for (std::size_t i = 0; i < array_size(property); ++i) {
      const auto text = to_text(array_at(property, i));
      if (!text) {
        return Truth::unknown;
      }
      if (*text == target) {
        return Truth::yes;
      }
    }
    return Truth::no;
  }
  if (property.is_nil()) {
    return Truth::no;
  }
  // Texts that look like numbers have been made numbers.
  const auto text = to_text(property);
  const bool numeric = text && looks_like_a_number(*text);
  if (!text || (numeric && property.integer() == nullptr)) {
    return Truth::unknown;
  }
  return *text == target ? Truth::yes : Truth::no;
}

V where(const V& input, const A& arguments, const U&) {
  const auto name = arguments[0].string();
  const auto target = to_text(arguments[1]);
  if (!name || !target || arguments[1].is_nil() || !input.is_array() ||
      name->find('.') != std::string_view::npos) {
    return {};
  }
  Array result;
  for (std::size_t i = 0; i < array_size(input); ++i) {
    const V item = array_at(input, i);
    if (!item.is_hash()) {
      return {};
    }
    const Truth matches = has_property(element(item, arguments[0]), *target);
    if (matches == Truth::unknown) {
      return {};
    }
    if (matches == Truth::yes) {
      result.push_back(item);
    }
  }
  return V::array(std::move(result));
}

// A list of `name`, `items` and `size`, in the order of their first items.
V group_by(const V& input, const A& arguments, const U&) {
  const auto property = arguments[0].string();
  if (!property || !input.is_array() || array_size(input) > 2'000 ||
      property->find('.') != std::string_view::npos) {
    return {};
  }
  std::vector<std::pair<std::string, Array>> groups;
  for (std::size_t i = 0; i < array_size(input); ++i) {
    const V item = array_at(input, i);
    const V value = item.is_hash() ? element(item, arguments[0]) : V();
    const auto name = to_text(value);
    // Texts that look like numbers become numbers before they become names.
    const bool numeric = name && looks_like_a_number(*name);
    if (!name || std::holds_alternative<double>(value.data) || (numeric && value.integer() == nullptr)) {
      return {};
    }
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const auto& other) { return other.first == *name; });
    if (group == groups.end()) {
      if (groups.size() >= 200) {
        return {};
      }
      group = groups.insert(groups.end(), {*name, {}});
    }
    group->second.push_back(item);
  }
  Array result;
  for (auto& [name, members] : groups) {
    Hash group;
    const auto size = static_cast<std::int64_t>(members.size());
    group.emplace_back("name", V::text(name));
    group.emplace_back("items", V::array(std::move(members)));
    group.emplace_back("size", V(size));
    result.emplace_back(std::make_shared<const Hash>(std::move(group)));
  }
  return V::array(std::move(result));
}

}  // namespace

const std::vector<Filter>& order_filters() {
  static const std::vector<Filter> filters = {
      {"sort", 0, 2, sort},
      {"sort_natural", 0, 0, sort_natural},
      {"where", 2, 2, where},
      {"group_by", 1, 1, group_by},
  };
  return filters;
}

}  // namespace liquid
