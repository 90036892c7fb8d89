#include "server/lsp/answers/diagnostics.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/uri.h"
#include "server/features/diagnostics.h"
#include "server/lsp/answers/result_id.h"
#include "server/lsp/convert/diagnostics.h"
#include "server/lsp/machine/log.h"

namespace lsp {
namespace {

constexpr const char* others_key = "diagnose others";
constexpr std::chrono::milliseconds at_once{0};

std::string timer_key(const std::string& uri) {
  return "diagnose " + uri;
}

std::vector<types::Diagnostic> find_problems(const View& view) {
  return to_diagnostics(view, features::diagnose(view.context));
}

}  // namespace

nlohmann::json Diagnostics::capability(const Client& client) {
  if (!client.pulls_diagnostics) return nullptr;
  return {{"identifier", "jekyll-ls"}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}};
}

void Diagnostics::install() {
  session_.endpoint.on<protocol::DocumentDiagnostic>(
      [this](const types::DocumentDiagnosticParams& params, const auto& respond) {
        pull_document(params, respond);
      });
  session_.endpoint.on<protocol::WorkspaceDiagnostic>(
      [this](const types::WorkspaceDiagnosticParams& params, const auto& respond) {
        pull_workspace(params, respond);
      });
}

// Events

void Diagnostics::opened(const std::string& uri) {
  State& state = states_[uri];
  // A text that is not on the disk yet is a page that others may lead to.
  others_follow(uri, at_once);
  if (session_.client->pulls_diagnostics) return;
  state.must_publish = true;
  session_.scheduler.debounce(timer_key(uri), at_once, [this, uri] { compute(uri); });
}

void Diagnostics::edited(const std::string& uri) {
  const std::chrono::milliseconds pause = session_.settings.diagnostics_delay;
  if (!session_.client->pulls_diagnostics) {
    State& state = states_[uri];
    state.must_publish = true;
    state.stop.request_stop();
    session_.scheduler.debounce(timer_key(uri), pause, [this, uri] { compute(uri); });
  }
  // A heading renamed here is a broken link there.
  others_follow(uri, pause + std::chrono::milliseconds(1));
}

void Diagnostics::others_follow(const std::string& uri, std::chrono::milliseconds pause) {
  session_.scheduler.debounce(others_key, pause, [this, uri] {
    for (const auto& [other, other_state] : states_) {
      if (other != uri)
        session_.scheduler.throttle(timer_key(other), at_once, [this, other = other] { compute(other); });
    }
  });
}

void Diagnostics::closed(const std::string& uri) {
  const auto state = states_.find(uri);
  if (state == states_.end()) return;
  state->second.stop.request_stop();
  states_.erase(state);
  session_.scheduler.cancel(timer_key(uri));
  others_follow(uri, at_once);
  if (!session_.client->pulls_diagnostics)
    session_.endpoint.notify<protocol::PublishDiagnostics>({.uri = uri});
}

void Diagnostics::site_changed() {
  if (session_.client->pulls_diagnostics) return ask_to_pull_again();
  for (const auto& [uri, state] : states_)
    session_.scheduler.throttle(timer_key(uri), at_once, [this, uri = uri] { compute(uri); });
}

void Diagnostics::settings_changed() {
  site_changed();
}

CountsByFile Diagnostics::known_counts() const {
  CountsByFile counts = workspace_ids_->counts;
  for (const auto& [uri, state] : states_) {
    if (state.counts) counts[protocol::canonical_uri(uri)] = *state.counts;
  }
  return counts;
}

// Computing

void Diagnostics::compute(const std::string& uri) {
  const auto state = states_.find(uri);
  const OpenDocument* document = session_.documents.find(uri);
  if (state == states_.end() || document == nullptr) return;
  state->second.stop.request_stop();
  state->second.stop = std::stop_source();
  if (!session_.settings.features->diagnostics) {
    computed(uri, document->version, result_id({}), {});
    return;
  }
  const std::stop_token stop = state->second.stop.get_token();
  run_with_view(
      session_, uri, Needs::document, stop,
      [this, uri, version = document->version, stop](const View& view) {
        std::vector<types::Diagnostic> diagnostics = find_problems(view);
        const std::string id = result_id(diagnostics);
        session_.scheduler.post([this, uri, version, id, stop, diagnostics = std::move(diagnostics)] {
          if (!stop.stop_requested()) computed(uri, version, id, diagnostics);
        });
      },
      [](protocol::ErrorCode, const std::string&) {});
}

