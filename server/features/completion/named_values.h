// What a value can name, by the schema's `x-kind` (schema/README.md): layouts, authors, languages and the
// like.
#pragma once

#include <string>
#include <vector>

#include "server/features/completion/value_list.h"
#include "server/features/context.h"

namespace features::completion {

// Most useful first; empty for kinds that name nothing the site can list.
[[nodiscard]] std::vector<Offer> named_values(const Cursor& cursor, const std::string& kind);

}  // namespace features::completion
