// Feature: completion.
// In front matter: keys, tags and categories with their use counts, layouts, addresses. In the body: link
// targets by address with the page's title shown, post names behind `{% post_url`.
#pragma once

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

[[nodiscard]] CompletionList completion(const Cursor& cursor);

}  // namespace features
