// Watched files, configuration, folders, symbols, commands, edits, and the window's messages
// (LSP 3.17, "Workspace Features" and "Window Features").
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/base.h"

namespace protocol::types {

struct ConfigurationItem {
  std::optional<DocumentUri> scopeUri{};
  std::optional<std::string> section{};
};

struct ConfigurationParams {
  std::vector<ConfigurationItem> items{};
};

struct DidChangeConfigurationParams {
  LSPAny settings{};
};

enum class FileChangeType : int { Created = 1, Changed = 2, Deleted = 3 };

struct FileEvent {
  DocumentUri uri{};
  FileChangeType type{};
};

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes{};
};

// Only for clients with didChangeWatchedFiles.relativePatternSupport.
struct RelativePattern {
  DocumentUri baseUri{};
  std::string pattern{};
};

// The values of FileSystemWatcher::kind, to be added up; absent means all three.
namespace WatchKind {
inline constexpr int Create = 1;
inline constexpr int Change = 2;
inline constexpr int Delete = 4;
}  // namespace WatchKind

struct FileSystemWatcher {
  std::variant<std::string, RelativePattern> globPattern{};
  std::optional<int> kind{};
};

struct DidChangeWatchedFilesRegistrationOptions {
  std::vector<FileSystemWatcher> watchers{};
};

struct WorkspaceFoldersChangeEvent {
  std::vector<WorkspaceFolder> added{};
  std::vector<WorkspaceFolder> removed{};
};

struct DidChangeWorkspaceFoldersParams {
  WorkspaceFoldersChangeEvent event{};
};

struct WorkspaceSymbolParams {
  std::string query{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

struct ExecuteCommandParams {
  std::string command{};
  std::optional<std::vector<LSPAny>> arguments{};
  std::optional<ProgressToken> workDoneToken{};
};

struct ApplyWorkspaceEditParams {
  std::optional<std::string> label{};
  WorkspaceEdit edit{};
};

struct ApplyWorkspaceEditResult {
  bool applied{};
  std::optional<std::string> failureReason{};
  std::optional<std::uint32_t> failedChange{};
};

struct FileRename {
  DocumentUri oldUri{};
  DocumentUri newUri{};
};

struct RenameFilesParams {
  std::vector<FileRename> files{};
};

enum class MessageType : int { Error = 1, Warning = 2, Info = 3, Log = 4 };

struct ShowMessageParams {
  MessageType type = MessageType::Info;
  std::string message{};
};

struct LogMessageParams {
  MessageType type = MessageType::Log;
  std::string message{};
};

struct MessageActionItem {
  std::string title{};
};

struct ShowMessageRequestParams {
  MessageType type = MessageType::Info;
  std::string message{};
  std::optional<std::vector<MessageActionItem>> actions{};
};

struct ShowDocumentParams {
  std::string uri{};
  std::optional<bool> external{};
  std::optional<bool> takeFocus{};
  std::optional<Range> selection{};
};

struct ShowDocumentResult {
  bool success{};
};

PROTOCOL_DECLARE_JSON(ConfigurationItem)
PROTOCOL_DECLARE_JSON(ConfigurationParams)
PROTOCOL_DECLARE_JSON(DidChangeConfigurationParams)
PROTOCOL_DECLARE_JSON(FileEvent)
PROTOCOL_DECLARE_JSON(DidChangeWatchedFilesParams)
PROTOCOL_DECLARE_JSON(RelativePattern)
PROTOCOL_DECLARE_JSON(FileSystemWatcher)
PROTOCOL_DECLARE_JSON(DidChangeWatchedFilesRegistrationOptions)
PROTOCOL_DECLARE_JSON(WorkspaceFoldersChangeEvent)
PROTOCOL_DECLARE_JSON(DidChangeWorkspaceFoldersParams)
PROTOCOL_DECLARE_JSON(WorkspaceSymbolParams)
PROTOCOL_DECLARE_JSON(ExecuteCommandParams)
PROTOCOL_DECLARE_JSON(ApplyWorkspaceEditParams)
PROTOCOL_DECLARE_JSON(ApplyWorkspaceEditResult)
PROTOCOL_DECLARE_JSON(FileRename)
PROTOCOL_DECLARE_JSON(RenameFilesParams)
PROTOCOL_DECLARE_JSON(ShowMessageParams)
PROTOCOL_DECLARE_JSON(LogMessageParams)
PROTOCOL_DECLARE_JSON(MessageActionItem)
PROTOCOL_DECLARE_JSON(ShowMessageRequestParams)
PROTOCOL_DECLARE_JSON(ShowDocumentParams)
PROTOCOL_DECLARE_JSON(ShowDocumentResult)

}  // namespace protocol::types
