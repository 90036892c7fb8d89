// Open, change, save, close (LSP 3.17, "Document Synchronization").
// Ranges here are the client's positions in the text as it was before each change, applied in order.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "protocol/types/base.h"

namespace protocol::types {

struct TextDocumentItem {
  DocumentUri uri{};
  std::string languageId{};
  std::int32_t version{};
  std::string text{};
};

struct DidOpenTextDocumentParams {
  TextDocumentItem textDocument{};
};

// Without a range, `text` is the whole new document.
struct TextDocumentContentChangeEvent {
  std::optional<Range> range{};
  std::string text{};
};

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier textDocument{};
  std::vector<TextDocumentContentChangeEvent> contentChanges{};
};

struct DidSaveTextDocumentParams {
  TextDocumentIdentifier textDocument{};
  std::optional<std::string> text{};  // when the server asked for includeText
};

struct DidCloseTextDocumentParams {
  TextDocumentIdentifier textDocument{};
};

PROTOCOL_DECLARE_JSON(TextDocumentItem)
PROTOCOL_DECLARE_JSON(DidOpenTextDocumentParams)
PROTOCOL_DECLARE_JSON(TextDocumentContentChangeEvent)
PROTOCOL_DECLARE_JSON(DidChangeTextDocumentParams)
PROTOCOL_DECLARE_JSON(DidSaveTextDocumentParams)
PROTOCOL_DECLARE_JSON(DidCloseTextDocumentParams)

}  // namespace protocol::types
