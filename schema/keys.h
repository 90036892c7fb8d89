// Typed reading of the embedded JSON Schemas, for help while typing: which keys a front matter may hold, what
// they mean and which values they take. Says nothing about whether a value is right. Knows neither YAML nor
// LSP.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schema {

// JSON Schema draft-07, "type".
enum class Type : std::uint8_t { null, boolean, integer, number, string, array, object };

struct Key {
  std::string name;
  std::string description;            // Markdown, one or two sentences
  std::vector<Type> types;            // every type it takes; empty: any
  std::vector<std::string> values;    // of `enum`, also inside `anyOf`; "true" and "false" for booleans
  std::string default_value;          // as JSON; "" if the schema names none
  std::vector<std::string> examples;  // as JSON
  std::string source;                 // address of the page or file that documents or reads the key
  std::vector<std::string> works_in;  // "page", "post", "document"; empty: everywhere
  bool deprecated = false;
  std::vector<Key> children;  // properties of a mapping, or of the mappings in a list

  // Annotations, explained in schema/README.md.
  std::string kind;                             // what a value names: "layout", "date", "image", …
  std::string replacement;                      // of a deprecated key: the key to write, as a path with dots
  std::vector<std::string> value_descriptions;  // as many as `values`; "" where a value speaks for itself
  bool read_only = false;                       // set by a program; not for writing by hand
  bool rare = false;                            // seldom written: to be offered after the others
  bool sample = false;  // `examples` show the form alone: nobody writes these very words

  [[nodiscard]] bool takes(Type type) const;  // true for keys of any type
};

// The properties of a schema's text in its own order. Never fails: what is no schema has no keys.
[[nodiscard]] std::vector<Key> read_keys(std::string_view schema_text);

// What a schema's text says about the key at the end of `path`, which leads from the top as in catalog.h;
// nullopt if it does not know the key. With its direct children alone.
[[nodiscard]] std::optional<Key> read_key(std::string_view schema_text, const std::vector<std::string>& path);

// The keys below `path`, those of the top level for an empty one, likewise.
[[nodiscard]] std::vector<Key> read_keys_below(std::string_view schema_text,
                                               const std::vector<std::string>& path);

// What Jekyll itself reads, and what nearly every theme does, in files of every kind; those for writing by
// hand, rare ones last.
[[nodiscard]] const std::vector<Key>& core_keys();

// What a theme reads beyond that; empty for unknown themes. `theme` is a gem's name
// ("minimal-mistakes-jekyll") or a repository with an optional version ("mmistakes/minimal-mistakes@4.26.2"),
// as schema/catalog.json lists them.
[[nodiscard]] const std::vector<Key>& theme_keys(std::string_view theme);

// nullptr if there is no such key.
[[nodiscard]] const Key* find_key(const std::vector<Key>& keys, std::string_view name);

// "text", "list or text", "true or false", … for people.
[[nodiscard]] std::string describe_types(const Key& key);

}  // namespace schema
