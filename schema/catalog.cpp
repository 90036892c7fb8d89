#include "schema/catalog.h"

#include <algorithm>
#include <utility>

#include "schema/reading.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace schema {
namespace {

constexpr std::string_view config_part = "#/definitions/config";

const OrderedJson& section(const Library& library, const char* name) {
  return library.document("catalog.json")->at(name);
}

const char* word_for(FileKind kind) {
  switch (kind) {
    case FileKind::page:
      return "page";
    case FileKind::post:
      return "post";
    case FileKind::draft:
      return "draft";
    case FileKind::document:
      return "document";
    case FileKind::config:
      return "config";
  }
  return "page";
}

// "https://github.com/Owner/Name@v1.0" → "owner/name": GitHub compares both without regard to letter case.
std::string repository_of(std::string_view theme) {
  theme = theme.substr(0, theme.find('@'));
  const std::size_t name = theme.rfind('/');
  if (name != std::string_view::npos && name > 0) {
    const std::size_t owner = theme.rfind('/', name - 1);
    if (owner != std::string_view::npos) theme.remove_prefix(owner + 1);
  }
  return text::ascii_lower(theme);
}

bool holds(const OrderedJson& list, std::string_view text) {
  return std::any_of(list.begin(), list.end(),
                     [&](const OrderedJson& entry) { return entry.get_ref<const std::string&>() == text; });
}

bool holds(const std::vector<std::string>& list, const OrderedJson& text) {
  return std::find(list.begin(), list.end(), text.get_ref<const std::string&>()) != list.end();
}

std::string schema_of(const OrderedJson& entry) {
  return entry.at("schema").get<std::string>();
}

// What _config.yml names counts before the Gemfile, and that before the looks of the folders. A theme that is
// named but unknown has no schema: then the folders would only mislead.
std::string theme_of(const Library& library, const SiteTraits& traits) {
  if (!traits.remote_theme.empty()) return theme_schema(library, traits.remote_theme);
  if (!traits.theme.empty()) return theme_schema(library, traits.theme);
  for (const OrderedJson& entry : section(library, "themes")) {
    for (const OrderedJson& gem : entry.at("gems")) {
      if (holds(traits.gems, gem)) return schema_of(entry);
    }
  }
  std::vector<std::string> files;
  for (const std::string& file : traits.files) files.emplace_back(text::without_dot_ending(file));
  for (const OrderedJson& entry : section(library, "themes")) {
    const OrderedJson& needed = entry.at("files");
    if (std::all_of(needed.begin(), needed.end(),
                    [&](const OrderedJson& file) { return holds(files, file); }))
      return schema_of(entry);
  }
  return {};
}

std::vector<std::string> plugins_of(const Library& library, const SiteTraits& traits) {
  std::vector<std::string> plugins = traits.plugins;
  for (const auto& [gem, bundled] : section(library, "bundles").items()) {
    const bool used = std::find(traits.gems.begin(), traits.gems.end(), gem) != traits.gems.end() ||
                      std::find(traits.plugins.begin(), traits.plugins.end(), gem) != traits.plugins.end();
    if (!used) continue;
    for (const OrderedJson& plugin : bundled) plugins.push_back(plugin.get<std::string>());
  }
  return plugins;
}

bool is_secondary(const Reading& place) {
  return place.schema && place.schema->is_object() && place.schema->value("x-secondary", false);
}

struct Definition {
  Reading place;
  std::string source;      // of the nearest key above that names one
  bool secondary = false;  // it, or a key above it
};

std::optional<Definition> find_in(const Library& library, const std::string& schema,
                                  const std::vector<std::string>& path) {
  Definition found{follow(read_embedded(library, schema)), {}};
  for (const std::string& name : path) {
    const std::optional<Reading> child = child_of(found.place, name);
    if (!child) return std::nullopt;
    found.secondary = found.secondary || is_secondary(*child);
    found.place = follow(*child);
    if (!found.place.schema || !found.place.schema->is_object()) return std::nullopt;
    found.source = found.place.schema->value("x-source", found.source);
  }
  return found;
}

// In order of precedence; secondary definitions last.
std::vector<Definition> definitions(const Library& library, const std::vector<std::string>& schemas,
                                    const std::vector<std::string>& path) {
  std::vector<Definition> found;
  for (const std::string& schema : schemas) {
    if (std::optional<Definition> definition = find_in(library, schema, path))
      found.push_back(*std::move(definition));
  }
  std::stable_partition(found.begin(), found.end(),
                        [](const Definition& definition) { return !definition.secondary; });
  return found;
}

void add_missing(std::vector<Key>& keys, std::vector<Key> more) {
  for (Key& key : more) {
    if (find_key(keys, key.name) == nullptr) keys.push_back(std::move(key));
  }
}

}  // namespace

