// Which of the embedded schemas hold for a document: the theme's, the plugins', Jekyll's own, as catalog.h
// joins them. Makes of a site and a path the names that schema/ wants.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "schema/catalog.h"
#include "server/features/context.h"

namespace features {

// nullopt: Jekyll reads no keys in this document.
[[nodiscard]] std::optional<schema::FileKind> file_kind(const Context& context);

// In order of precedence; without a site, Jekyll's own for a post.
[[nodiscard]] std::vector<std::string> schemas_for(const Context& context, schema::FileKind kind);

}  // namespace features
