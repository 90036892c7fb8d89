// What is shown at the cursor.
#pragma once

#include <optional>

#include "protocol/types/language.h"
#include "server/features/results.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

[[nodiscard]] std::optional<types::Hover> to_hover(const View& view,
                                                   const std::optional<features::HoverText>& hover);

}  // namespace lsp