void Diagnostics::computed(const std::string& uri, std::int32_t version, const std::string& id,
                           std::vector<types::Diagnostic> diagnostics) {
  const auto found = states_.find(uri);
  const OpenDocument* document = session_.documents.find(uri);
  if (found == states_.end() || document == nullptr || document->version != version) return;
  State& state = found->second;
  state.counts = count_of(diagnostics);
  if (session_.client->pulls_diagnostics) {
    // What the client has not pulled yet cannot be outdated.
    if (!state.last_id.empty() && state.last_id != id) ask_to_pull_again();
    return;
  }
  if (!state.must_publish && state.last_id == id) return;
  state.must_publish = false;
  state.last_id = id;
  types::PublishDiagnosticsParams params{.uri = uri, .diagnostics = std::move(diagnostics)};
  if (session_.client->diagnostic_versions) params.version = version;
  session_.endpoint.notify<protocol::PublishDiagnostics>(params);
}

void Diagnostics::ask_to_pull_again() {
  if (!session_.client->refreshes_diagnostics) return;
  session_.scheduler.throttle("refresh diagnostics", std::chrono::milliseconds(50),
                              [this] { session_.endpoint.call<protocol::DiagnosticRefresh>({}); });
}

// Pulling

void Diagnostics::pull_document(const types::DocumentDiagnosticParams& params,
                                const protocol::Responder<protocol::DocumentDiagnostic>& respond) {
  if (!session_.settings.features->diagnostics) {
    respond.reply(types::FullDocumentDiagnosticReport{.resultId = result_id({})});
    return;
  }
  // A client that cannot be told to ask again gets the whole answer at once.
  const Needs needs = session_.client->refreshes_diagnostics ? Needs::document : Needs::site;
  const std::string uri = params.textDocument.uri;
  run_with_view(
      session_, uri, needs, respond.stop_token(),
      [this, uri, previous = params.previousResultId, respond](const View& view) {
        std::vector<types::Diagnostic> diagnostics = find_problems(view);
        const std::string id = result_id(diagnostics);
        session_.scheduler.post([this, uri, id, counts = count_of(diagnostics)] {
          const auto state = states_.find(uri);
          if (state == states_.end()) return;
          state->second.last_id = id;
          state->second.counts = counts;
        });
        if (previous == id) {
          respond.reply(types::UnchangedDocumentDiagnosticReport{.resultId = id});
        } else {
          respond.reply(types::FullDocumentDiagnosticReport{.resultId = id, .items = std::move(diagnostics)});
        }
      },
      [respond](protocol::ErrorCode code, std::string message) { respond.fail(code, std::move(message)); });
}

void Diagnostics::pull_workspace(const types::WorkspaceDiagnosticParams& params,
                                 const protocol::Responder<protocol::WorkspaceDiagnostic>& respond) {
  if (!session_.settings.features->diagnostics) {
    respond.reply({});
    return;
  }
  session_.sites.when_all_read(respond.stop_token(), [this, params, respond] {
    WorkspaceDiagnosticsRun run;
    run.sites = session_.sites.all();
    run.knowledge = session_.knowledge;
    run.settings = session_.settings.features;
    run.overlays = session_.documents.overlays();
    for (const OpenDocument* document : session_.documents.all())
      run.versions[protocol::canonical_uri(document->uri)] = document->version;
    run.client = session_.client;
    for (const types::PreviousResultId& previous : params.previousResultIds)
      run.previous_ids[protocol::canonical_uri(previous.uri)] = previous.value;
    run.known = workspace_ids_;
    run.stop = respond.stop_token();

    session_.scheduler.run_in_background([this, run = std::move(run), token = params.partialResultToken,
                                          respond]() mutable {
      types::WorkspaceDiagnosticReport all;
      run.report = [&](std::vector<types::WorkspaceDocumentDiagnosticReport> part) {
        if (!token) {
          std::move(part.begin(), part.end(), std::back_inserter(all.items));
          return;
        }
        session_.scheduler.post(
            [this, token, report = types::encode(types::WorkspaceDiagnosticReport{part})] {
              session_.endpoint.notify<protocol::Progress>({.token = *token, .value = report});
            });
      };
      std::shared_ptr<const WorkspaceResultIds> ids;
      try {
        ids = run_workspace_diagnostics(run);
      } catch (const std::exception& error) {
        log_error(std::string("workspace/diagnostic failed: ") + error.what());
        respond.fail(protocol::ErrorCode::InternalError, std::string("The request failed: ") + error.what());
        return;
      }
      if (!ids) return;
      session_.scheduler.post([this, ids] { workspace_ids_ = ids; });
      // With partial results the answer itself is empty (LSP 3.17, "Partial Results").
      respond.reply(all);
    });
  });
}

}  // namespace lsp
