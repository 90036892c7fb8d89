// The applicable schemas as one, for the validator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/library.h"
#include "schema/registry.h"

namespace schema {

// One schema for schemas in order of precedence (see catalog.h): each key of the top level is judged by the
// one schema that decides about it, never by several. Its `$ref`s need load_embedded.
[[nodiscard]] Json combined_schema(const Library& library, const std::vector<std::string>& schemas);

// Registry::Loader for the embedded files and the meta-schema of draft-07.
[[nodiscard]] std::optional<Json> load_embedded(const std::string& uri);

}  // namespace schema
