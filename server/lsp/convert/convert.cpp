#include "server/lsp/convert/convert.h"

#include <algorithm>
#include <utility>

#include "protocol/uri.h"
#include "server/features/knowledge/plain_text.h"

namespace lsp {
namespace {

types::Position to_position(const text::LineIndex& lines, std::string_view text, text::Offset offset,
                            text::Encoding encoding) {
  const text::Position position = lines.position(text, offset, encoding);
  return {position.line, position.column};
}

types::Range range_in(std::string_view text, text::Range range, text::Encoding encoding) {
  const text::LineIndex lines(text);
  return {to_position(lines, text, range.begin, encoding), to_position(lines, text, range.end, encoding)};
}

types::Range range_in_other_file(const View& view, const features::FileRange& place) {
  const std::optional<std::string> text = view.context.read(place.path);
  return text ? range_in(*text, place.range, view.client->encoding) : types::Range{};
}

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

features::Cursor to_cursor(const View& view, const types::Position& position) {
  features::Cursor cursor;
  static_cast<features::Context&>(cursor) = view.context;
  const syntax::Document& document = *view.context.document;
  cursor.offset =
      document.lines.offset(document.text, {position.line, position.character}, view.client->encoding);
  return cursor;
}

types::Position to_position(const View& view, text::Offset offset) {
  const syntax::Document& document = *view.context.document;
  return to_position(document.lines, document.text, offset, view.client->encoding);
}

types::Range to_range(const View& view, text::Range range) {
  return {to_position(view, range.begin), to_position(view, range.end)};
}

text::Range to_range(const View& view, const types::Range& range) {
  const text::Offset begin = to_cursor(view, range.start).offset;
  return {begin, std::max(begin, to_cursor(view, range.end).offset)};
}

std::string to_uri(const View& view, std::string_view path) {
  if (path == view.context.path) return view.uri;
  const std::string absolute = absolute_path(view.source_folder, path);
  const auto overlay = view.overlays->find(absolute);
  return overlay != view.overlays->end() ? overlay->second.uri : protocol::path_to_uri(absolute);
}

types::Location to_location(const View& view, const features::FileRange& place) {
  types::Location location{.uri = to_uri(view, place.path)};
  if (place.line) {
    location.range = {{*place.line, 0}, {*place.line, 0}};
  } else if (place.path == view.context.path) {
    location.range = to_range(view, place.range);
  } else {
    location.range = range_in_other_file(view, place);
  }
  return location;
}

types::Diagnostic to_diagnostic(const View& view, const features::Problem& problem) {
  types::Diagnostic diagnostic;
  diagnostic.range = to_range(view, problem.range);
  diagnostic.severity = static_cast<types::DiagnosticSeverity>(problem.severity);
  diagnostic.code = std::string(problem.code.text());
  diagnostic.source = "jekyll-ls";
  diagnostic.message = problem.message;
  if (view.client->diagnostic_code_links)
    diagnostic.codeDescription =
        types::CodeDescription{std::string(documentation_url) + "#" + std::string(problem.code.text())};
  std::vector<types::DiagnosticTag> tags;
  if (problem.unnecessary && view.client->diagnostic_unnecessary)
    tags.push_back(types::DiagnosticTag::Unnecessary);
  if (problem.deprecated && view.client->diagnostic_deprecated)
    tags.push_back(types::DiagnosticTag::Deprecated);
  if (!tags.empty()) diagnostic.tags = std::move(tags);
  if (view.client->diagnostic_related && !problem.related.empty()) {
    diagnostic.relatedInformation.emplace();
    for (const features::Related& related : problem.related)
      diagnostic.relatedInformation->push_back({to_location(view, related.place), related.message});
  }
  return diagnostic;
}

std::vector<types::Diagnostic> to_diagnostics(const View& view,
                                              const std::vector<features::Problem>& problems) {
  std::vector<types::Diagnostic> diagnostics;
  diagnostics.reserve(problems.size());
  for (const features::Problem& problem : problems) diagnostics.push_back(to_diagnostic(view, problem));
  return diagnostics;
}

std::optional<types::Hover> to_hover(const View& view, const std::optional<features::HoverText>& hover) {
  if (!hover) return std::nullopt;
  if (!view.client->markdown_hover) {
    return types::Hover{.contents = {types::MarkupKind::PlainText, features::plain_text(hover->markdown)},
                        .range = to_range(view, hover->range)};
  }
  std::string text = hover->markdown;
  if (!hover->image.empty()) text.insert(0, "![](" + to_uri(view, hover->image) + ")\n\n");
  return types::Hover{.contents = {types::MarkupKind::Markdown, std::move(text)},
                      .range = to_range(view, hover->range)};
}

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

}  // namespace lsp
