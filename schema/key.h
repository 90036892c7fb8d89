// A key that a front matter or a configuration may hold, as a schema tells of it: for help while typing. Says
// nothing about whether a value is right. Knows neither JSON nor YAML.
#pragma once

#include <cstdint>
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

// nullptr if there is no such key.
[[nodiscard]] const Key* find_key(const std::vector<Key>& keys, std::string_view name);

// "text", "list or text", "true or false", … for people.
[[nodiscard]] std::string describe_types(const Key& key);

}  // namespace schema
