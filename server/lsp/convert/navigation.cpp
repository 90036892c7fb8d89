#include "server/lsp/convert/navigation.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "server/lsp/convert/positions.h"

namespace lsp {
namespace {

// Turns bytes of other files into positions; keeps the last file.
class Places {
 public:
  explicit Places(const View& view) : view_(view) {}

  types::Location location(const features::FileRange& place) {
    types::Location location{.uri = to_uri(view_, place.path)};
    if (place.line) {
      location.range = {{*place.line, 0}, {*place.line, 0}};
    } else if (place.path == view_.context.path) {
      location.range = to_range(view_, place.range);
    } else if (open(place.path)) {
      location.range = {position(place.range.begin), position(place.range.end)};
    }
    return location;
  }

 private:
  bool open(const std::string& path) {
    if (path != path_) {
      path_ = path;
      text_ = view_.context.read(path);
      if (text_) lines_.emplace(*text_);
    }
    return text_.has_value();
  }

  [[nodiscard]] types::Position position(text::Offset offset) const {
    const text::Position position = lines_->position(*text_, offset, view_.client->encoding);
    return {position.line, position.column};
  }

  const View& view_;
  std::string path_;
  std::optional<std::string> text_;
  std::optional<text::LineIndex> lines_;
};

}  // namespace

std::vector<types::Location> to_locations(const View& view, const std::vector<features::FileRange>& places) {
  Places reader(view);
  std::vector<types::Location> locations;
  locations.reserve(places.size());
  for (const features::FileRange& place : places) {
    if (view.context.stop.stop_requested()) break;
    locations.push_back(reader.location(place));
  }
  return locations;
}

types::DefinitionResult to_definition(const View& view, const features::Definition& definition) {
  if (definition.places.empty()) return nullptr;
  std::vector<types::Location> locations = to_locations(view, definition.places);
  if (!view.client->definition_links) return locations;
  const types::Range origin = to_range(view, definition.origin);
  std::vector<types::LocationLink> links;
  for (types::Location& location : locations) {
    links.push_back({.originSelectionRange = origin,
                     .targetUri = std::move(location.uri),
                     .targetRange = location.range,
                     .targetSelectionRange = location.range});
  }
  return links;
}

std::vector<types::DocumentHighlight> to_highlights(const View& view,
                                                    const std::vector<features::Highlight>& highlights) {
  std::vector<types::DocumentHighlight> converted;
  for (const features::Highlight& highlight : highlights) {
    converted.push_back({.range = to_range(view, highlight.range),
                         .kind = highlight.declaration ? types::DocumentHighlightKind::Write
                                                       : types::DocumentHighlightKind::Read});
  }
  return converted;
}

std::vector<types::DocumentLink> to_document_links(const View& view,
                                                   const std::vector<features::DocumentLink>& links) {
  std::vector<types::DocumentLink> converted;
  for (const features::DocumentLink& link : links) {
    // Editors read `#L12` as a line, counted from one.
    std::string target = to_uri(view, link.path);
    if (link.line) target += "#L" + std::to_string(*link.line + 1);
    converted.push_back(
        {.range = to_range(view, link.range), .target = std::move(target), .tooltip = link.tooltip});
  }
  return converted;
}

types::SymbolInformation to_symbol_information(const View& view, const features::SiteSymbol& symbol) {
  using Kind = features::SiteSymbol::Kind;
  types::SymbolInformation converted{.name = symbol.name};
  converted.kind = symbol.kind == Kind::page      ? types::SymbolKind::File
                   : symbol.kind == Kind::heading ? types::SymbolKind::String
                                                  : types::SymbolKind::Key;
  if (!symbol.container.empty()) converted.containerName = symbol.container;
  converted.location = to_location(view, symbol.place);
  return converted;
}

}  // namespace lsp
