// When problems are looked for and how they reach the client: pushed after a pause in typing, or pulled by
// clients that can (LSP 3.17, "Diagnostics", "Pull Diagnostics"). Which problems there are is the features'
// business. Main strand only.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "protocol/endpoint.h"
#include "protocol/types/diagnostics.h"
#include "server/lsp/answers/problem_counts.h"
#include "server/lsp/answers/workspace_diagnostics.h"
#include "server/lsp/session.h"

namespace lsp {

class Diagnostics {
 public:
  explicit Diagnostics(Session& session) : session_(session) {}

  // The `diagnosticProvider` for clients that pull; null for the others.
  [[nodiscard]] static nlohmann::json capability(const Client& client);
  // Registers the pull requests.
  void install();

  void opened(const std::string& uri);
  void edited(const std::string& uri);
  void closed(const std::string& uri);
  // Something that is no open document's text changed: a site was read, files changed on disk.
  void site_changed();
  void settings_changed();

  // The problems that are known of the open documents and, once the client has asked for the whole workspace,
  // of all others. Files whose problems nobody has looked for are not in it.
  [[nodiscard]] CountsByFile known_counts() const;

 private:
  struct State {
    std::stop_source stop;  // of the computation that runs
    bool must_publish = false;
    std::string last_id;  // result id of what the client has
    std::optional<ProblemCounts> counts;
  };

  void compute(const std::string& uri);
  // After `pause`: what the text of `uri` says to the other open documents.
  void others_follow(const std::string& uri, std::chrono::milliseconds pause);
  void computed(const std::string& uri, std::int32_t version, const std::string& id,
                std::vector<types::Diagnostic> diagnostics);
  void pull_document(const types::DocumentDiagnosticParams& params,
                     const protocol::Responder<protocol::DocumentDiagnostic>& respond);
  void pull_workspace(const types::WorkspaceDiagnosticParams& params,
                      const protocol::Responder<protocol::WorkspaceDiagnostic>& respond);
  void ask_to_pull_again();

  Session& session_;
  std::map<std::string, State> states_;  // by URI as opened
  std::shared_ptr<const WorkspaceResultIds> workspace_ids_ = std::make_shared<const WorkspaceResultIds>();
};

}  // namespace lsp
