#include "protocol/types/base.h"

#include "protocol/types/codec.h"

namespace protocol::types {

void to_json(json& out, const NoParams&) {
  out = json::object();
}
void from_json(const json&, NoParams&) {}  // whatever a client sends where nothing is expected
PROTOCOL_JSON(Position, line, character)
PROTOCOL_JSON(Range, start, end)
PROTOCOL_JSON(Location, uri, range)
PROTOCOL_JSON(LocationLink, originSelectionRange, targetUri, targetRange, targetSelectionRange)
PROTOCOL_JSON(TextDocumentIdentifier, uri)
PROTOCOL_JSON(VersionedTextDocumentIdentifier, uri, version)
PROTOCOL_JSON(OptionalVersionedTextDocumentIdentifier, uri, version)
PROTOCOL_JSON(TextEdit, range, newText, annotationId)
PROTOCOL_JSON(ChangeAnnotation, label, needsConfirmation, description)
PROTOCOL_JSON(TextDocumentEdit, textDocument, edits)
PROTOCOL_JSON(FileOperationOptions, overwrite, ignoreIfExists)
PROTOCOL_JSON(CreateFile, kind, uri, options, annotationId)
PROTOCOL_JSON(RenameFile, kind, oldUri, newUri, options, annotationId)
PROTOCOL_JSON(DeleteFileOptions, recursive, ignoreIfNotExists)
PROTOCOL_JSON(DeleteFile, kind, uri, options, annotationId)
PROTOCOL_JSON(WorkspaceEdit, changes, documentChanges, changeAnnotations)
PROTOCOL_JSON(MarkupContent, kind, value)
PROTOCOL_JSON(Command, title, command, arguments)
PROTOCOL_JSON(WorkspaceFolder, uri, name)
PROTOCOL_JSON(SymbolInformation, name, kind, tags, containerName, location)

}  // namespace protocol::types
