// The embedded schemas as they stand in their files, for help while typing: keys in the order of the file,
// `$ref` followed from file to file. Only for schemas of our own, which hold together (tests see to that);
// what a user's schema says is the validator's business.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/key.h"
#include "schema/library.h"

namespace schema {

// The scheme of the addresses under which embedded schemas refer to each other:
// "schema:/themes/chirpy.schema.json".
inline constexpr std::string_view embedded_scheme = "schema:/";

// A subschema of an embedded file. `uri` is the file's address with a JSON pointer behind `#`.
struct Reading {
  const OrderedJson* schema = nullptr;  // nullptr: there is none
  std::string uri;
  const OrderedJson* root = nullptr;  // of a text that is not embedded: where its "#/…" lead
  const Library* library = nullptr;   // where references to embedded files lead; outlives the reading
};

// `name` is a path below this folder, possibly with a pointer:
// "themes/chirpy.schema.json#/definitions/config".
[[nodiscard]] Reading read_embedded(const Library& library, std::string_view name);

// Wraps a text that is not embedded; its `$ref`s lead into itself or to embedded files.
[[nodiscard]] Reading read_root(const Library& library, const OrderedJson& schema);

// Where a chain of `$ref`s ends; the place itself if it is none.
[[nodiscard]] Reading follow(const Reading& place);

// The properties of a subschema by name: first those of `allOf`, then its own, which take the place of the
// former.
struct Property {
  std::string name;
  Reading place;
};
[[nodiscard]] std::vector<Property> properties_of(const Reading& place);

// The schema of a value inside: of the key `name` of a mapping, of an item of a list (by number, or without a
// word where a list of mappings is meant), else what `additionalProperties` says of all keys.
[[nodiscard]] std::optional<Reading> child_of(const Reading& place, std::string_view name);

// A subschema as a key. `source` is the address that holds where the key itself names none.
[[nodiscard]] Key key_at(std::string name, const Reading& place, std::string_view source = {});
// The same with its direct children only: schemas of users may hold themselves, each level many times.
[[nodiscard]] Key shallow_key_at(std::string name, const Reading& place);

}  // namespace schema
