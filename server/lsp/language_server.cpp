#include "server/lsp/language_server.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "protocol/endpoint.h"
#include "server/lsp/answers/commands.h"
#include "server/lsp/answers/completion.h"
#include "server/lsp/answers/diagnostics.h"
#include "server/lsp/answers/progress.h"
#include "server/lsp/feature_table.h"
#include "server/lsp/machine/log.h"
#include "server/lsp/machine/process_watch.h"
#include "server/lsp/session.h"
#include "server/lsp/state/file_watch.h"
#include "server/text/path.h"

namespace lsp {
namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds hints_pause{50};
// Visual Studio Code forgets what it is told of code lenses while it is still starting.
constexpr std::chrono::milliseconds lenses_pause{1000};

void log_protocol(protocol::LogLevel level, const std::string& line) {
  switch (level) {
    case protocol::LogLevel::debug:
      return log_debug(line);
    case protocol::LogLevel::warning:
      return log_warning(line);
    case protocol::LogLevel::error:
      return log_error(line);
  }
}

json server_capabilities(const Client& client, const FeatureTable& table) {
  json capabilities = table.capabilities();
  capabilities["positionEncoding"] = client.encoding_name;
  capabilities["textDocumentSync"] = {{"openClose", true}, {"change", 2}, {"save", {{"includeText", false}}}};
  capabilities["workspace"] = {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}};
  capabilities[std::string(protocol::ExecuteCommand::capability)] = Commands::capability();
  capabilities[std::string(protocol::Completion::capability)] = Completions::capability(client);
  // Options are only for clients that know literals (LSP 3.17, "CodeActionOptions").
  if (!client.code_action_literals) capabilities[std::string(protocol::CodeAction::capability)] = true;
  if (json diagnostics = Diagnostics::capability(client); !diagnostics.is_null())
    capabilities["diagnosticProvider"] = std::move(diagnostics);
  return capabilities;
}

}  // namespace

struct LanguageServer::State {
  State(asio::io_context& main, std::unique_ptr<protocol::Transport> the_transport,
        const ServerOptions& the_options)
      : options(the_options),
        transport(std::move(the_transport)),
        scheduler(main, the_options.workers),
        endpoint({.send = [this](std::string body) { transport->send(std::move(body)); },
                  .post = [this](std::function<void()> task) { scheduler.post(std::move(task)); },
                  .log = log_protocol,
                  .exit = [this](bool) { end("exit"); }}),
        watch(main, scheduler, endpoint, the_options.watcher,
              [this](const std::vector<std::string>& paths, bool everything) {
                session.sites.disk_changed(paths, everything);
              }),
        progress(endpoint, scheduler),
        session(scheduler, endpoint,
                {.watch = [this](const std::string& folder,
                                 std::function<void()> ready) { watch.watch(folder, std::move(ready)); },
                 .progress = [this](const std::string& folder) -> std::shared_ptr<Sites::Progress> {
                   if (!session.client->progress) return nullptr;
                   return progress.begin("Reading " + std::string(text::file_name(folder)));
                 },
                 .changed =
                     [this] {
                       diagnostics.site_changed();
                       refresh_hints();
                     }}),
        diagnostics(session),
        completions(session),
        commands(session, [this] { return diagnostics.known_counts(); }),
        process(scheduler, the_options.check_process_every, [this] { end("the client's process is gone"); }) {
  }

  void start() {
    register_lifecycle();
    register_documents();
    register_workspace();
    table.install(session);
    diagnostics.install();
    completions.install();
    commands.install();
    if (options.client_process) process.watch(*options.client_process);
    transport->start([this](const std::string& body) { endpoint.receive(body); },
                     [this](const protocol::End& reason) { end(reason.message); });
  }

  void register_lifecycle() {
    endpoint.on<protocol::Initialize>([this](const types::InitializeParams& params, const auto& respond) {
      session.client = std::make_shared<const Client>(read_client(params));
      client_settings = settings_section(params.initializationOptions.json());
      folders = session.client->folders;
      apply_settings(json());
      respond.reply({.capabilities = server_capabilities(*session.client, table),
                     .serverInfo = types::ServerInfo{.name = "jekyll-ls", .version = JEKYLL_LS_VERSION}});
      if (session.client->process) process.watch(*session.client->process);
      watch.set_client(session.client);
    });
    endpoint.on<protocol::Initialized>([this](const types::NoParams&) {
      watch.register_workspace();
      register_configuration();
      ask_for_settings();
      set_folders();
    });
    endpoint.on<protocol::Shutdown>([this](const types::NoParams&, const auto& respond) {
      shut_down = true;
      session.sites.stop();
      respond.reply(nullptr);
    });
  }

  void register_documents() {
    endpoint.on<protocol::DidOpen>([this](const types::DidOpenTextDocumentParams& params) {
      const OpenDocument& document = session.documents.open(params.textDocument);
      if (!document.path.empty()) session.recent_path = document.path;
      session.sites.overlay_changed(document.path);
      diagnostics.opened(document.uri);
    });
    endpoint.on<protocol::DidChange>([this](const types::DidChangeTextDocumentParams& params) {
      const OpenDocument* document = session.documents.change(params, session.client->encoding);
      if (document == nullptr) return;
      session.sites.overlay_changed(document->path);
      diagnostics.edited(document->uri);
    });
    // What is saved is known already; the file event that follows is ignored while the document is open.
    endpoint.on<protocol::DidSave>([](const types::DidSaveTextDocumentParams&) {});
    endpoint.on<protocol::DidClose>([this](const types::DidCloseTextDocumentParams& params) {
      const OpenDocument* document = session.documents.find(params.textDocument.uri);
      const std::string uri = document != nullptr ? document->uri : params.textDocument.uri;
      const std::string path = document != nullptr ? document->path : std::string();
      if (!session.documents.close(uri)) return;
      session.sites.overlay_changed(path);
      diagnostics.closed(uri);
    });
  }

