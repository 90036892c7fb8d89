#include "server/syntax/yaml/tree.h"

#include <algorithm>

namespace syntax::yaml {

const Entry* find_entry(const Node& mapping, std::string_view key) {
  const auto found = std::find_if(
      mapping.entries.rbegin(), mapping.entries.rend(),
      [key](const Entry& entry) { return entry.key.kind == Node::Kind::scalar && entry.key.value == key; });
  return found == mapping.entries.rend() ? nullptr : &*found;
}

}  // namespace syntax::yaml
