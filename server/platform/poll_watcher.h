// Watches folders by walking over them again and again: for systems without events of their disk, and for
// when there are too few of them. Asks the system by folder_walk.h alone.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/platform/folder_walk.h"
#include "server/platform/watcher_host.h"

namespace platform {

// Files that are in only one of the two, or differ.
[[nodiscard]] std::vector<std::string> changed_files(const FolderState& before, const FolderState& after);

// Lives in a shared_ptr: walks that are under way hold it.
class PollWatcher : public std::enable_shared_from_this<PollWatcher> {
 public:
  PollWatcher(WatcherHost host, std::chrono::milliseconds every);

  // Watches these folders as well. `ready` is called when they were seen for the first time.
  void watch(const std::vector<std::string>& folders, std::function<void()> ready);
  void stop() { stopped_ = true; }

 private:
  void walk(std::function<void()> ready);
  void walked(FolderState now, std::vector<std::string> roots, const std::function<void()>& ready);
  void walk_later();

  WatcherHost host_;
  std::chrono::milliseconds every_;
  std::vector<std::string> roots_;
  std::optional<FolderState> known_;
  std::vector<std::string> known_roots_;  // that `known_` holds
  bool waiting_ = false;
  std::atomic<bool> stopped_ = false;
};

}  // namespace platform
