#include "server/site/settings/project_settings.h"

#include <algorithm>
#include <array>

#include "server/site/settings/path_kind.h"
#include "server/syntax/value.h"
#include "server/syntax/yaml/parse.h"

namespace site {
namespace {

using syntax::Value;

constexpr std::array<std::string_view, 5> severities = {"off", "hint", "info", "warning", "error"};

class Reader {
 public:
  explicit Reader(ProjectSettings& settings) : settings_(settings) {}

  void read(const Value& root) {
    if (root.is_null()) return;
    if (!root.mapping()) {
      complain("type", root.range,
               "This file holds `key: value` lines: `rules`, `schemas`, `tags`, `categories`.");
      return;
    }
    for (const syntax::Member& member : *root.mapping()) {
      if (member.key == "rules") {
        read_rules(member.value);
      } else if (member.key == "schemas") {
        read_schemas(member.value);
      } else if (member.key == "tags") {
        read_terms(member.value, settings_.tags, settings_.tags_range);
      } else if (member.key == "categories") {
        read_terms(member.value, settings_.categories, settings_.categories_range);
      } else {
        complain("additionalProperties", member.key_range,
                 "`" + member.key +
                     "` is no key of this file. It may hold `rules`, `schemas`, `tags` and "
                     "`categories`.");
      }
    }
  }

 private:
  void complain(std::string_view keyword, text::Range range, std::string message) {
    settings_.problems.push_back({keyword, range, std::move(message)});
  }

  // `off` is a boolean to YAML, and so is `on`.
  static std::string severity_of(const Value& value) {
    if (const bool* word = value.boolean()) return *word ? "" : "off";
    const std::string* word = value.string();
    const bool known = word && std::find(severities.begin(), severities.end(), *word) != severities.end();
    return known ? *word : std::string();
  }

  void read_rules(const Value& value) {
    if (value.is_null()) return;
    if (!value.mapping()) {
      complain("type", value.range,
               "`rules` is a mapping from codes to severities, such as `future-date: off`.");
      return;
    }
    for (const syntax::Member& member : *value.mapping()) {
      settings_.rule_places[member.key] = member.key_range;
      const std::string severity = severity_of(member.value);
      if (severity.empty()) {
        complain("enum", member.value.range.empty() ? member.key_range : member.value.range,
                 "No severity: write `off`, `hint`, `info`, `warning` or `error`.");
      } else {
        settings_.rules[member.key] = severity;
      }
    }
  }

  void read_schemas(const Value& value) {
    if (value.is_null()) return;
    if (!value.mapping()) {
      complain("type", value.range,
               "`schemas` is a mapping from collections or globs to schema files, such as `posts: "
               "schemas/post.json`.");
      return;
    }
    for (const syntax::Member& member : *value.mapping()) {
      const std::string* path = member.value.string();
      if (!path || path->empty()) {
        complain("type", member.value.range.empty() ? member.key_range : member.value.range,
                 "This must be the path of a JSON Schema file, as seen from the site's root.");
      } else {
        settings_.schemas.push_back({member.key, *path, member.value.range});
      }
    }
  }

  void read_terms(const Value& value, std::vector<std::string>& terms, text::Range& range) {
    if (value.is_null()) return;
    if (!value.list()) {
      complain("type", value.range, "This must be a list of allowed names.");
      return;
    }
    range = value.range;
    for (const Value& item : *value.list()) {
      const syntax::Scalar* scalar = item.scalar();
      if (!scalar || item.is_null()) {
        complain("type", item.range.empty() ? value.range : item.range, "This must be a name.");
      } else {
        terms.push_back(syntax::to_ruby_string(*scalar));
      }
    }
  }

  ProjectSettings& settings_;
};

}  // namespace

ProjectSettings read_project_settings(std::string_view text) {
  ProjectSettings settings;
  const syntax::yaml::Tree tree = syntax::yaml::parse(text);
  Reader(settings).read(syntax::to_value(tree.root));
  return settings;
}

bool is_project_settings(const Config& config, std::string_view path) {
  if (!path.ends_with(project_settings_name)) return false;
  const std::string folder = source_folder(config);
  std::string expected;
  for (std::size_t at = 0; at < folder.size(); ++at) {
    if (at == 0 || folder[at - 1] == '/') expected += "../";
  }
  return path == expected + std::string(project_settings_name);
}

}  // namespace site
