#include "schema/keys.h"

#include <algorithm>
#include <utility>

#include "schema/catalog.h"
#include "schema/reading.h"

namespace schema {
namespace {

std::vector<Key> keys_in(const Reading& place) {
  std::vector<Key> keys;
  for (Property& property : properties_of(place))
    keys.push_back(key_at(std::move(property.name), property.place));
  return keys;
}

std::optional<Reading> descend(const Library& library, const OrderedJson& root,
                               const std::vector<std::string>& path) {
  Reading place = read_root(library, root);
  for (const std::string& name : path) {
    std::optional<Reading> child = child_of(place, name);
    if (!child) return std::nullopt;
    place = follow(*child);
    if (!place.schema || !place.schema->is_object()) return std::nullopt;
  }
  return place;
}

}  // namespace

std::vector<Key> read_keys(const Library& library, std::string_view schema_text) {
  const OrderedJson root = OrderedJson::parse(schema_text, nullptr, /*allow_exceptions=*/false);
  return root.is_object() ? keys_in(read_root(library, root)) : std::vector<Key>{};
}

std::optional<Key> read_key(const Library& library, std::string_view schema_text,
                            const std::vector<std::string>& path) {
  const OrderedJson root = OrderedJson::parse(schema_text, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object() || path.empty()) return std::nullopt;
  const std::optional<Reading> place = descend(library, root, path);
  if (!place) return std::nullopt;
  return shallow_key_at(path.back(), *place);
}

std::vector<Key> read_keys_below(const Library& library, std::string_view schema_text,
                                 const std::vector<std::string>& path) {
  std::vector<Key> keys;
  const OrderedJson root = OrderedJson::parse(schema_text, nullptr, /*allow_exceptions=*/false);
  if (!root.is_object()) return keys;
  if (!path.empty()) {
    const std::optional<Reading> place = descend(library, root, path);
    return place ? shallow_key_at(path.back(), *place).children : keys;
  }
  for (Property& property : properties_of(read_root(library, root)))
    keys.push_back(shallow_key_at(std::move(property.name), property.place));
  return keys;
}

// The kinds share most keys: each is listed once, with all kinds it works in.
std::vector<Key> core_keys(const Library& library) {
  std::vector<Key> keys;
  for (const auto& [kind, word] :
       {std::pair{FileKind::post, "post"}, std::pair{FileKind::document, "document"},
        std::pair{FileKind::page, "page"}}) {
    for (Key& key : keys_in(read_embedded(library, core_schema(library, kind)))) {
      const auto known =
          std::find_if(keys.begin(), keys.end(), [&](const Key& other) { return other.name == key.name; });
      if (known != keys.end()) {
        known->works_in.emplace_back(word);
      } else if (!key.read_only) {
        key.works_in.emplace_back(word);
        keys.push_back(std::move(key));
      }
    }
  }
  std::stable_partition(keys.begin(), keys.end(), [](const Key& key) { return !key.rare; });
  return keys;
}

}  // namespace schema
