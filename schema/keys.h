// Typed reading of JSON Schemas, for help while typing: which keys a front matter may hold, what they mean
// and which values they take. Knows neither YAML nor LSP.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/key.h"

namespace schema {

class Library;

// The properties of a schema's text in its own order; its references may lead to embedded files. Never fails:
// what is no schema has no keys.
[[nodiscard]] std::vector<Key> read_keys(const Library& library, std::string_view schema_text);

// What a schema's text says about the key at the end of `path`, which leads from the top as in catalog.h;
// nullopt if it does not know the key. With its direct children alone.
[[nodiscard]] std::optional<Key> read_key(const Library& library, std::string_view schema_text,
                                          const std::vector<std::string>& path);

// The keys below `path`, those of the top level for an empty one, likewise.
[[nodiscard]] std::vector<Key> read_keys_below(const Library& library, std::string_view schema_text,
                                               const std::vector<std::string>& path);

// What Jekyll itself reads, and what nearly every theme does, in files of every kind; those for writing by
// hand, rare ones last.
[[nodiscard]] std::vector<Key> core_keys(const Library& library);

}  // namespace schema
