// Completion lists, with snippets for clients that know them.
#pragma once

#include <string>
#include <string_view>

#include "protocol/types/completion.h"
#include "server/features/results.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

[[nodiscard]] types::CompletionList to_completion_list(const View& view,
                                                       const features::CompletionList& list);

// A snippet's text as it stands without its tab stops: `${1:name}` is "name", `$0` nothing (LSP 3.17,
// "Snippet Syntax"; of its forms only tab stops, placeholders and escapes, which is what features write).
[[nodiscard]] std::string plain_snippet(std::string_view snippet);

}  // namespace lsp
