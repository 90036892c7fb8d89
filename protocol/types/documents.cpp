#include "protocol/types/documents.h"

#include "protocol/types/codec.h"

namespace protocol::types {

PROTOCOL_JSON(TextDocumentItem, uri, languageId, version, text)
PROTOCOL_JSON(DidOpenTextDocumentParams, textDocument)
PROTOCOL_JSON(TextDocumentContentChangeEvent, range, text)
PROTOCOL_JSON(DidChangeTextDocumentParams, textDocument, contentChanges)
PROTOCOL_JSON(DidSaveTextDocumentParams, textDocument, text)
PROTOCOL_JSON(DidCloseTextDocumentParams, textDocument)

}  // namespace protocol::types
