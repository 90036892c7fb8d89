#include "schema/reading.h"

#include <algorithm>
#include <array>
#include <utility>

#include "schema/registry.h"
#include "schema/validator.h"
#include "server/text/ascii.h"

namespace schema {
namespace {

// Embedded schemas nest a few levels; a limit keeps any text from exhausting the stack.
constexpr int max_depth = 16;

constexpr std::array<std::pair<std::string_view, Type>, 7> type_names = {{{"null", Type::null},
                                                                          {"boolean", Type::boolean},
                                                                          {"integer", Type::integer},
                                                                          {"number", Type::number},
                                                                          {"string", Type::string},
                                                                          {"array", Type::array},
                                                                          {"object", Type::object}}};

const OrderedJson* member(const OrderedJson& schema, const char* name) {
  const auto found = schema.find(name);
  return found == schema.end() ? nullptr : &*found;
}

std::string plain(const OrderedJson& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string text_of(const OrderedJson& schema, const char* name) {
  const OrderedJson* value = member(schema, name);
  return value && value->is_string() ? value->get<std::string>() : std::string{};
}

std::vector<std::string> texts_of(const OrderedJson& schema, const char* name) {
  std::vector<std::string> texts;
  const OrderedJson* list = member(schema, name);
  if (!list || !list->is_array()) return texts;
  for (const OrderedJson& value : *list) texts.push_back(plain(value));
  return texts;
}

void add_type(std::vector<Type>& types, const OrderedJson& name) {
  for (const auto& [text, type] : type_names) {
    if (name.is_string() && name.get_ref<const std::string&>() == text) types.push_back(type);
  }
}

std::vector<Type> types_of(const OrderedJson& schema) {
  std::vector<Type> types;
  const OrderedJson* named = member(schema, "x-type");
  if (!named) named = member(schema, "type");
  if (!named) return types;
  if (!named->is_array()) {
    add_type(types, *named);
    return types;
  }
  for (const OrderedJson& name : *named) add_type(types, name);
  return types;
}

void add_values(Key& key, const OrderedJson& schema) {
  std::vector<std::string> values = texts_of(schema, "enum");
  std::vector<std::string> descriptions = texts_of(schema, "enumDescriptions");
  descriptions.resize(values.size());
  std::move(values.begin(), values.end(), std::back_inserter(key.values));
  std::move(descriptions.begin(), descriptions.end(), std::back_inserter(key.value_descriptions));
}

void add_values_with_branches(Key& key, const OrderedJson& schema) {
  add_values(key, schema);
  const OrderedJson* branches = member(schema, "anyOf");
  if (!branches || !branches->is_array()) return;
  for (const OrderedJson& branch : *branches) {
    if (branch.is_object()) add_values(key, branch);
  }
}

Reading inside(const Reading& place, const OrderedJson& schema,
               std::initializer_list<std::string_view> tokens) {
  std::string uri = place.uri;
  for (const std::string_view token : tokens) uri = pointer_to(uri, token);
  return {&schema, std::move(uri), place.root, place.library};
}

Reading resolve(const Reading& place, int hops = 0) {
  if (!place.schema || !place.schema->is_object() || hops > max_depth) return place;
  const std::string reference = text_of(*place.schema, "$ref");
  if (reference.empty()) return place;
  if (place.root && reference.starts_with("#")) {
    const std::string pointer = reference.substr(1);
    if (!pointer.empty() && pointer.front() != '/') return {};
    Reading target{place.root, std::string(embedded_scheme) + "#" + pointer, place.root, place.library};
    try {
      target.schema = &place.root->at(OrderedJson::json_pointer(pointer));
    } catch (const OrderedJson::exception&) {
      return {};
    }
    return resolve(target, hops + 1);
  }
  const std::string uri = resolve_uri(place.uri.substr(0, place.uri.find('#')), reference);
  if (!uri.starts_with(embedded_scheme)) return {};
  return resolve(read_embedded(*place.library, std::string_view(uri).substr(embedded_scheme.size())),
                 hops + 1);
}

void collect(const Reading& unresolved, std::vector<Property>& found, int depth) {
  const Reading place = resolve(unresolved);
  if (!place.schema || !place.schema->is_object() || depth == 0) return;
  if (const OrderedJson* bases = member(*place.schema, "allOf"); bases && bases->is_array()) {
    for (std::size_t i = 0; i < bases->size(); ++i)
      collect(inside(place, (*bases)[i], {"allOf", std::to_string(i)}), found, depth - 1);
  }
  const OrderedJson* own = member(*place.schema, "properties");
  if (!own || !own->is_object()) return;
  for (const auto& [name, schema] : own->items()) {
    if (!schema.is_object()) continue;
    Reading property = inside(place, schema, {"properties", name});
    const auto earlier = std::find_if(found.begin(), found.end(),
                                      [&key = name](const Property& other) { return other.name == key; });
    if (earlier == found.end()) {
      found.push_back({name, std::move(property)});
    } else {
      earlier->place = std::move(property);
    }
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && text::holds_only(text, text::is_digit);
}

std::optional<Reading> items_of(const Reading& place) {
  const OrderedJson* items = member(*place.schema, "items");
  if (!items || !items->is_object()) return std::nullopt;
  return resolve(inside(place, *items, {"items"}));
}

Key key_within(std::string name, const Reading& unresolved, std::string_view source, int depth) {
  Key key;
  key.name = std::move(name);
  const Reading place = resolve(unresolved);
  if (!place.schema || !place.schema->is_object() || depth == 0) return key;
  const OrderedJson& schema = *place.schema;
  key.description = text_of(schema, "description");
  key.types = types_of(schema);
  add_values_with_branches(key, schema);
  if (key.types == std::vector{Type::boolean}) key.values = {"true", "false"};
  if (const OrderedJson* value = member(schema, "default")) key.default_value = value->dump();
  if (const OrderedJson* values = member(schema, "examples"); values && values->is_array()) {
    for (const OrderedJson& value : *values) key.examples.push_back(value.dump());
  }
  key.source = text_of(schema, "x-source");
  if (key.source.empty()) key.source = source;
  key.works_in = texts_of(schema, "x-works-in");
  key.kind = text_of(schema, "x-kind");
  key.replacement = text_of(schema, "x-replacement");
  key.deprecated = schema.value("deprecated", false);
  key.read_only = schema.value("readOnly", false);
  key.rare = schema.value("x-rare", false);
  key.sample = schema.value("x-sample", false);
  const auto add_children = [&](const Reading& parent) {
    for (Property& property : properties_of(parent)) {
      if (find_key(key.children, property.name) == nullptr)
        key.children.push_back(key_within(std::move(property.name), property.place, key.source, depth - 1));
    }
  };
  add_children(place);
  if (const std::optional<Reading> items = items_of(place); items && items->schema) {
    add_children(*items);
    if (key.kind.empty() && items->schema->is_object()) key.kind = text_of(*items->schema, "x-kind");
    if (key.values.empty() && items->schema->is_object()) add_values_with_branches(key, *items->schema);
  }
  key.value_descriptions.resize(key.values.size());
  return key;
}

}  // namespace

Reading follow(const Reading& place) {
  return resolve(place);
}

Reading read_embedded(const Library& library, std::string_view name) {
  const std::size_t hash = name.find('#');
  const std::string file(name.substr(0, hash));
  Reading place{library.document(file), std::string(embedded_scheme) + file + "#", nullptr, &library};
  if (!place.schema || hash == std::string_view::npos || hash + 1 == name.size()) return place;
  const std::string pointer(name.substr(hash + 1));
  if (pointer.front() != '/' || !place.schema->contains(OrderedJson::json_pointer(pointer))) return {};
  place.schema = &place.schema->at(OrderedJson::json_pointer(pointer));
  place.uri += pointer;
  return place;
}

Reading read_root(const Library& library, const OrderedJson& schema) {
  return {&schema, std::string(embedded_scheme) + "#", &schema, &library};
}

std::vector<Property> properties_of(const Reading& place) {
  std::vector<Property> found;
  collect(place, found, max_depth);
  return found;
}

std::optional<Reading> child_of(const Reading& unresolved, std::string_view name) {
  const Reading place = resolve(unresolved);
  if (!place.schema || !place.schema->is_object()) return std::nullopt;
  for (Property& property : properties_of(place)) {
    if (property.name == name) return std::move(property.place);
  }
  if (const std::optional<Reading> items = items_of(place)) {
    if (is_number(name)) return items;
    if (items->schema && items->schema->contains("properties")) {
      for (Property& property : properties_of(*items)) {
        if (property.name == name) return std::move(property.place);
      }
    }
  }
  const OrderedJson* additional = member(*place.schema, "additionalProperties");
  if (!additional || !additional->is_object()) return std::nullopt;
  return inside(place, *additional, {"additionalProperties"});
}

Key key_at(std::string name, const Reading& place, std::string_view source) {
  return key_within(std::move(name), place, source, max_depth);
}

Key shallow_key_at(std::string name, const Reading& place) {
  return key_within(std::move(name), place, {}, 2);
}

}  // namespace schema
