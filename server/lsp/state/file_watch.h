// How the server learns what changes on disk: from the client where it watches files for us, else with a
// platform::Watcher of its own; and how single events become batches. Main strand only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "protocol/endpoint.h"
#include "server/lsp/state/client.h"
#include "server/platform/watcher.h"

namespace asio {
class io_context;
}  // namespace asio

namespace lsp {

class Scheduler;

class FileWatch {
 public:
  FileWatch(asio::io_context& main, Scheduler& scheduler, protocol::Endpoint& endpoint,
            platform::Watcher::Options options, platform::WatcherHost::Report report);

  // Before the first `watch`: decides who watches.
  void set_client(ClientPtr client) { client_ = std::move(client); }
  // After `initialized`: asks a client that watches files to watch the workspace.
  void register_workspace();
  // Watches a folder and calls `ready` as soon as no later change can be missed (a client that watches for us
  // does not say when it begins, so then it is called at once).
  void watch(const std::string& folder, std::function<void()> ready);
  // workspace/didChangeWatchedFiles
  void client_saw(const types::DidChangeWatchedFilesParams& params);
  void stop();

 private:
  void register_with_client(const std::string& folder);
  [[nodiscard]] platform::WatcherHost host();
  void add(const std::vector<std::string>& paths, bool everything);
  void flush();

  asio::io_context& main_;
  Scheduler& scheduler_;
  protocol::Endpoint& endpoint_;
  platform::Watcher::Options options_;
  platform::WatcherHost::Report report_;
  ClientPtr client_ = std::make_shared<const Client>();
  std::optional<platform::Watcher> watcher_;  // only if the server watches something itself
  std::set<std::string> folders_;
  std::set<std::string> paths_;  // the batch
  bool everything_ = false;
};

}  // namespace lsp
