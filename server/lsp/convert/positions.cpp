#include "server/lsp/convert/positions.h"

#include <algorithm>

#include "protocol/uri.h"

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

}  // namespace

text::Offset to_offset(const View& view, const types::Position& position) {
  const syntax::Document& document = *view.context.document;
  return document.lines.offset(document.text, {position.line, position.character}, view.client->encoding);
}

features::Cursor to_cursor(const View& view, const types::Position& position) {
  return {view.context, to_offset(view, position)};
}

types::Position to_position(const View& view, text::Offset offset) {
  const syntax::Document& document = *view.context.document;
  return to_position(document.lines, document.text, offset, view.client->encoding);
}

types::Range to_range(const View& view, text::Range range) {
  return {to_position(view, range.begin), to_position(view, range.end)};
}

text::Range to_range(const View& view, const types::Range& range) {
  const text::Offset begin = to_offset(view, range.start);
  return {begin, std::max(begin, to_offset(view, range.end))};
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

}  // namespace lsp
