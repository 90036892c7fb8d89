// One tag per message: its method, what goes in, what comes out. Reads like the specification's index
// (LSP 3.17). A request has a Result, a notification has none. `capability` is the member of
// ServerCapabilities by which a server announces the request. Only messages in use are listed; server/lsp
// registers against these tags:
//   endpoint.on<protocol::Hover>(…);
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "protocol/types/any.h"
#include "protocol/types/base.h"
#include "protocol/types/documents.h"
#include "protocol/types/language.h"
#include "protocol/types/lifecycle.h"
#include "protocol/types/workspace.h"

namespace protocol {

// The result of requests that answer null.
using Null = std::nullptr_t;

template <class M>
concept MessageTag = requires {
  { M::method } -> std::convertible_to<std::string_view>;
  typename M::Params;
};
template <class M>
concept RequestTag = MessageTag<M> && requires {
  typename M::Result;
};
template <class M>
concept NotificationTag = MessageTag<M> && !RequestTag<M>;

// --- Lifecycle, client to server ---

struct Initialize {
  static constexpr std::string_view method = "initialize";
  using Params = types::InitializeParams;
  using Result = types::InitializeResult;
};
struct Initialized {
  static constexpr std::string_view method = "initialized";
  using Params = types::NoParams;
};
struct Shutdown {
  static constexpr std::string_view method = "shutdown";
  using Params = types::NoParams;
  using Result = Null;
};
struct Exit {
  static constexpr std::string_view method = "exit";
  using Params = types::NoParams;
};
struct SetTrace {
  static constexpr std::string_view method = "$/setTrace";
  using Params = types::SetTraceParams;
};

// --- Both directions ---

struct CancelRequest {
  static constexpr std::string_view method = "$/cancelRequest";
  using Params = types::CancelParams;
};
struct Progress {
  static constexpr std::string_view method = "$/progress";
  using Params = types::ProgressParams;
};

// --- Documents, client to server ---

struct DidOpen {
  static constexpr std::string_view method = "textDocument/didOpen";
  using Params = types::DidOpenTextDocumentParams;
};
struct DidChange {
  static constexpr std::string_view method = "textDocument/didChange";
  using Params = types::DidChangeTextDocumentParams;
};
struct DidSave {
  static constexpr std::string_view method = "textDocument/didSave";
  using Params = types::DidSaveTextDocumentParams;
};
struct DidClose {
  static constexpr std::string_view method = "textDocument/didClose";
  using Params = types::DidCloseTextDocumentParams;
};

// --- Language features, client to server ---

struct Completion {
  static constexpr std::string_view method = "textDocument/completion";
  static constexpr std::string_view capability = "completionProvider";
  using Params = types::CompletionParams;
  using Result = types::CompletionList;
};
struct CompletionResolve {
  static constexpr std::string_view method = "completionItem/resolve";
  using Params = types::CompletionItem;
  using Result = types::CompletionItem;
};
struct Hover {
  static constexpr std::string_view method = "textDocument/hover";
  static constexpr std::string_view capability = "hoverProvider";
  using Params = types::TextDocumentPositionParams;
  using Result = std::optional<types::Hover>;
};
struct Definition {
  static constexpr std::string_view method = "textDocument/definition";
  static constexpr std::string_view capability = "definitionProvider";
  using Params = types::TextDocumentPositionParams;
  using Result = types::DefinitionResult;
};
struct References {
  static constexpr std::string_view method = "textDocument/references";
  static constexpr std::string_view capability = "referencesProvider";
  using Params = types::ReferenceParams;
  using Result = std::vector<types::Location>;
};
struct DocumentHighlight {
  static constexpr std::string_view method = "textDocument/documentHighlight";
  static constexpr std::string_view capability = "documentHighlightProvider";
  using Params = types::TextDocumentPositionParams;
  using Result = std::vector<types::DocumentHighlight>;
};
struct DocumentSymbol {
  static constexpr std::string_view method = "textDocument/documentSymbol";
  static constexpr std::string_view capability = "documentSymbolProvider";
  using Params = types::TextDocumentParams;
  using Result = types::DocumentSymbolResult;
};
struct DocumentLink {
  static constexpr std::string_view method = "textDocument/documentLink";
  static constexpr std::string_view capability = "documentLinkProvider";
  using Params = types::TextDocumentParams;
  using Result = std::vector<types::DocumentLink>;
};
struct CodeAction {
  static constexpr std::string_view method = "textDocument/codeAction";
  static constexpr std::string_view capability = "codeActionProvider";
  using Params = types::CodeActionParams;
  using Result = types::CodeActionResult;
};
struct CodeLens {
  static constexpr std::string_view method = "textDocument/codeLens";
  static constexpr std::string_view capability = "codeLensProvider";
  using Params = types::TextDocumentParams;
  using Result = std::vector<types::CodeLens>;
};
struct InlayHint {
  static constexpr std::string_view method = "textDocument/inlayHint";
  static constexpr std::string_view capability = "inlayHintProvider";
  using Params = types::InlayHintParams;
  using Result = std::vector<types::InlayHint>;
};
struct FoldingRange {
  static constexpr std::string_view method = "textDocument/foldingRange";
  static constexpr std::string_view capability = "foldingRangeProvider";
  using Params = types::TextDocumentParams;
  using Result = std::vector<types::FoldingRange>;
};
struct SelectionRange {
  static constexpr std::string_view method = "textDocument/selectionRange";
  static constexpr std::string_view capability = "selectionRangeProvider";
  using Params = types::SelectionRangeParams;
  using Result = std::vector<types::SelectionRange>;
};
struct Rename {
  static constexpr std::string_view method = "textDocument/rename";
  static constexpr std::string_view capability = "renameProvider";
  using Params = types::RenameParams;
  using Result = std::optional<types::WorkspaceEdit>;
};
// Announced by {"prepareProvider": true} in renameProvider.
struct PrepareRename {
  static constexpr std::string_view method = "textDocument/prepareRename";
  using Params = types::TextDocumentPositionParams;
  using Result = types::PrepareRenameResult;
};
struct DocumentDiagnostic {
  static constexpr std::string_view method = "textDocument/diagnostic";
  static constexpr std::string_view capability = "diagnosticProvider";
  using Params = types::DocumentDiagnosticParams;
  using Result = types::DocumentDiagnosticReport;
};

// --- Workspace, client to server ---

// Announced by {"workspaceDiagnostics": true} in diagnosticProvider.
struct WorkspaceDiagnostic {
  static constexpr std::string_view method = "workspace/diagnostic";
  using Params = types::WorkspaceDiagnosticParams;
  using Result = types::WorkspaceDiagnosticReport;
};
struct WorkspaceSymbol {
  static constexpr std::string_view method = "workspace/symbol";
  static constexpr std::string_view capability = "workspaceSymbolProvider";
  using Params = types::WorkspaceSymbolParams;
  using Result = std::vector<types::SymbolInformation>;
};
struct ExecuteCommand {
  static constexpr std::string_view method = "workspace/executeCommand";
  static constexpr std::string_view capability = "executeCommandProvider";
  using Params = types::ExecuteCommandParams;
  using Result = types::LSPAny;
};
// Announced in workspace.fileOperations.willRename.
struct WillRenameFiles {
  static constexpr std::string_view method = "workspace/willRenameFiles";
  using Params = types::RenameFilesParams;
  using Result = std::optional<types::WorkspaceEdit>;
};
struct DidChangeConfiguration {
  static constexpr std::string_view method = "workspace/didChangeConfiguration";
  using Params = types::DidChangeConfigurationParams;
};
struct DidChangeWatchedFiles {
  static constexpr std::string_view method = "workspace/didChangeWatchedFiles";
  using Params = types::DidChangeWatchedFilesParams;
};
struct DidChangeWorkspaceFolders {
  static constexpr std::string_view method = "workspace/didChangeWorkspaceFolders";
  using Params = types::DidChangeWorkspaceFoldersParams;
};
struct WorkDoneProgressCancel {
  static constexpr std::string_view method = "window/workDoneProgress/cancel";
  using Params = types::WorkDoneProgressCancelParams;
};

// --- Server to client ---

struct PublishDiagnostics {
  static constexpr std::string_view method = "textDocument/publishDiagnostics";
  using Params = types::PublishDiagnosticsParams;
};
struct RegisterCapability {
  static constexpr std::string_view method = "client/registerCapability";
  using Params = types::RegistrationParams;
  using Result = Null;
};
struct UnregisterCapability {
  static constexpr std::string_view method = "client/unregisterCapability";
  using Params = types::UnregistrationParams;
  using Result = Null;
};
struct WorkspaceConfiguration {
  static constexpr std::string_view method = "workspace/configuration";
  using Params = types::ConfigurationParams;
  using Result = std::vector<types::LSPAny>;
};
// The result is null when only a single file is open, empty when a workspace without folders is.
struct WorkspaceFolders {
  static constexpr std::string_view method = "workspace/workspaceFolders";
  using Params = types::NoParams;
  using Result = std::optional<std::vector<types::WorkspaceFolder>>;
};
struct ApplyEdit {
  static constexpr std::string_view method = "workspace/applyEdit";
  using Params = types::ApplyWorkspaceEditParams;
  using Result = types::ApplyWorkspaceEditResult;
};
struct DiagnosticRefresh {
  static constexpr std::string_view method = "workspace/diagnostic/refresh";
  using Params = types::NoParams;
  using Result = Null;
};
struct InlayHintRefresh {
  static constexpr std::string_view method = "workspace/inlayHint/refresh";
  using Params = types::NoParams;
  using Result = Null;
};
struct CodeLensRefresh {
  static constexpr std::string_view method = "workspace/codeLens/refresh";
  using Params = types::NoParams;
  using Result = Null;
};
struct WorkDoneProgressCreate {
  static constexpr std::string_view method = "window/workDoneProgress/create";
  using Params = types::WorkDoneProgressCreateParams;
  using Result = Null;
};
struct ShowMessage {
  static constexpr std::string_view method = "window/showMessage";
  using Params = types::ShowMessageParams;
};
struct ShowMessageRequest {
  static constexpr std::string_view method = "window/showMessageRequest";
  using Params = types::ShowMessageRequestParams;
  using Result = std::optional<types::MessageActionItem>;
};
struct ShowDocument {
  static constexpr std::string_view method = "window/showDocument";
  using Params = types::ShowDocumentParams;
  using Result = types::ShowDocumentResult;
};
struct LogMessage {
  static constexpr std::string_view method = "window/logMessage";
  using Params = types::LogMessageParams;
};
struct LogTrace {
  static constexpr std::string_view method = "$/logTrace";
  using Params = types::LogTraceParams;
};

}  // namespace protocol
