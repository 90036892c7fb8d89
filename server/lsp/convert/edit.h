// Edits of a site's files.
#pragma once

#include <optional>

#include "protocol/types/base.h"
#include "server/features/results.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

// Edits of the site's files in the shape that the client knows: `documentChanges` with the versions that the
// edits were made for, else `changes`. nullopt if it needs what the client cannot do (create or rename files)
// or a file to be edited cannot be read.
[[nodiscard]] std::optional<types::WorkspaceEdit> to_workspace_edit(const View& view,
                                                                    const features::SiteEdit& edit);

}  // namespace lsp
