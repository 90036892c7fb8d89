#include "server/features/knowledge/own_schemas.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/features/knowledge/words.h"
#include "server/site/settings/defaults.h"
#include "server/site/settings/path_kind.h"
#include "server/text/path.h"

namespace features {
namespace {

using schema::Json;

constexpr std::string_view site_scheme = "site:/";

std::string dump_place(const schema::SchemaProblem& problem) {
  return problem.pointer.empty() ? problem.message : code(problem.pointer) + ": " + problem.message;
}

// Does a mapping of the settings concern this file?
bool concerns(const Context& context, const site::SchemaMapping& mapping) {
  const site::Page& page = *context.page;
  const std::string& pattern = mapping.pattern;
  if (pattern == "pages") return page.kind == site::PageKind::page;
  if (pattern == "posts") return page.is_post();
  if (pattern == "drafts") return page.kind == site::PageKind::draft;
  if (pattern == page.collection && page.kind == site::PageKind::document) return true;
  const std::string folder = site::source_folder(context.site->config());
  const std::string path = text::join_path(folder, context.path);
  return site::glob_matches(pattern, path);
}

struct Mention {
  std::string path;
  text::Range range;
};

// `# yaml-language-server: $schema=PATH` on a line of its own.
std::optional<Mention> mention(const syntax::Document& document) {
  constexpr std::string_view comment_word = "yaml-language-server:";
  constexpr std::string_view schema_key = "$schema=";
  const text::Range yaml = document.front_matter.yaml;
  const std::string_view text = text::slice(document.text, yaml);
  const std::size_t word = text.find(comment_word);
  if (word == std::string_view::npos) return std::nullopt;
  const std::size_t line = text.rfind('\n', word) + 1;  // npos + 1 is 0
  const std::string_view before = text.substr(line, word - line);
  const std::size_t end = std::min(text.find('\n', word), text.size());
  const std::size_t key = text.find(schema_key, word);
  if (before.find('#') == std::string_view::npos || key == std::string_view::npos || key > end)
    return std::nullopt;
  const std::size_t begin = key + schema_key.size();
  const std::size_t stop = std::min(std::min(text.find_first_of(" \t\r\n", begin), text.size()), end);
  if (stop == begin) return std::nullopt;
  return Mention{
      std::string(text.substr(begin, stop - begin)),
      {yaml.begin + static_cast<text::Offset>(begin), yaml.begin + static_cast<text::Offset>(stop)}};
}

// Beside the document, as editors' YAML servers have it; `/` begins at the site's root.
std::string beside(const Context& context, const std::string& path) {
  if (path.starts_with('/')) return from_root(context.site->config(), std::string_view(path).substr(1));
  return text::normalized_path(text::join_path(text::folder_of(context.path), path), text::Above::kept);
}

}  // namespace

std::string from_root(const site::Config& config, std::string_view path) {
  const std::string folder = site::source_folder(config);
  while (path.starts_with("./")) path.remove_prefix(2);
  if (folder.empty()) return std::string(path);
  if (text::is_below(path, folder)) return std::string(text::without_folder(path, folder));
  const auto up = 1 + std::count(folder.begin(), folder.end(), '/');
  std::string climbed;
  for (std::ptrdiff_t i = 0; i < up; ++i) climbed += "../";
  return climbed + std::string(path);
}

OwnSchema read_own_schema(const site::Site& site, const std::string& path) {
  OwnSchema own;
  own.path = path;
  if (path.find("://") != std::string::npos) {
    own.complaint = "Schemas are read from files of this site alone, not from the network.";
    return own;
  }
  const auto text = site.files().read(path);
  if (!text) {
    own.complaint = "There is no file " + code(path) + " within this site.";
    return own;
  }
  Json schema = Json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (schema.is_discarded()) {
    own.complaint = code(path) + " is no JSON: nothing is checked against it.";
    return own;
  }
  const auto load = [&site](const std::string& uri) -> std::optional<Json> {
    if (!uri.starts_with(site_scheme)) return std::nullopt;
    const auto other = site.files().read(uri.substr(site_scheme.size()));
    if (!other) return std::nullopt;
    Json parsed = Json::parse(*other, nullptr, /*allow_exceptions=*/false);
    if (parsed.is_discarded()) return std::nullopt;
    return parsed;
  };
  // An `$id` names the schema for the world; files beside it are found by where it lies.
  if (schema.is_object()) schema.erase("$id");
  auto validator =
      std::make_shared<const schema::Validator>(std::string(site_scheme) + path, std::move(schema), load);
  const std::vector<schema::SchemaProblem> problems = validator->problems();
  if (!problems.empty()) own.complaint = code(path) + " is no valid schema. " + dump_place(problems.front());
  own.validator = std::move(validator);
  return own;
}

std::vector<std::string> own_schema_paths(const Context& context) {
  std::vector<std::string> paths;
  if (!context.site || !context.page) return paths;
  for (const site::SchemaMapping& mapping : context.site->project().schemas) {
    if (concerns(context, mapping)) paths.push_back(from_root(context.site->config(), mapping.schema));
  }
  if (const auto named = mention(*context.document)) paths.push_back(beside(context, named->path));
  return paths;
}

std::vector<OwnSchema> own_schemas(const Context& context) {
  std::vector<OwnSchema> schemas;
  for (const std::string& path : own_schema_paths(context))
    schemas.push_back(read_own_schema(*context.site, path));
  const auto named = mention(*context.document);
  if (!schemas.empty() && named) schemas.back().place = named->range;
  return schemas;
}

}  // namespace features
