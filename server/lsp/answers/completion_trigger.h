// Which typed characters make an editor ask for completion, and which of those questions are worth an answer.
// A blank completes `layout: ` and `{% post_url `, a dot `site.`, but neither must open a list behind every
// word or sentence of the prose.
#pragma once

#include <string>
#include <vector>

#include "protocol/types/completion.h"
#include "server/features/context.h"

namespace lsp {

[[nodiscard]] std::vector<std::string> completion_triggers();

// False for a trigger character that stands where nothing is completed because of it. Asked by hand, or while
// a word is being typed: always true.
[[nodiscard]] bool is_worth_asking(const features::Cursor& cursor,
                                   const protocol::types::CompletionContext& context);

}  // namespace lsp
