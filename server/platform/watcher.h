// Tells what changes on disk below some folders, where nobody else does. The system's own events where it has
// enough of them, else a walk over the folders every few seconds (poll_watcher.h). Knows nothing of sites or
// LSP, and has no thread: whoever makes one says where work is done.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "server/platform/watcher_host.h"

namespace asio {
class io_context;
}  // namespace asio

namespace platform {

class Watcher {
 public:
  struct Options {
    std::size_t max_watches = 500'000;           // more folders than this are walked instead
    std::chrono::milliseconds walk_every{3000};  // only without events
  };

  // `main` is the event loop of the main thread.
  Watcher(asio::io_context& main, Options options, WatcherHost host);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Watches an absolute folder and all below it, also those that appear later; links are not followed.
  // `ready` is called as soon as no later change can be missed.
  void watch(const std::string& folder, std::function<void()> ready);
  void stop();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace platform
