// The table of contents of `workspace/executeCommand` (docs/commands.md): one line per command, as in
// feature_table.h. Commands say what they want done; commands.h does it.
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/features/commands.h"
#include "server/lsp/answers/problem_counts.h"
#include "server/lsp/state/sites.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

// What a command looks at, on a worker.
struct CommandView {
  View view;                    // of its site alone
  std::string path{};           // what the argument's `uri` names, from the source; "" without it
  std::vector<SiteView> sites;  // all that are known, that of `view` first
  std::map<std::string, ProblemCounts> problems;  // known ones, by the folder of their site
};

// What is to be done before `result` goes back to the client.
struct CommandOutcome {
  nlohmann::json result;
  std::optional<features::SiteEdit> edit;  // for the client to make
  // … one that the client has been given before, for this version of a document alone.
  std::optional<types::WorkspaceEdit> given_edit;
  types::VersionedTextDocumentIdentifier given_for;
  std::string show_file;     // URI of what the edit makes
  std::string show_address;  // for the browser
};
using CommandResult = std::variant<CommandOutcome, features::Refusal>;

struct Command {
  std::string name;
  std::string title;   // while it runs
  bool waits = false;  // until its site is read; there must be one
  // Throws DecodeError when the argument has not the right shape.
  std::function<CommandResult(const CommandView&, const nlohmann::json& argument)> run;
};

[[nodiscard]] const std::vector<Command>& command_table();

}  // namespace lsp
