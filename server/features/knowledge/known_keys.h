// The keys that mean something at one place of a document, from the schemas that hold for it: the project's
// own, Jekyll's, the theme's, the plugins'. For help while typing; whether a value is right is the
// validator's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/key.h"
#include "server/features/context.h"
#include "server/features/knowledge/knowledge.h"

namespace features {

// Is this document a front matter with content, or one of the YAML files that the server knows?
enum class YamlFile : std::uint8_t { front_matter, configuration, project_settings, other };
[[nodiscard]] YamlFile yaml_file(const Context& context);

// Below the mappings named by `path`, from the top; items of lists are passed over. Project's keys first,
// then core, theme and plugins. Empty where no schema knows the place.
[[nodiscard]] std::vector<KnownKey> known_keys(const Context& context, const std::vector<std::string>& path);

// What is said about the key at the end of `path`.
[[nodiscard]] std::optional<schema::Key> known_key(const Context& context,
                                                   const std::vector<std::string>& path);

}  // namespace features
