#include "server/lsp/feature_table.h"

#include "server/features/completion.h"
#include "server/features/document_symbols.h"
#include "server/features/hover.h"
#include "server/lsp/completion_trigger.h"
#include "server/lsp/convert.h"

namespace lsp {
namespace {

types::CompletionList completion(const View& view, const types::CompletionParams& params) {
  const features::Cursor cursor = to_cursor(view, params.position);
  if (params.context && !is_worth_asking(cursor, *params.context)) return {};
  return to_completion_list(view, features::completion(cursor));
}

std::optional<types::Hover> hover(const View& view, const types::TextDocumentPositionParams& params) {
  return to_hover(view, features::hover(to_cursor(view, params.position)));
}

types::DocumentSymbolResult document_symbols(const View& view, const types::TextDocumentParams&) {
  return to_symbols(view, features::document_symbols(view.context));
}

}  // namespace

FeatureTable make_feature_table() {
  FeatureTable table;
  table.add<protocol::Completion>(Needs::site, completion, {{"triggerCharacters", completion_triggers()}});
  table.add<protocol::Hover>(Needs::site, hover);
  table.add<protocol::DocumentSymbol>(Needs::document, document_symbols);
  return table;
}

}  // namespace lsp
