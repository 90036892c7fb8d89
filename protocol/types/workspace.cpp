#include "protocol/types/workspace.h"

#include "protocol/types/codec.h"

namespace protocol::types {

PROTOCOL_JSON(ConfigurationItem, scopeUri, section)
PROTOCOL_JSON(ConfigurationParams, items)
PROTOCOL_JSON(DidChangeConfigurationParams, settings)
PROTOCOL_JSON(FileEvent, uri, type)
PROTOCOL_JSON(DidChangeWatchedFilesParams, changes)
PROTOCOL_JSON(RelativePattern, baseUri, pattern)
PROTOCOL_JSON(FileSystemWatcher, globPattern, kind)
PROTOCOL_JSON(DidChangeWatchedFilesRegistrationOptions, watchers)
PROTOCOL_JSON(WorkspaceFoldersChangeEvent, added, removed)
PROTOCOL_JSON(DidChangeWorkspaceFoldersParams, event)
PROTOCOL_JSON(WorkspaceSymbolParams, query, workDoneToken, partialResultToken)
PROTOCOL_JSON(ExecuteCommandParams, command, arguments, workDoneToken)
PROTOCOL_JSON(ApplyWorkspaceEditParams, label, edit)
PROTOCOL_JSON(ApplyWorkspaceEditResult, applied, failureReason, failedChange)
PROTOCOL_JSON(FileRename, oldUri, newUri)
PROTOCOL_JSON(RenameFilesParams, files)
PROTOCOL_JSON(ShowMessageParams, type, message)
PROTOCOL_JSON(LogMessageParams, type, message)
PROTOCOL_JSON(MessageActionItem, title)
PROTOCOL_JSON(ShowMessageRequestParams, type, message, actions)
PROTOCOL_JSON(ShowDocumentParams, uri, external, takeFocus, selection)
PROTOCOL_JSON(ShowDocumentResult, success)

}  // namespace protocol::types
