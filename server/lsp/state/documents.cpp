#include "server/lsp/state/documents.h"

#include <algorithm>

#include "protocol/uri.h"
#include "server/lsp/machine/log.h"
#include "server/text/line_index.h"

namespace lsp {

std::string apply_change(std::string text, const types::TextDocumentContentChangeEvent& change,
                         text::Encoding encoding) {
  if (!change.range) return change.text;
  const text::LineIndex lines(text);
  const auto offset = [&](const types::Position& position) {
    return lines.offset(text, {position.line, position.character}, encoding);
  };
  const auto [begin, end] = std::minmax({offset(change.range->start), offset(change.range->end)});
  return text.replace(begin, end - begin, change.text);
}

const OpenDocument& Documents::open(const types::TextDocumentItem& item) {
  OpenDocument document;
  document.uri = item.uri;
  document.path = protocol::uri_to_path(item.uri).value_or("");
  document.language = item.languageId;
  document.version = item.version;
  document.text = std::make_shared<const std::string>(item.text);
  overlays_ = nullptr;
  return documents_.insert_or_assign(protocol::canonical_uri(item.uri), std::move(document)).first->second;
}

const OpenDocument* Documents::change(const types::DidChangeTextDocumentParams& params,
                                      text::Encoding encoding) {
  OpenDocument* document = find(params.textDocument.uri);
  if (document == nullptr) {
    log_warning("a change of a document that is not open: " + params.textDocument.uri);
    return nullptr;
  }
  if (params.textDocument.version <= document->version)
    log_warning("a change with an old version number: " + params.textDocument.uri);
  std::string text = *document->text;
  for (const types::TextDocumentContentChangeEvent& change : params.contentChanges)
    text = apply_change(std::move(text), change, encoding);
  document->text = std::make_shared<const std::string>(std::move(text));
  document->version = params.textDocument.version;
  document->parsed = nullptr;
  overlays_ = nullptr;
  return document;
}

bool Documents::close(std::string_view uri) {
  overlays_ = nullptr;
  if (documents_.erase(protocol::canonical_uri(uri)) > 0) return true;
  log_warning("a document was closed that is not open: " + std::string(uri));
  return false;
}

OpenDocument* Documents::find(std::string_view uri) {
  const auto found = documents_.find(protocol::canonical_uri(uri));
  return found == documents_.end() ? nullptr : &found->second;
}

const OpenDocument* Documents::find_path(std::string_view path) const {
  const auto found = documents_.find(protocol::path_to_uri(path));
  return found == documents_.end() ? nullptr : &found->second;
}

std::vector<OpenDocument*> Documents::all() {
  std::vector<OpenDocument*> all;
  for (auto& [uri, document] : documents_) all.push_back(&document);
  return all;
}

std::shared_ptr<const Overlays> Documents::overlays() {
  if (!overlays_) {
    Overlays overlays;
    for (const auto& [uri, document] : documents_) {
      if (!document.path.empty()) overlays[document.path] = {document.uri, document.text, document.version};
    }
    overlays_ = std::make_shared<const Overlays>(std::move(overlays));
  }
  return overlays_;
}

}  // namespace lsp
