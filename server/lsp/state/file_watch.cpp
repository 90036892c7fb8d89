#include "server/lsp/state/file_watch.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "protocol/uri.h"
#include "server/lsp/machine/log.h"
#include "server/lsp/machine/scheduler.h"
#include "server/lsp/state/site_roots.h"

namespace lsp {
namespace {

// Events come in swarms (a checkout, an editor that writes a copy and renames it): a batch ends when it was
// quiet for a moment, or after a second in any case.
constexpr std::chrono::milliseconds quiet{100};
constexpr std::chrono::milliseconds longest{1000};
constexpr const char* quiet_key = "disk changes";
constexpr const char* longest_key = "disk changes, at the latest";

}  // namespace

FileWatch::FileWatch(asio::io_context& main, Scheduler& scheduler, protocol::Endpoint& endpoint,
                     platform::Watcher::Options options, platform::WatcherHost::Report report)
    : main_(main),
      scheduler_(scheduler),
      endpoint_(endpoint),
      options_(options),
      report_(std::move(report)) {}

void FileWatch::register_workspace() {
  if (client_->watches_files && !client_->folders.empty()) register_with_client({});
}

void FileWatch::watch(const std::string& folder, std::function<void()> ready) {
  const bool new_folder = folders_.insert(folder).second;
  const bool in_workspace = innermost_folder(client_->folders, folder) != nullptr;
  if (client_->watches_files && (in_workspace || client_->relative_patterns)) {
    if (!in_workspace && new_folder) register_with_client(folder);
    return ready();
  }
  if (!new_folder) return ready();
  if (!watcher_) watcher_.emplace(main_, options_, host());
  watcher_->watch(folder, std::move(ready));
}

platform::WatcherHost FileWatch::host() {
  using Task = platform::WatcherHost::Task;
  return {
      .report = [this](const std::vector<std::string>& paths, bool everything) { add(paths, everything); },
      .is_ignored = is_ignored_folder,
      .post = [&scheduler = scheduler_](Task task) { scheduler.post(std::move(task)); },
      .run_in_background = [&scheduler =
                                scheduler_](Task task) { scheduler.run_in_background(std::move(task)); },
      .after = [&scheduler = scheduler_](
                   std::chrono::milliseconds delay,
                   Task task) { scheduler.throttle("walk folders", delay, std::move(task)); },
      .warn = log_warning,
  };
}

// `folder` "" means the workspace folders.
void FileWatch::register_with_client(const std::string& folder) {
  types::FileSystemWatcher everything;
  if (folder.empty()) {
    everything.globPattern = "**/*";
  } else {
    everything.globPattern =
        types::RelativePattern{.baseUri = protocol::path_to_uri(folder), .pattern = "**/*"};
  }
  const types::DidChangeWatchedFilesRegistrationOptions options{.watchers = {everything}};
  const types::Registration registration{.id = "jekyll-ls/watch/" + folder,
                                         .method = std::string(protocol::DidChangeWatchedFiles::method),
                                         .registerOptions = types::encode(options)};
  endpoint_.call<protocol::RegisterCapability>(
      {.registrations = {registration}}, [](const protocol::Outcome<protocol::RegisterCapability>& outcome) {
        if (const auto* error = std::get_if<protocol::ResponseError>(&outcome))
          log_warning("the client does not watch files: " + error->message);
      });
}

void FileWatch::client_saw(const types::DidChangeWatchedFilesParams& params) {
  std::vector<std::string> paths;
  for (const types::FileEvent& event : params.changes) {
    if (std::optional<std::string> path = protocol::uri_to_path(event.uri)) paths.push_back(std::move(*path));
  }
  add(paths, false);
}

void FileWatch::add(const std::vector<std::string>& paths, bool everything) {
  paths_.insert(paths.begin(), paths.end());
  everything_ = everything_ || everything;
  if (paths_.empty() && !everything_) return;
  scheduler_.debounce(quiet_key, quiet, [this] { flush(); });
  scheduler_.throttle(longest_key, longest, [this] { flush(); });
}

void FileWatch::flush() {
  scheduler_.cancel(quiet_key);
  scheduler_.cancel(longest_key);
  const std::set<std::string> paths = std::exchange(paths_, {});
  report_({paths.begin(), paths.end()}, std::exchange(everything_, false));
}

void FileWatch::stop() {
  if (watcher_) watcher_->stop();
}

}  // namespace lsp
