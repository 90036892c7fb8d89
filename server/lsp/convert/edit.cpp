#include "server/lsp/convert/edit.h"

#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "server/lsp/convert/positions.h"

namespace lsp {
namespace {

std::vector<types::TextEdit> edits_in(std::string_view text, const text::LineIndex& lines,
                                      text::Encoding encoding, const features::FileEdits& file) {
  const auto to_position = [&](text::Offset offset) -> types::Position {
    const text::Position position = lines.position(text, offset, encoding);
    return {position.line, position.column};
  };
  std::vector<types::TextEdit> edits;
  for (const text::Edit& edit : file.edits) {
    edits.push_back(
        {.range = {to_position(edit.range.begin), to_position(edit.range.end)}, .newText = edit.replacement});
  }
  return edits;
}

// nullopt: the file cannot be read, so its bytes have no positions.
std::optional<std::vector<types::TextEdit>> to_text_edits(const View& view, const features::FileEdits& file) {
  const text::Encoding encoding = view.client->encoding;
  const syntax::Document& document = *view.context.document;
  if (file.path == view.context.path) return edits_in(document.text, document.lines, encoding, file);
  const std::optional<std::string> text = view.context.read(file.path);
  if (!text) return std::nullopt;
  return edits_in(*text, text::LineIndex(*text), encoding, file);
}

// The version of what the client has open; null for what only the disk has.
types::OrNull<std::int32_t> version_of(const View& view, std::string_view path) {
  types::OrNull<std::int32_t> version;
  if (path == view.context.path) {
    version = view.version;
  } else if (const auto overlay = view.overlays->find(absolute_path(view.source_folder, path));
             overlay != view.overlays->end()) {
    version = overlay->second.version;
  }
  return version;
}

// The member for clients from before LSP 3.
types::WorkspaceEdit plain_changes(std::vector<types::TextDocumentEdit> edits) {
  types::WorkspaceEdit converted;
  converted.changes.emplace();
  for (types::TextDocumentEdit& edit : edits) {
    std::vector<types::TextEdit>& into = (*converted.changes)[edit.textDocument.uri];
    std::move(edit.edits.begin(), edit.edits.end(), std::back_inserter(into));
  }
  return converted;
}

}  // namespace

std::optional<types::WorkspaceEdit> to_workspace_edit(const View& view, const features::SiteEdit& edit) {
  if (!edit.creations.empty() && !view.client->creates_files) return std::nullopt;
  if (!edit.renames.empty() && !view.client->renames_files) return std::nullopt;

  std::vector<types::TextDocumentEdit> edits;
  for (const features::FileEdits& file : edit.files) {
    std::optional<std::vector<types::TextEdit>> converted = to_text_edits(view, file);
    if (!converted) return std::nullopt;
    edits.push_back({{to_uri(view, file.path), version_of(view, file.path)}, std::move(*converted)});
  }
  if (!view.client->document_changes) return plain_changes(std::move(edits));

  types::WorkspaceEdit converted;
  converted.documentChanges.emplace();
  for (types::TextDocumentEdit& change : edits) converted.documentChanges->push_back(std::move(change));
  for (const features::FileCreation& file : edit.creations) {
    const std::string uri = to_uri(view, file.path);
    converted.documentChanges->push_back(types::CreateFile{.uri = uri});
    converted.documentChanges->push_back(
        types::TextDocumentEdit{.textDocument = {uri, {}}, .edits = {{.newText = file.text}}});
  }
  for (const features::FileRename& file : edit.renames) {
    converted.documentChanges->push_back(
        types::RenameFile{.oldUri = to_uri(view, file.from), .newUri = to_uri(view, file.to)});
  }
  return converted;
}

}  // namespace lsp
