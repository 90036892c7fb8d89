#include "server/lsp/state/client.h"

#include <algorithm>

#include "protocol/types/completion.h"
#include "protocol/types/diagnostics.h"
#include "protocol/uri.h"

namespace lsp {
namespace {

void read_encoding(const types::InitializeParams& params, Client& client) {
  for (const std::string& name : params.position_encodings()) {
    if (name == types::PositionEncodingKind::UTF8) {
      client.encoding = text::Encoding::utf8;
    } else if (name == types::PositionEncodingKind::UTF16) {
      client.encoding = text::Encoding::utf16;
    } else if (name == types::PositionEncodingKind::UTF32) {
      client.encoding = text::Encoding::utf32;
    } else {
      continue;
    }
    client.encoding_name = name;
    return;
  }
}

// The newest member that is there counts: workspaceFolders, rootUri, rootPath.
std::vector<std::string> read_folders(const types::InitializeParams& params) {
  std::vector<std::string> folders;
  if (params.workspaceFolders) {
    for (const types::WorkspaceFolder& folder : *params.workspaceFolders)
      folders.push_back(folder_path(folder.uri));
  } else if (params.rootUri) {
    folders.push_back(folder_path(*params.rootUri));
  } else if (params.rootPath && !params.rootPath->empty()) {
    folders.push_back(folder_path(protocol::path_to_uri(*params.rootPath)));
  }
  std::erase(folders, std::string());
  return folders;
}

bool lists_integer(const types::ClientCapabilities& can, std::string_view pointer, int wanted) {
  const std::vector<int> integers = can.integers(pointer);
  return std::find(integers.begin(), integers.end(), wanted) != integers.end();
}

}  // namespace

std::string folder_path(const std::string& uri) {
  std::string path = protocol::uri_to_path(uri).value_or("");
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

Client read_client(const types::InitializeParams& params) {
  const types::ClientCapabilities& can = params.capabilities;
  Client client;
  read_encoding(params, client);
  client.process = params.processId;
  client.folders = read_folders(params);

  client.configuration = can.has("/workspace/configuration");
  client.registers_configuration = can.has("/workspace/didChangeConfiguration/dynamicRegistration");
  client.watches_files = can.has("/workspace/didChangeWatchedFiles/dynamicRegistration");
  client.relative_patterns = can.has("/workspace/didChangeWatchedFiles/relativePatternSupport");
  client.progress = can.has("/window/workDoneProgress");
  client.applies_edits = can.has("/workspace/applyEdit");
  client.shows_documents = can.has("/window/showDocument/support");

  client.pulls_diagnostics = can.has("/textDocument/diagnostic");
  client.refreshes_diagnostics = can.has("/workspace/diagnostics/refreshSupport");
  const std::string diagnostics =
      client.pulls_diagnostics && can.has("/textDocument/diagnostic/relatedInformation")
          ? "/textDocument/diagnostic"
          : "/textDocument/publishDiagnostics";
  client.diagnostic_versions = can.has("/textDocument/publishDiagnostics/versionSupport");
  client.diagnostic_related = can.has(diagnostics + "/relatedInformation");
  client.diagnostic_code_links = can.has(diagnostics + "/codeDescriptionSupport");
  const auto shows_tag = [&](types::DiagnosticTag tag) {
    const std::string tags = diagnostics + "/tagSupport/valueSet";
    return lists_integer(can, tags, static_cast<int>(tag));
  };
  client.diagnostic_unnecessary = shows_tag(types::DiagnosticTag::Unnecessary);
  client.diagnostic_deprecated = shows_tag(types::DiagnosticTag::Deprecated);

  client.creates_files = can.lists("/workspace/workspaceEdit/resourceOperations", "create");
  client.renames_files = can.lists("/workspace/workspaceEdit/resourceOperations", "rename");
  // Neovim 0.7 names only the operations, which stand in documentChanges.
  client.document_changes =
      can.has("/workspace/workspaceEdit/documentChanges") || client.creates_files || client.renames_files;

  client.code_action_literals = can.has("/textDocument/codeAction/codeActionLiteralSupport");
  client.preferred_actions = can.has("/textDocument/codeAction/isPreferredSupport");

  client.refreshes_hints = can.has("/workspace/inlayHint/refreshSupport");
  client.refreshes_lenses = can.has("/workspace/codeLens/refreshSupport");
  client.shows_references = can.lists("/experimental/commands/commands", show_references_command);

  client.nested_symbols = can.has("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
  client.definition_links = can.has("/textDocument/definition/linkSupport");
  client.snippets = can.has("/textDocument/completion/completionItem/snippetSupport");
  client.lines_as_they_are =
      lists_integer(can, "/textDocument/completion/completionItem/insertTextModeSupport/valueSet",
                    static_cast<int>(types::InsertTextMode::AsIs));
  client.resolves_documentation =
      can.lists("/textDocument/completion/completionItem/resolveSupport/properties", "documentation");
  client.deprecated_tag = lists_integer(can, "/textDocument/completion/completionItem/tagSupport/valueSet",
                                        static_cast<int>(types::CompletionItemTag::Deprecated));
  client.deprecated_member = can.has("/textDocument/completion/completionItem/deprecatedSupport");
  client.markdown_completion =
      can.lists("/textDocument/completion/completionItem/documentationFormat", "markdown");
  client.markdown_hover = can.lists("/textDocument/hover/contentFormat", "markdown");
  return client;
}

}  // namespace lsp
