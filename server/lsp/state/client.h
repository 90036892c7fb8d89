// What the client said in `initialize`, as far as the server behaves differently for it. Read once; immutable
// afterwards, so workers may look at it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/types/lifecycle.h"
#include "server/text/line_index.h"

namespace lsp {

namespace types = protocol::types;

// A command of the client's: lists the references at a place. Its arguments are a URI and a position. Clients
// that have it say so as `experimental.commands.commands`, as rust-analyzer's do.
inline constexpr std::string_view show_references_command = "jekyll-ls.showReferences";

struct Client {
  text::Encoding encoding = text::Encoding::utf16;
  std::string encoding_name = "utf-16";
  std::optional<std::int64_t> process;
  std::vector<std::string> folders;  // absolute paths without a final slash

  bool configuration = false;            // workspace/configuration can be asked
  bool registers_configuration = false;  // didChangeConfiguration is registered dynamically
  bool watches_files = false;            // didChangeWatchedFiles is registered dynamically
  bool relative_patterns = false;        // … also for folders outside the workspace
  bool progress = false;                 // window/workDoneProgress/create
  bool applies_edits = false;            // workspace/applyEdit
  bool shows_documents = false;          // window/showDocument

  bool pulls_diagnostics = false;
  bool refreshes_diagnostics = false;
  bool diagnostic_versions = false;
  bool diagnostic_related = false;
  bool diagnostic_code_links = false;
  bool diagnostic_unnecessary = false;  // DiagnosticTag
  bool diagnostic_deprecated = false;

  bool document_changes = false;  // WorkspaceEdit::documentChanges
  bool creates_files = false;     // … with files to create
  bool renames_files = false;     // … and to rename

  bool code_action_literals = false;  // CodeAction; others know commands alone
  bool preferred_actions = false;     // CodeAction::isPreferred

  bool refreshes_hints = false;   // workspace/inlayHint/refresh
  bool refreshes_lenses = false;  // workspace/codeLens/refresh
  bool shows_references = false;  // knows the command behind code lenses

  bool nested_symbols = false;
  bool definition_links = false;  // a definition may say what it was asked of
  bool snippets = false;
  bool lines_as_they_are = false;       // completion items may ask that nothing is indented again
  bool markdown_completion = false;     // documentation of completion items
  bool resolves_documentation = false;  // … may come later
  bool deprecated_tag = false;          // completion items that nobody should choose any more, by tag
  bool deprecated_member = false;       // … by the older member
  bool markdown_hover = false;
};

using ClientPtr = std::shared_ptr<const Client>;

// LSP 3.17, "initialize". The encoding is the first one of the client's list that the server knows (it knows
// all three), utf-16 without a list.
[[nodiscard]] Client read_client(const types::InitializeParams& params);

// The absolute path of a file URI without a final slash; "" for other schemes.
[[nodiscard]] std::string folder_path(const std::string& uri);

}  // namespace lsp
