// Typed reading of JSON Schemas, for help while typing: which keys a front matter may hold, what they mean
// and which values they take. Knows neither YAML nor LSP.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/key.h"

namespace schema {

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

}  // namespace schema
