// `.jekyll-ls.yml` at the site's root: what a project has agreed on, whatever editor its writers use.
// docs/settings.md describes the file. Knows neither rules nor schemas: it only says what is written where.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/settings/config.h"
#include "server/text/range.h"

namespace site {

inline constexpr std::string_view project_settings_name = ".jekyll-ls.yml";

// Which files one of the project's own schemas concerns.
struct SchemaMapping {
  std::string pattern;  // a collection's label ("posts", "pages", "drafts"), or a glob over source paths
  std::string schema;   // path of a JSON Schema file, relative to the site's root
  text::Range range;    // of `schema` in the settings file
};

struct SettingsProblem {
  std::string_view keyword;  // of JSON Schema: "additionalProperties", "type", "enum"
  text::Range range;
  std::string message;
};

struct ProjectSettings {
  // Severity by rule code, as written; codes are not checked here.
  std::map<std::string, std::string, std::less<>> rules;
  std::map<std::string, text::Range, std::less<>> rule_places;  // of the codes
  std::vector<SchemaMapping> schemas;
  std::vector<std::string> tags;  // the allowed ones; empty: all are
  std::vector<std::string> categories;
  text::Range tags_range;  // of the lists, for adding to them; empty without one
  text::Range categories_range;
  std::vector<SettingsProblem> problems;  // keys that mean nothing, values of the wrong kind
};

// Never fails: what cannot be read is a problem and sets nothing. Ranges refer to `text`.
[[nodiscard]] ProjectSettings read_project_settings(std::string_view text);

// Is this path, relative to the source, the settings file?
[[nodiscard]] bool is_project_settings(const Config& config, std::string_view path);

}  // namespace site
