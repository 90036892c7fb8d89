// The only place where byte offsets and LSP positions meet: features' results -> protocol types, positions ->
// offsets, in the encoding that was negotiated. Pure functions of a View; they run on workers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/types/base.h"
#include "protocol/types/language.h"
#include "server/features/code_actions.h"
#include "server/features/code_lens.h"
#include "server/features/definition.h"
#include "server/features/document_links.h"
#include "server/features/folding.h"
#include "server/features/highlights.h"
#include "server/features/inlay_hints.h"
#include "server/features/results.h"
#include "server/features/workspace_symbols.h"
#include "server/lsp/snapshot.h"

namespace lsp {

// The rules' pages; a diagnostic's code description points at one of its anchors.
inline constexpr std::string_view documentation_url =
    "https://github.com/ChangZero/jekyll-ls/blob/main/docs/rules.md";

// CodeActionKind of the one action that mends a whole file, and the command behind the actions of clients
// that know nothing but commands.
inline constexpr std::string_view source_fix_all = "source.fixAll.jekyll";
inline constexpr std::string_view apply_fix_command = "jekyll.applyFix";

[[nodiscard]] features::Cursor to_cursor(const View& view, const types::Position& position);

[[nodiscard]] types::Position to_position(const View& view, text::Offset offset);
[[nodiscard]] types::Range to_range(const View& view, text::Range range);
// A place in any file of the site. Bytes of another file are turned into positions with the text that the
// snapshot has of it: the overlay, else the disk. A file that cannot be read gives its start.
[[nodiscard]] types::Location to_location(const View& view, const features::FileRange& place);
// As the client spells it where the file is open.
[[nodiscard]] std::string to_uri(const View& view, std::string_view path);

// Edits of the site's files in the shape that the client knows: `documentChanges` with the versions that the
// edits were made for, else `changes`. nullopt if it needs what the client cannot do (create or rename files)
// or a file to be edited cannot be read.
[[nodiscard]] std::optional<types::WorkspaceEdit> to_workspace_edit(const View& view,
                                                                    const features::SiteEdit& edit);

// code_actions.cpp. What `params` ask for: kinds as LSP nests them (`source` asks for
// `source.fixAll.jekyll`), problems by the code and the place of those diagnostics that are ours.
[[nodiscard]] features::CodeActionRequest to_code_action_request(const View& view,
                                                                 const types::CodeActionParams& params);
// Actions that the client can apply: literals, or commands that hand the edit back (docs/commands.md,
// `jekyll.applyFix`). Quick fixes carry the diagnostics of `params` that they solve.
[[nodiscard]] types::CodeActionResult to_code_actions(const View& view, const types::CodeActionParams& params,
                                                      const std::vector<features::CodeAction>& actions);

[[nodiscard]] text::Range to_range(const View& view, const types::Range& range);

[[nodiscard]] types::Diagnostic to_diagnostic(const View& view, const features::Problem& problem);
[[nodiscard]] std::vector<types::Diagnostic> to_diagnostics(const View& view,
                                                            const std::vector<features::Problem>& problems);
[[nodiscard]] types::CompletionList to_completion_list(const View& view,
                                                       const features::CompletionList& list);
[[nodiscard]] std::optional<types::Hover> to_hover(const View& view,
                                                   const std::optional<features::HoverText>& hover);
// Nested, or flat for clients that know only SymbolInformation.
[[nodiscard]] types::DocumentSymbolResult to_symbols(const View& view,
                                                     const std::vector<features::Symbol>& symbols);

// navigation.cpp. Places in the order given; a file is read once for neighbours.
[[nodiscard]] std::vector<types::Location> to_locations(const View& view,
                                                        const std::vector<features::FileRange>& places);
[[nodiscard]] types::DefinitionResult to_definition(const View& view, const features::Definition& definition);
[[nodiscard]] std::vector<types::DocumentHighlight> to_highlights(
    const View& view, const std::vector<features::Highlight>& highlights);
[[nodiscard]] std::vector<types::DocumentLink> to_document_links(
    const View& view, const std::vector<features::DocumentLink>& links);
[[nodiscard]] types::SymbolInformation to_symbol_information(const View& view,
                                                             const features::SiteSymbol& symbol);

[[nodiscard]] std::vector<types::InlayHint> to_inlay_hints(const View& view,
                                                           const std::vector<features::InlayHint>& hints);
// With the command that lists the posts, where the client has it.
[[nodiscard]] std::vector<types::CodeLens> to_code_lenses(const View& view,
                                                          const std::vector<features::CodeLens>& lenses);

[[nodiscard]] std::vector<types::FoldingRange> to_folding_ranges(const std::vector<features::Fold>& folds);
// `ranges` from the inside out.
[[nodiscard]] types::SelectionRange to_selection_range(const View& view,
                                                       const std::vector<text::Range>& ranges);

// A snippet's text as it stands without its tab stops: `${1:name}` is "name", `$0` nothing (LSP 3.17,
// "Snippet Syntax"; of its forms only tab stops, placeholders and escapes, which is what features write).
[[nodiscard]] std::string plain_snippet(std::string_view snippet);

}  // namespace lsp
