// Which of the embedded schemas hold for a file, and what they say together about a key. The choice stands in
// catalog.json: themes first, then plugins, then Jekyll itself; where several define a key, the first wins.
// Takes names that others have read from _config.yml, Gemfile and folders; reads no files itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/key.h"

namespace schema {

class Library;

enum class FileKind : std::uint8_t { page, post, draft, document, config };

// What tells a site's theme and plugins. (The braces let an initializer name some members only.)
struct SiteTraits {
  std::string theme{};                 // `theme` of _config.yml, or ""
  std::string remote_theme{};          // `remote_theme`, with or without a version; or ""
  std::vector<std::string> gems{};     // all gems of the Gemfile
  std::vector<std::string> plugins{};  // `plugins` of _config.yml and the Gemfile's group jekyll_plugins
  std::vector<std::string> files{};    // the site's own layouts and includes, as "_layouts/single.html"
};

// The schemas in order of precedence, as paths below this folder. For _config.yml, those of themes and
// plugins end in "#/definitions/config".
[[nodiscard]] std::vector<std::string> applicable_schemas(const Library& library, const SiteTraits& traits,
                                                          FileKind kind);

// The schema of the theme that is meant by a gem's name ("minimal-mistakes-jekyll") or by a repository with
// an optional version ("mmistakes/minimal-mistakes@4.26.2"); "" for unknown names.
[[nodiscard]] std::string theme_schema(const Library& library, std::string_view theme);

// The plugins and the gems of themes that the catalog knows, by the names that `_config.yml` writes.
[[nodiscard]] std::vector<std::string> catalog_plugins(const Library& library);
[[nodiscard]] std::vector<std::string> catalog_themes(const Library& library);

// Jekyll's own schema for files of this kind.
[[nodiscard]] std::string core_schema(const Library& library, FileKind kind);

// All that the schemas say about a key. `path` leads from the top by keys; an item of a list may be named by
// its number or passed over: {"header", "actions", "label"}. nullopt: no schema knows the key. The first
// schema that defines it decides, save that definitions marked x-secondary stand back; keys inside it come
// from all of them.
[[nodiscard]] std::optional<Key> describe_key(const Library& library, const std::vector<std::string>& schemas,
                                              const std::vector<std::string>& path);

// The keys that may stand below `path`; for an empty path, those of the top level.
[[nodiscard]] std::vector<Key> keys_below(const Library& library, const std::vector<std::string>& schemas,
                                          const std::vector<std::string>& path);

}  // namespace schema
