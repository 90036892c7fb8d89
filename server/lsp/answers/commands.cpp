#include "server/lsp/answers/commands.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/types/codec.h"
#include "protocol/uri.h"
#include "server/lsp/convert/edit.h"
#include "server/lsp/machine/log.h"

namespace lsp {

using nlohmann::json;
using protocol::ErrorCode;

// One request on its way. Shared by the steps; when the last one lets it go, it is answered and its progress
// display is closed.
struct Commands::Call {
  Session& session;
  const Command& command;
  json argument;
  std::string path;  // of `uri`; "" without one
  protocol::Responder<protocol::ExecuteCommand> respond;
  std::optional<types::ProgressToken> token{};  // LSP 3.17, "Client Initiated Progress"

  Call(Session& the_session, const Command& the_command, json the_argument,
       protocol::Responder<protocol::ExecuteCommand> the_respond)
      : session(the_session),
        command(the_command),
        argument(std::move(the_argument)),
        respond(std::move(the_respond)) {}
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call() {
    if (!token) return;
    session.scheduler.post([&endpoint = session.endpoint, token = *token] {
      endpoint.notify<protocol::Progress>(
          {.token = token, .value = types::encode(types::WorkDoneProgressEnd{})});
    });
  }

  void begin_progress(const types::ProgressToken& the_token) {
    token = the_token;
    session.endpoint.notify<protocol::Progress>(
        {.token = *token,
         .value = types::encode(types::WorkDoneProgressBegin{.title = command.title, .cancellable = true})});
  }
  void fail(ErrorCode code, std::string message) const { respond.fail(code, std::move(message)); }
};

namespace {

// What the client must be able to do for this edit; "" if it can.
std::string missing_ability(const Client& client, const features::SiteEdit& edit) {
  if (!client.applies_edits) return "make edits for it (workspace.applyEdit)";
  if (!edit.creations.empty() && !client.creates_files)
    return "create files (workspace.workspaceEdit.resourceOperations: create)";
  if (!edit.renames.empty() && !client.renames_files)
    return "rename files (workspace.workspaceEdit.resourceOperations: rename)";
  return {};
}

// Under the source folder as the site's files are; else as it is: `_config.yml` with a `source:` of its own.
std::string path_in(const std::string& folder, const std::string& path) {
  return path.starts_with(folder + "/") ? path.substr(folder.size() + 1) : path;
}

}  // namespace

json Commands::capability() {
  json names = json::array();
  for (const Command& command : command_table()) names.push_back(command.name);
  return {{"commands", std::move(names)}, {"workDoneProgress", true}};
}

void Commands::install() {
  session_.endpoint.on<protocol::ExecuteCommand>(
      [this](const types::ExecuteCommandParams& params, const auto& respond) { execute(params, respond); });
  session_.endpoint.on<protocol::WorkDoneProgressCancel>(
      [this](const types::WorkDoneProgressCancelParams& params) {
        const auto found = shown_.find(params.token);
        const CallPtr call = found == shown_.end() ? nullptr : found->second.lock();
        if (!call) return;
        call->fail(ErrorCode::RequestCancelled, "Cancelled.");
        call->respond.request_stop();
      });
}

void Commands::execute(const types::ExecuteCommandParams& params,
                       const protocol::Responder<protocol::ExecuteCommand>& respond) {
  const std::vector<Command>& table = command_table();
  const auto command = std::find_if(table.begin(), table.end(),
                                    [&](const Command& known) { return known.name == params.command; });
  if (command == table.end())
    return respond.fail(ErrorCode::InvalidParams, "There is no command " + params.command + ".");

  json argument = json::object();
  if (params.arguments && !params.arguments->empty()) argument = params.arguments->front().json();
  const auto call = std::make_shared<Call>(session_, *command, std::move(argument), respond);
  if (call->argument.is_object() && call->argument.contains("uri") && call->argument["uri"].is_string()) {
    call->path = folder_path(call->argument["uri"].get<std::string>());
    if (call->path.empty())
      return call->fail(ErrorCode::InvalidParams, command->name + ": uri names no file on this machine.");
  }
  std::erase_if(shown_, [](const auto& shown) { return shown.second.expired(); });
  if (params.workDoneToken) {
    call->begin_progress(*params.workDoneToken);
    shown_[*params.workDoneToken] = call;
  }
  if (!command->waits) return run(call);
  const auto then = [this, call] { run(call); };
  if (call->path.empty()) return session_.sites.when_all_read(respond.stop_token(), then);
  session_.sites.when_read(call->path + "/x", respond.stop_token(), then);
}

void Commands::run(const CallPtr& call) {
  std::vector<SiteView> sites = session_.sites.known();
  const std::string& wanted = call->path.empty() ? session_.recent_path : call->path;
  std::optional<SiteView> chosen = wanted.empty() ? std::nullopt : session_.sites.find(wanted + "/x");
  if (!chosen && call->path.empty() && sites.size() == 1) chosen = sites.front();
  if (call->command.waits && (!chosen || !chosen->site)) {
    if (!call->path.empty())
      return call->fail(ErrorCode::RequestFailed, "No Jekyll site holds " + call->path + ".");
    return call->fail(ErrorCode::RequestFailed,
                      sites.empty() ? "There is no Jekyll site in the workspace."
                                    : "There are several sites in the workspace: name a file of one as uri.");
  }
  if (chosen) {
    std::stable_partition(sites.begin(), sites.end(),
                          [&](const SiteView& site) { return site.folder == chosen->folder; });
  }

  session_.scheduler.run([this, call, sites = std::move(sites), problems = counts_by_site(),
                          snapshot = snapshot_of(session_, chosen ? *chosen : SiteView())] {
    const std::stop_token stop = call->respond.stop_token();
    if (stop.stop_requested()) return;
    try {
      CommandView at{.view = open_snapshot(snapshot, stop), .sites = sites, .problems = problems};
      if (!call->path.empty()) at.path = path_in(at.view.source_folder, call->path);

      CommandResult result = call->command.run(at, call->argument);
      if (const auto* refusal = std::get_if<features::Refusal>(&result))
        return call->fail(ErrorCode::RequestFailed, refusal->message);
      auto& outcome = std::get<CommandOutcome>(result);
      std::optional<types::WorkspaceEdit> edit = std::move(outcome.given_edit);
      if (edit && !at.view.client->applies_edits)
        return call->fail(ErrorCode::RequestFailed, "The editor makes no edits for a language server.");
      if (outcome.edit) {
        if (const std::string missing = missing_ability(*at.view.client, *outcome.edit); !missing.empty())
          return call->fail(ErrorCode::RequestFailed, "The editor does not let a language server " + missing +
                                                          "; `jekyll-ls new` and `jekyll-ls publish` in a "
                                                          "terminal do the same.");
        edit = to_workspace_edit(at.view, *outcome.edit);
        if (!edit) return call->fail(ErrorCode::RequestFailed, "A file of the site cannot be read.");
      }
      session_.scheduler.post([this, call, outcome = std::move(outcome), edit = std::move(edit)]() mutable {
        finish(call, outcome, std::move(edit));
      });
    } catch (const types::DecodeError& error) {
      call->fail(ErrorCode::InvalidParams, call->command.name + ": " + error.what() + ".");
    } catch (const std::exception& error) {
      log_error(call->command.name + " failed: " + error.what());
      call->fail(ErrorCode::InternalError, call->command.name + " failed: " + error.what());
    }
  });
}

std::map<std::string, ProblemCounts> Commands::counts_by_site() const {
  std::map<std::string, ProblemCounts> counts;
  for (const auto& [uri, of_file] : known_counts_()) {
    const std::optional<std::string> path = protocol::uri_to_path(uri);
    if (const auto site = path ? session_.sites.find(*path) : std::nullopt) counts[site->folder].add(of_file);
  }
  return counts;
}

void Commands::finish(const CallPtr& call, const CommandOutcome& outcome,
                      std::optional<types::WorkspaceEdit> edit) {
  if (call->respond.cancelled()) return;
  if (!edit) {
    show(outcome);
    return call->respond.reply(outcome.result);
  }
  const OpenDocument* document = session_.documents.find(outcome.given_for.uri);
  if (!outcome.given_for.uri.empty() &&
      (document == nullptr || document->version != outcome.given_for.version))
    return call->fail(ErrorCode::ContentModified, "The text has changed meanwhile: ask for the fix again.");
  session_.endpoint.call<protocol::ApplyEdit>(
      {.label = call->command.title, .edit = std::move(*edit)},
      [this, call, outcome](const protocol::Outcome<protocol::ApplyEdit>& answer) {
        if (const auto* error = std::get_if<protocol::ResponseError>(&answer))
          return call->fail(ErrorCode::RequestFailed, "The editor did not make the edit: " + error->message);
        const auto& applied = std::get<types::ApplyWorkspaceEditResult>(answer);
        if (!applied.applied)
          return call->fail(ErrorCode::RequestFailed,
                            "The editor did not make the edit" +
                                (applied.failureReason ? ": " + *applied.failureReason : std::string(".")));
        show(outcome);
        call->respond.reply(outcome.result);
      });
}

void Commands::show(const CommandOutcome& outcome) {
  if (!session_.client->shows_documents) return;
  if (!outcome.show_file.empty())
    session_.endpoint.call<protocol::ShowDocument>({.uri = outcome.show_file, .takeFocus = true});
  if (!outcome.show_address.empty())
    session_.endpoint.call<protocol::ShowDocument>({.uri = outcome.show_address, .external = true});
}

}  // namespace lsp