std::string theme_schema(const Library& library, std::string_view theme) {
  const std::string repository = repository_of(theme);
  for (const OrderedJson& entry : section(library, "themes")) {
    if (holds(entry.at("gems"), theme) || holds(entry.at("repositories"), repository))
      return schema_of(entry);
  }
  return {};
}

std::vector<std::string> catalog_plugins(const Library& library) {
  std::vector<std::string> names;
  for (const OrderedJson& entry : section(library, "plugins"))
    names.push_back(entry.at("names").front().get<std::string>());
  return names;
}

std::vector<std::string> catalog_themes(const Library& library) {
  std::vector<std::string> names;
  for (const OrderedJson& entry : section(library, "themes")) {
    for (const OrderedJson& gem : entry.at("gems")) names.push_back(gem.get<std::string>());
  }
  return names;
}

std::string core_schema(const Library& library, FileKind kind) {
  return section(library, "core").at(word_for(kind)).get<std::string>();
}

std::vector<std::string> applicable_schemas(const Library& library, const SiteTraits& traits, FileKind kind) {
  const bool config = kind == FileKind::config;
  std::vector<std::string> schemas;
  const auto add = [&](std::string schema) {
    if (config) schema += config_part;
    if (read_embedded(library, schema).schema) schemas.push_back(std::move(schema));
  };
  if (std::string theme = theme_of(library, traits); !theme.empty()) add(std::move(theme));
  const std::vector<std::string> plugins = plugins_of(library, traits);
  for (const OrderedJson& entry : section(library, "plugins")) {
    const OrderedJson& names = entry.at("names");
    const bool used = std::any_of(names.begin(), names.end(),
                                  [&](const OrderedJson& name) { return holds(plugins, name); });
    const auto kinds = entry.find("kinds");
    if (used && (config || kinds == entry.end() || holds(*kinds, word_for(kind)))) add(schema_of(entry));
  }
  schemas.push_back(core_schema(library, kind));
  return schemas;
}

std::optional<Key> describe_key(const Library& library, const std::vector<std::string>& schemas,
                                const std::vector<std::string>& path) {
  if (path.empty()) return std::nullopt;
  const std::vector<Definition> found = definitions(library, schemas, path);
  if (found.empty()) return std::nullopt;
  Key key = key_at(path.back(), found.front().place, found.front().source);
  for (const Definition& definition : found)
    add_missing(key.children, key_at(path.back(), definition.place, definition.source).children);
  return key;
}

std::vector<Key> keys_below(const Library& library, const std::vector<std::string>& schemas,
                            const std::vector<std::string>& path) {
  if (!path.empty()) {
    std::optional<Key> key = describe_key(library, schemas, path);
    return key ? std::move(key->children) : std::vector<Key>{};
  }
  std::vector<Key> keys;
  for (const bool secondary : {false, true}) {
    for (const std::string& schema : schemas) {
      for (Property& property : properties_of(read_embedded(library, schema))) {
        if (is_secondary(property.place) != secondary) continue;
        if (find_key(keys, property.name) == nullptr) keys.push_back(key_at(property.name, property.place));
      }
    }
  }
  return keys;
}

}  // namespace schema
