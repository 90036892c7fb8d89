// What a watcher of folders needs from around it, so that it knows no scheduler, no log and no site: where
// its work is done, what it leaves out, and whom it tells.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "server/platform/folder_walk.h"

namespace platform {

// The members of a watcher are called on one thread, the main one.
struct WatcherHost {
  using Task = std::function<void()>;
  // Absolute paths of files and folders that appeared, changed or vanished, unordered, repeats possible.
  // `everything`: events were lost, so anything below the watched folders may have changed. Called on the
  // main thread.
  using Report = std::function<void(const std::vector<std::string>& paths, bool everything)>;

  Report report;
  IsIgnored is_ignored;  // folders that are never watched; called from any thread
  // From any thread: runs the task on the main thread, later, in the order of the calls.
  std::function<void(Task)> post;
  // Runs the task where long work disturbs nobody.
  std::function<void(Task)> run_in_background;
  // Runs the task on the main thread after a delay. A watcher waits for one such task at a time.
  std::function<void(std::chrono::milliseconds, Task)> after;
  std::function<void(const std::string& message)> warn;  // for the log
};

}  // namespace platform
