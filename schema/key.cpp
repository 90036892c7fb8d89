#include "schema/key.h"

#include <algorithm>
#include <array>
#include <utility>

namespace schema {

bool Key::takes(Type type) const {
  return types.empty() || std::find(types.begin(), types.end(), type) != types.end();
}

const Key* find_key(const std::vector<Key>& keys, std::string_view name) {
  const auto found = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return found == keys.end() ? nullptr : &*found;
}

std::string describe_types(const Key& key) {
  constexpr std::array<std::pair<Type, std::string_view>, 7> words_of_types = {
      {{Type::array, "list"},
       {Type::string, "text"},
       {Type::boolean, "true or false"},
       {Type::integer, "whole number"},
       {Type::number, "number"},
       {Type::object, "mapping"},
       {Type::null, "nothing"}}};
  std::string words;
  if (key.types.empty()) return words;
  for (const auto& [type, word] : words_of_types) {
    if (!key.takes(type)) continue;
    if (!words.empty()) words += " or ";
    words += word;
  }
  return words;
}

}  // namespace schema
