#include "server/lsp/convert/structure.h"

#include <memory>
#include <string>
#include <utility>

#include "server/lsp/convert/positions.h"

namespace lsp {
namespace {

types::SymbolKind to_symbol_kind(features::Symbol::Kind kind) {
  switch (kind) {
    case features::Symbol::Kind::front_matter:
      return types::SymbolKind::Object;
    case features::Symbol::Kind::key:
      return types::SymbolKind::Property;
    case features::Symbol::Kind::heading:
      break;
  }
  return types::SymbolKind::String;
}

types::DocumentSymbol to_nested_symbol(const View& view, const features::Symbol& symbol) {
  types::DocumentSymbol converted{.name = symbol.name,
                                  .kind = to_symbol_kind(symbol.kind),
                                  .range = to_range(view, symbol.range),
                                  .selectionRange = to_range(view, symbol.selection)};
  if (!symbol.detail.empty()) converted.detail = symbol.detail;
  if (!symbol.children.empty()) {
    converted.children.emplace();
    for (const features::Symbol& child : symbol.children)
      converted.children->push_back(to_nested_symbol(view, child));
  }
  return converted;
}

void add_flat_symbols(const View& view, const std::vector<features::Symbol>& symbols,
                      const std::string& container, std::vector<types::SymbolInformation>& flat) {
  for (const features::Symbol& symbol : symbols) {
    types::SymbolInformation converted{.name = symbol.name,
                                       .kind = to_symbol_kind(symbol.kind),
                                       .location = {view.uri, to_range(view, symbol.range)}};
    if (!container.empty()) converted.containerName = container;
    flat.push_back(std::move(converted));
    add_flat_symbols(view, symbol.children, symbol.name, flat);
  }
}

}  // namespace

types::DocumentSymbolResult to_symbols(const View& view, const std::vector<features::Symbol>& symbols) {
  if (!view.client->nested_symbols) {
    std::vector<types::SymbolInformation> flat;
    add_flat_symbols(view, symbols, {}, flat);
    return flat;
  }
  std::vector<types::DocumentSymbol> nested;
  for (const features::Symbol& symbol : symbols) nested.push_back(to_nested_symbol(view, symbol));
  return nested;
}

std::vector<types::FoldingRange> to_folding_ranges(const std::vector<features::Fold>& folds) {
  std::vector<types::FoldingRange> converted;
  converted.reserve(folds.size());
  for (const features::Fold& fold : folds) {
    types::FoldingRange& range = converted.emplace_back();
    range.startLine = fold.first_line;
    range.endLine = fold.last_line;
    if (fold.kind == features::Fold::Kind::comment) range.kind = types::FoldingRangeKind::Comment;
  }
  return converted;
}

types::SelectionRange to_selection_range(const View& view, const std::vector<text::Range>& ranges) {
  std::shared_ptr<const types::SelectionRange> outer;
  for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
    outer = std::make_shared<const types::SelectionRange>(
        types::SelectionRange{.range = to_range(view, *range), .parent = std::move(outer)});
  }
  return outer ? *outer : types::SelectionRange{};
}

}  // namespace lsp
