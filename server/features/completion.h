// Feature: completion.
// In front matter: keys, tags and categories with their use counts, layouts, addresses. In the body: link
// targets by address or title, headings behind `#` and, of the whole site, behind `##`, images and files,
// labels behind `][`; in Liquid tags, filters, variables and their members, includes with the parameters that
// they read, post names.
#pragma once

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

[[nodiscard]] CompletionList complete(const Cursor& cursor);

}  // namespace features
