// Are two YAML trees the same to the last byte? For tests of the two ways to read one.
#pragma once

#include <algorithm>

#include "server/syntax/yaml/tree.h"

namespace syntax {

[[nodiscard]] inline bool is_equal(const yaml::Node& a, const yaml::Node& b) {
  const auto equal_entries = [](const yaml::Entry& x, const yaml::Entry& y) {
    return is_equal(x.key, y.key) && is_equal(x.value, y.value) && x.broken == y.broken;
  };
  return a.kind == b.kind && a.style == b.style && a.range == b.range && a.value == b.value &&
         a.anchor == b.anchor && a.tag == b.tag &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), is_equal) &&
         std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), equal_entries);
}

}  // namespace syntax
