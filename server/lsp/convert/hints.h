// What editors show between the lines: inlay hints and code lenses.
#pragma once

#include <vector>

#include "protocol/types/language.h"
#include "server/features/code_lens.h"
#include "server/features/inlay_hints.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

[[nodiscard]] std::vector<types::InlayHint> to_inlay_hints(const View& view,
                                                           const std::vector<features::InlayHint>& hints);
// With the command that lists the posts, where the client has it.
[[nodiscard]] std::vector<types::CodeLens> to_code_lenses(const View& view,
                                                          const std::vector<features::CodeLens>& lenses);

}  // namespace lsp
