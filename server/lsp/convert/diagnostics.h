// Problems as diagnostics.
#pragma once

#include <string_view>
#include <vector>

#include "protocol/types/diagnostics.h"
#include "server/features/results.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

// The rules' pages; a diagnostic's code description points at one of its anchors.
inline constexpr std::string_view documentation_url =
    "https://github.com/ChangZero/jekyll-ls/blob/main/docs/rules.md";

[[nodiscard]] types::Diagnostic to_diagnostic(const View& view, const features::Problem& problem);
[[nodiscard]] std::vector<types::Diagnostic> to_diagnostics(const View& view,
                                                            const std::vector<features::Problem>& problems);

}  // namespace lsp