  void register_workspace() {
    endpoint.on<protocol::DidChangeConfiguration>([this](const types::DidChangeConfigurationParams& params) {
      if (session.client->configuration) return ask_for_settings();
      apply_settings(settings_section(params.settings.json()));
    });
    endpoint.on<protocol::DidChangeWatchedFiles>(
        [this](const types::DidChangeWatchedFilesParams& params) { watch.client_saw(params); });
    endpoint.on<protocol::DidChangeWorkspaceFolders>(
        [this](const types::DidChangeWorkspaceFoldersParams& params) {
          for (const types::WorkspaceFolder& folder : params.event.removed)
            std::erase(folders, folder_path(folder.uri));
          for (const types::WorkspaceFolder& folder : params.event.added) {
            if (std::string path = folder_path(folder.uri); !path.empty()) folders.push_back(std::move(path));
          }
          set_folders();
        });
  }

  // New sites may appear anywhere in the workspace, so its folders are watched as well as the sites; only
  // after them, since a workspace may be large. What appeared before the watch began is looked for once more.
  void set_folders() {
    session.sites.set_folders(folders);
    session.sites.when_all_read({}, [this] {
      for (const std::string& folder : folders) {
        watch.watch(folder, [this] {
          if (!session.client->watches_files) session.sites.look_for_sites();
        });
      }
    });
  }

  void register_configuration() {
    if (!session.client->registers_configuration) return;
    const types::Registration registration{.id = "jekyll-ls/configuration",
                                           .method = std::string(protocol::DidChangeConfiguration::method),
                                           .registerOptions = json{{"section", "jekyll"}}};
    endpoint.call<protocol::RegisterCapability>({.registrations = {registration}});
  }

  void ask_for_settings() {
    if (!session.client->configuration) return;
    endpoint.call<protocol::WorkspaceConfiguration>(
        {.items = {{.section = "jekyll"}}},
        [this](const protocol::Outcome<protocol::WorkspaceConfiguration>& outcome) {
          const auto* values = std::get_if<std::vector<types::LSPAny>>(&outcome);
          if (values != nullptr && !values->empty()) apply_settings(values->front().json());
        });
  }

  // What the editor's settings say wins over initializationOptions, member by member.
  void apply_settings(const json& section) {
    json merged = client_settings;
    if (!merged.is_object()) {
      merged = section.empty() ? client_settings : section;
    } else if (!section.empty()) {
      merged.merge_patch(section);
    }
    ReadSettings read = read_settings(merged);
    const bool changed = read.settings != session.settings;
    session.settings = std::move(read.settings);
    for (const std::string& problem : read.problems) {
      log_warning(problem);
      if (!std::exchange(warned_of_settings, true))
        endpoint.notify<protocol::ShowMessage>({.type = types::MessageType::Warning, .message = problem});
    }
    if (!changed) return;
    diagnostics.settings_changed();
    refresh_hints();
  }

  // What stands between the lines of open documents may have changed without them.
  void refresh_hints() {
    if (session.client->refreshes_hints) {
      scheduler.throttle("refresh hints", hints_pause,
                         [this] { endpoint.call<protocol::InlayHintRefresh>({}); });
    }
    if (session.client->refreshes_lenses) {
      scheduler.throttle("refresh lenses", lenses_pause,
                         [this] { endpoint.call<protocol::CodeLensRefresh>({}); });
    }
  }

  // However it ends: nothing runs afterwards, what is queued is written, and the io_context runs out of work.
  void end(const std::string& reason) {
    if (std::exchange(ended, true)) return;
    log_info("the session ends: " + reason);
    endpoint.close();
    session.sites.stop();
    watch.stop();
    scheduler.stop();
    transport->close();
  }

  ServerOptions options;
  std::unique_ptr<protocol::Transport> transport;
  Scheduler scheduler;
  protocol::Endpoint endpoint;
  FileWatch watch;
  ProgressDisplays progress;
  Session session;
  Diagnostics diagnostics;
  Completions completions;
  Commands commands;
  ProcessWatch process;
  FeatureTable table = make_feature_table();
  std::vector<std::string> folders;
  json client_settings;  // of initializationOptions
  bool warned_of_settings = false;
  bool shut_down = false;
  bool ended = false;
};

LanguageServer::LanguageServer(asio::io_context& main, std::unique_ptr<protocol::Transport> transport,
                               const ServerOptions& options)
    : state_(std::make_unique<State>(main, std::move(transport), options)) {}

LanguageServer::~LanguageServer() {
  state_->session.sites.stop();
  state_->scheduler.stop();
}

void LanguageServer::start() {
  state_->start();
}

int LanguageServer::exit_code() const {
  return state_->shut_down ? 0 : 1;
}

}  // namespace lsp
