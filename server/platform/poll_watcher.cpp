#include "server/platform/poll_watcher.h"

#include <algorithm>
#include <utility>

#include "server/text/path.h"

namespace platform {

std::vector<std::string> changed_files(const FolderState& before, const FolderState& after) {
  std::vector<std::string> changed;
  for (const auto& [path, stamp] : before) {
    const auto now = after.find(path);
    if (now == after.end() || now->second != stamp) changed.push_back(path);
  }
  for (const auto& [path, stamp] : after) {
    if (!before.contains(path)) changed.push_back(path);
  }
  return changed;
}

PollWatcher::PollWatcher(WatcherHost host, std::chrono::milliseconds every)
    : host_(std::move(host)), every_(every) {}

void PollWatcher::watch(const std::vector<std::string>& folders, std::function<void()> ready) {
  roots_.insert(roots_.end(), folders.begin(), folders.end());
  walk(std::move(ready));
}

void PollWatcher::walk(std::function<void()> ready) {
  host_.run_in_background([self = shared_from_this(), roots = roots_, ready = std::move(ready)] {
    FolderState now;
    for (const std::string& root : roots)
      now.merge(read_folder_state(root, self->host_.is_ignored, [&self] { return self->stopped_.load(); }));
    self->host_.post([self, now = std::move(now), roots, ready]() mutable {
      self->walked(std::move(now), std::move(roots), ready);
    });
  });
}

void PollWatcher::walked(FolderState now, std::vector<std::string> roots,
                         const std::function<void()>& ready) {
  if (stopped_) return;
  if (known_) {
    std::vector<std::string> changed = changed_files(*known_, now);
    // Files below a root that was not walked before are no changes.
    std::erase_if(changed, [this](const std::string& path) {
      return std::none_of(known_roots_.begin(), known_roots_.end(),
                          [&](const std::string& root) { return text::is_within(path, root); });
    });
    if (!changed.empty()) host_.report(changed, false);
  }
  known_ = std::move(now);
  known_roots_ = std::move(roots);
  if (ready) ready();
  walk_later();
}

void PollWatcher::walk_later() {
  if (std::exchange(waiting_, true)) return;
  host_.after(every_, [self = shared_from_this()] {
    self->waiting_ = false;
    if (!self->stopped_) self->walk({});
  });
}

}  // namespace platform
