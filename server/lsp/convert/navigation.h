// Places in files: definitions, references, highlights, links, symbols of the whole site.
#pragma once

#include <vector>

#include "protocol/types/base.h"
#include "protocol/types/language.h"
#include "server/features/definition.h"
#include "server/features/document_links.h"
#include "server/features/highlights.h"
#include "server/features/results.h"
#include "server/features/workspace_symbols.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

// Places in the order given; a file is read once for neighbours.
[[nodiscard]] std::vector<types::Location> to_locations(const View& view,
                                                        const std::vector<features::FileRange>& places);
[[nodiscard]] types::DefinitionResult to_definition(const View& view, const features::Definition& definition);
[[nodiscard]] std::vector<types::DocumentHighlight> to_highlights(
    const View& view, const std::vector<features::Highlight>& highlights);
[[nodiscard]] std::vector<types::DocumentLink> to_document_links(
    const View& view, const std::vector<features::DocumentLink>& links);
[[nodiscard]] types::SymbolInformation to_symbol_information(const View& view,
                                                             const features::SiteSymbol& symbol);

}  // namespace lsp
