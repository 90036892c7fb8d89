#include "server/features/knowledge/known_keys.h"

#include <algorithm>
#include <utility>

#include "schema/catalog.h"
#include "schema/keys.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/features/knowledge/own_schemas.h"
#include "server/features/knowledge/schemas.h"

namespace features {
namespace {

using Path = std::vector<std::string>;
using Schemas = std::vector<std::string>;

constexpr std::string_view project_schema = "project.schema.json";

// As what Jekyll reads the file, or would read it once its front matter is complete.
schema::FileKind kind_of(const Context& context) {
  if (const auto kind = file_kind(context)) return *kind;
  switch (context.site->path_info(context.path).kind) {
    case site::PathKind::post:
    case site::PathKind::stray:
      return schema::FileKind::post;
    case site::PathKind::draft:
      return schema::FileKind::draft;
    case site::PathKind::document:
      return schema::FileKind::document;
    default:
      return schema::FileKind::page;
  }
}

// The schemas for a place, and the path within them: below `defaults: values:` of the configuration stand
// keys of front matters.
struct Place {
  Schemas schemas;
  Path path;
};

Place place_of(const Context& context, const Path& path) {
  switch (yaml_file(context)) {
    case YamlFile::project_settings:
      return {{std::string(project_schema)}, path};
    case YamlFile::other:
      return {};
    case YamlFile::front_matter:
      return {schemas_for(context, kind_of(context)), path};
    case YamlFile::configuration:
      break;
  }
  const bool values = path.size() >= 2 && path[0] == "defaults" && path[1] == "values";
  if (!values) return {schemas_for(context, schema::FileKind::config), path};
  Place place{schemas_for(context, schema::FileKind::post), Path(path.begin() + 2, path.end())};
  place.schemas.push_back(schema::core_schema(context.knowledge->library(), schema::FileKind::page));
  return place;
}

std::vector<std::string> own_texts(const Context& context) {
  std::vector<std::string> texts;
  for (const std::string& path : own_schema_paths(context)) {
    if (path.find("://") != std::string::npos) continue;
    if (auto text = context.site->files().read(path)) texts.push_back(*std::move(text));
  }
  return texts;
}

schema::Key rule_key(const schema::Library& library, const Rule& rule) {
  schema::Key key =
      *schema::describe_key(library, {std::string(project_schema)}, {"rules", std::string(rule.code.text())});
  constexpr std::string_view words[] = {"", "error", "warning", "info", "hint"};
  key.default_value = rule.off ? "off" : words[static_cast<std::size_t>(rule.severity)];
  key.source += "#" + std::string(rule.code.text());
  return key;
}

}  // namespace

YamlFile yaml_file(const Context& context) {
  if (context.document->options.format != syntax::ParseOptions::Format::yaml) return YamlFile::front_matter;
  if (!context.site) return YamlFile::other;
  if (site::is_project_settings(context.site->config(), context.path)) return YamlFile::project_settings;
  return context.path == context.site->config().file ? YamlFile::configuration : YamlFile::other;
}

std::vector<KnownKey> known_keys(const Context& context, const Path& path) {
  const schema::Library& library = context.knowledge->library();
  std::vector<KnownKey> keys;
  const auto add = [&](schema::Key key, KnownKey::Source source) {
    const bool known = std::any_of(keys.begin(), keys.end(),
                                   [&](const KnownKey& other) { return other.key.name == key.name; });
    if (!known) keys.push_back({std::move(key), source});
  };
  for (const std::string& text : own_texts(context)) {
    for (schema::Key& key : schema::read_keys_below(library, text, path))
      add(std::move(key), KnownKey::Source::project);
  }
  const Place place = place_of(context, path);
  if (place.schemas.empty()) return keys;
  if (yaml_file(context) == YamlFile::project_settings && path == Path{"rules"}) {
    for (const Rule& rule : all_rules()) add(rule_key(library, rule), KnownKey::Source::core);
  } else if (!place.path.empty()) {
    for (schema::Key& key : schema::keys_below(library, place.schemas, place.path))
      add(std::move(key), KnownKey::Source::core);
  } else {
    for (const KnownKey& known : *context.knowledge->top_keys(place.schemas)) add(known.key, known.source);
  }
  return keys;
}

std::optional<schema::Key> known_key(const Context& context, const Path& path) {
  if (path.empty()) return std::nullopt;
  const schema::Library& library = context.knowledge->library();
  for (const std::string& text : own_texts(context)) {
    if (auto key = schema::read_key(library, text, path)) return key;
  }
  const Place place = place_of(context, path);
  if (yaml_file(context) == YamlFile::project_settings && path.size() == 2 && path[0] == "rules") {
    if (const Rule* rule = find_rule(path[1])) return rule_key(library, *rule);
  }
  return place.path.empty() ? std::nullopt : schema::describe_key(library, place.schemas, place.path);
}

}  // namespace features
