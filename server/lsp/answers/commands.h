// Runs the commands of the table: finds the site that is meant, waits for its reading, lets the client make
// the edits and show the result, and answers. Main strand only.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>

#include "protocol/endpoint.h"
#include "server/lsp/answers/command_table.h"
#include "server/lsp/session.h"

namespace lsp {

class Commands {
 public:
  // `known_counts` is asked for the problems that the client has been told of.
  Commands(Session& session, std::function<CountsByFile()> known_counts)
      : session_(session), known_counts_(std::move(known_counts)) {}

  // The `executeCommandProvider`.
  [[nodiscard]] static nlohmann::json capability();
  void install();

 private:
  struct Call;
  using CallPtr = std::shared_ptr<Call>;

  void execute(const types::ExecuteCommandParams& params,
               const protocol::Responder<protocol::ExecuteCommand>& respond);
  void run(const CallPtr& call);
  void finish(const CallPtr& call, const CommandOutcome& outcome, std::optional<types::WorkspaceEdit> edit);
  void show(const CommandOutcome& outcome);
  [[nodiscard]] std::map<std::string, ProblemCounts> counts_by_site() const;

  Session& session_;
  std::function<CountsByFile()> known_counts_;
  std::map<types::ProgressToken, std::weak_ptr<Call>> shown_;  // with a progress display of the client's
};

}  // namespace lsp
