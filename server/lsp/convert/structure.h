// A text's structure: outline, folds, what a selection grows to.
#pragma once

#include <vector>

#include "protocol/types/language.h"
#include "server/features/folding.h"
#include "server/features/results.h"
#include "server/lsp/state/snapshot.h"
#include "server/text/range.h"

namespace lsp {

// Nested, or flat for clients that know only SymbolInformation.
[[nodiscard]] types::DocumentSymbolResult to_symbols(const View& view,
                                                     const std::vector<features::Symbol>& symbols);

[[nodiscard]] std::vector<types::FoldingRange> to_folding_ranges(const std::vector<features::Fold>& folds);
// `ranges` from the inside out.
[[nodiscard]] types::SelectionRange to_selection_range(const View& view,
                                                       const std::vector<text::Range>& ranges);

}  // namespace lsp
