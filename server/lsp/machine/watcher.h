// Tells what changes on disk below some folders, for clients that do not watch files for us. Knows nothing of
// sites or LSP. inotify where the system has enough of it, else a walk over the folders every few seconds.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace asio {
class io_context;
}  // namespace asio

namespace lsp {

class Scheduler;

// Folders that hold no source of a site: never watched, never searched. Their names are ignored at any depth.
[[nodiscard]] bool is_ignored_folder(std::string_view name);

class Watcher {
 public:
  struct Options {
    std::size_t max_watches = 500'000;           // more folders than this are walked instead
    std::chrono::milliseconds walk_every{3000};  // only without inotify
  };
  // Absolute paths of files and folders that appeared, changed or vanished, unordered, repeats possible.
  // `everything`: events were lost, so anything below the watched folders may have changed.
  using Report = std::function<void(const std::vector<std::string>& paths, bool everything)>;

  // `report` runs on the main strand, as all members must.
  Watcher(asio::io_context& main, Scheduler& scheduler, Options options, Report report);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  // Watches an absolute folder and all below it, also those that appear later; links are not followed.
  // `ready` is called on the main strand as soon as no later change can be missed.
  void watch(const std::string& folder, std::function<void()> ready);
  void stop();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace lsp
