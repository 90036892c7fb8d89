#include "server/lsp/feature_table.h"

#include "server/features/definition.h"
#include "server/features/document_links.h"
#include "server/features/document_symbols.h"
#include "server/features/folding.h"
#include "server/features/highlights.h"
#include "server/features/hover.h"
#include "server/features/references.h"
#include "server/features/selection.h"
#include "server/features/workspace_symbols.h"
#include "server/lsp/convert/code_actions.h"
#include "server/lsp/convert/hints.h"
#include "server/lsp/convert/hover.h"
#include "server/lsp/convert/navigation.h"
#include "server/lsp/convert/positions.h"
#include "server/lsp/convert/structure.h"

namespace lsp {
namespace {

std::optional<types::Hover> hover(const View& view, const types::TextDocumentPositionParams& params) {
  return to_hover(view, features::hover_at(to_cursor(view, params.position)));
}

types::DefinitionResult definition(const View& view, const types::TextDocumentPositionParams& params) {
  return to_definition(view, features::definition(to_cursor(view, params.position)));
}

std::vector<types::Location> references(const View& view, const types::ReferenceParams& params) {
  const bool with_declaration = params.context.includeDeclaration;
  return to_locations(view, features::references(to_cursor(view, params.position), with_declaration));
}

types::CodeActionResult code_actions(const View& view, const types::CodeActionParams& params) {
  const features::CodeActionRequest request = to_code_action_request(view, params);
  return to_code_actions(view, params, features::actions_for(view.context, request));
}

std::vector<types::DocumentHighlight> highlights(const View& view,
                                                 const types::TextDocumentPositionParams& params) {
  return to_highlights(view, features::highlights(to_cursor(view, params.position)));
}

std::vector<types::DocumentLink> document_links(const View& view, const types::TextDocumentParams&) {
  return to_document_links(view, features::document_links(view.context));
}

std::vector<types::InlayHint> inlay_hints(const View& view, const types::InlayHintParams& params) {
  return to_inlay_hints(view, features::inlay_hints(view.context, to_range(view, params.range)));
}

std::vector<types::CodeLens> code_lenses(const View& view, const types::TextDocumentParams&) {
  return to_code_lenses(view, features::code_lenses(view.context));
}

std::vector<types::FoldingRange> folding_ranges(const View& view, const types::TextDocumentParams&) {
  return to_folding_ranges(features::folds(view.context));
}

std::vector<types::SelectionRange> selection_ranges(const View& view,
                                                    const types::SelectionRangeParams& params) {
  std::vector<types::SelectionRange> ranges;
  ranges.reserve(params.positions.size());
  for (const types::Position& position : params.positions)
    ranges.push_back(to_selection_range(view, features::selections(to_cursor(view, position))));
  return ranges;
}

std::vector<types::SymbolInformation> workspace_symbols(const std::vector<View>& views,
                                                        const types::WorkspaceSymbolParams& params) {
  std::vector<types::SymbolInformation> symbols;
  for (const View& view : views) {
    for (const features::SiteSymbol& symbol : features::workspace_symbols(view.context, params.query))
      symbols.push_back(to_symbol_information(view, symbol));
  }
  return symbols;
}

types::DocumentSymbolResult document_symbols(const View& view, const types::TextDocumentParams&) {
  return to_symbols(view, features::document_symbols(view.context));
}

}  // namespace

FeatureTable make_feature_table() {
  FeatureTable table;
  table.add<protocol::Hover>(Needs::site, hover);
  table.add<protocol::Definition>(Needs::site, definition);
  table.add<protocol::References>(Needs::site, references);
  table.add<protocol::CodeAction>(
      Needs::site, code_actions,
      {{"codeActionKinds", {types::CodeActionKind::QuickFix, source_fix_all}}, {"resolveProvider", false}});
  table.add<protocol::DocumentHighlight>(Needs::site, highlights);
  table.add<protocol::DocumentLink>(Needs::site, document_links, {{"resolveProvider", false}});
  table.add<protocol::InlayHint>(Needs::site, inlay_hints);
  table.add<protocol::CodeLens>(Needs::site, code_lenses, {{"resolveProvider", false}});
  table.add<protocol::DocumentSymbol>(Needs::document, document_symbols);
  table.add<protocol::FoldingRange>(Needs::document, folding_ranges);
  table.add<protocol::SelectionRange>(Needs::document, selection_ranges);
  table.add_for_workspace<protocol::WorkspaceSymbol>(workspace_symbols);
  return table;
}

}  // namespace lsp
