// The project's own JSON Schemas for one document: those that `.jekyll-ls.yml` maps to it, and the one that a
// line `# yaml-language-server: $schema=…` in its front matter names. Only files of the site are read.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/validator.h"
#include "server/features/context.h"

namespace features {

struct OwnSchema {
  std::string path;                                    // relative to the source
  std::shared_ptr<const schema::Validator> validator;  // nullptr: the file cannot be read or is no schema
  std::string complaint;                               // then: why, as a sentence
  text::Range place;  // in the context's document, of the line that names the schema; empty: the settings do
};

// Read anew each time, so that a change of a schema holds at once.
[[nodiscard]] std::vector<OwnSchema> own_schemas(const Context& context);

// Where they lie, relative to the source; nothing is read.
[[nodiscard]] std::vector<std::string> own_schema_paths(const Context& context);

// A schema file of the site by its path relative to the source.
[[nodiscard]] OwnSchema read_own_schema(const site::Site& site, const std::string& path);

// A path of `.jekyll-ls.yml`, which counts from the site's root, as seen from the source.
[[nodiscard]] std::string from_root(const site::Config& config, std::string_view path);

}  // namespace features
