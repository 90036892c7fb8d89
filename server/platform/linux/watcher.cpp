// Changes on disk as inotify tells them: one watch for each folder. Where the system has too few watches, or
// no inotify at all, the folders are walked instead.
#include "server/platform/watcher.h"

#include <algorithm>
#include <array>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sys/inotify.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

#include "server/platform/poll_watcher.h"

namespace platform {
namespace {

constexpr std::uint32_t watched_events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                         IN_MOVED_TO | IN_DELETE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

struct Event {
  int watch = 0;
  std::uint32_t mask = 0;
  std::string name;
};

std::vector<Event> parse_events(const char* bytes, std::size_t size) {
  std::vector<Event> events;
  std::size_t at = 0;
  while (at + sizeof(inotify_event) <= size) {
    inotify_event header;
    std::memcpy(&header, bytes + at, sizeof header);
    at += sizeof header;
    const std::size_t length = header.len == 0 ? 0 : ::strnlen(bytes + at, header.len);
    events.push_back({header.wd, header.mask, std::string(bytes + at, length)});
    at += header.len;
  }
  return events;
}

// The outcome of one walk that adds watches.
struct Added {
  std::vector<std::pair<int, std::string>> watches;
  bool complete = true;  // false: the system has no more watches
};

Added add_watches(int descriptor, const std::string& root, std::size_t limit, const IsIgnored& is_ignored,
                  const std::function<bool()>& stopped) {
  Added added;
  for (std::string& folder : folders_below(root, is_ignored, stopped)) {
    if (stopped()) break;
    if (added.watches.size() >= limit) return {std::move(added.watches), false};
    const int watch = ::inotify_add_watch(descriptor, folder.c_str(), watched_events);
    if (watch >= 0) {
      added.watches.emplace_back(watch, std::move(folder));
    } else if (errno == ENOSPC || errno == ENOMEM) {
      return {std::move(added.watches), false};
    }
  }
  return added;
}

}  // namespace

struct Watcher::State : std::enable_shared_from_this<Watcher::State> {
  State(asio::io_context& main, Options the_options, WatcherHost the_host)
      : options(the_options),
        host(std::move(the_host)),
        polling(std::make_shared<PollWatcher>(host, options.walk_every)),
        stream(main) {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor >= 0) stream.assign(descriptor);
    handle = descriptor;
  }

  void watch(const std::string& folder, std::function<void()> ready) {
    roots.push_back(folder);
    if (!stream.is_open()) return walk_instead(std::move(ready));
    ++walks;
    // Events that come in before the walk is done wait in `early` for the names of their folders.
    host.run_in_background(
        [state = shared_from_this(), descriptor = handle, folder, ready = std::move(ready)] {
          Added added = add_watches(descriptor, folder, state->options.max_watches, state->host.is_ignored,
                                    [&state] { return state->stopped.load(); });
          state->host.post([state, added = std::move(added), ready] { state->added(added, ready); });
        });
    if (!reading) read();
  }

  void added(const Added& walk, const std::function<void()>& ready) {
    --walks;
    for (const auto& [watch, folder] : walk.watches) folders[watch] = folder;
    if (!walk.complete) return walk_instead(ready);
    if (walks == 0) {
      std::vector<Event> waiting;
      waiting.swap(early);
      take(std::move(waiting));
    }
    if (ready) ready();
  }

  void read() {
    reading = true;
    stream.async_wait(asio::posix::stream_descriptor::wait_read,
                      [state = shared_from_this()](std::error_code error) {
                        if (!error && !state->stopped && state->stream.is_open()) state->read_events();
                      });
  }

  void read_events() {
    std::vector<Event> events;
    std::array<char, 64 * 1024> buffer;
    while (true) {
      const ssize_t size = ::read(handle, buffer.data(), buffer.size());
      if (size <= 0) break;
      for (Event& event : parse_events(buffer.data(), static_cast<std::size_t>(size)))
        events.push_back(std::move(event));
    }
    take(std::move(events));
    if (stream.is_open()) read();
  }

  void take(std::vector<Event> events) {
    std::vector<std::string> paths;
    bool everything = false;
    for (Event& event : events) {
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        everything = true;
        continue;
      }
      const auto folder = folders.find(event.watch);
      if (folder == folders.end()) {
        if (walks > 0) early.push_back(std::move(event));
        continue;
      }
      if ((event.mask & (IN_IGNORED | IN_DELETE_SELF)) != 0) {
        if ((event.mask & IN_IGNORED) != 0) folders.erase(folder);
        continue;
      }
      const bool is_folder = (event.mask & IN_ISDIR) != 0;
      if (is_folder && host.is_ignored(event.name)) continue;
      std::string path = folder->second + "/" + event.name;
      if (is_folder && (event.mask & IN_MOVED_FROM) != 0) forget_below(path);
      if (is_folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) watch_new(path);
      paths.push_back(std::move(path));
    }
    if (everything) rewatch();
    if (!paths.empty() || everything) host.report(paths, everything);
  }

  // A new folder may hold files already by now; the report of its own path makes the receiver look.
  void watch_new(const std::string& folder) {
    const std::size_t left = options.max_watches - std::min(options.max_watches, folders.size());
    const Added more = add_watches(handle, folder, left, host.is_ignored, [] { return false; });
    for (const auto& [watch, path] : more.watches) folders[watch] = path;
    if (!more.complete) walk_instead({});
  }

  void forget_below(const std::string& folder) {
    const std::string below = folder + "/";
    for (const auto& [watch, path] : folders) {
      if (path == folder || path.starts_with(below)) ::inotify_rm_watch(handle, watch);
    }
  }

  // After lost events new folders may be among what was lost; adding a watched folder again changes nothing.
  void rewatch() {
    const std::vector<std::string> all = std::exchange(roots, {});
    for (const std::string& root : all) watch(root, {});
  }

  void walk_instead(std::function<void()> ready) {
    if (stream.is_open()) {
      host.warn(
          "this system has too few inotify watches: folders are walked every few seconds instead "
          "(fs.inotify.max_user_watches)");
      close_stream();
      folders.clear();
      early.clear();
    }
    polling->watch(std::exchange(roots, {}), std::move(ready));
  }

  void stop() {
    if (stopped.exchange(true)) return;
    close_stream();
    polling->stop();
  }

  void close_stream() {
    std::error_code error;
    stream.close(error);
    handle = -1;
  }

  Options options;
  WatcherHost host;
  std::shared_ptr<PollWatcher> polling;  // idle while there are enough watches
  asio::posix::stream_descriptor stream;
  int handle = -1;
  std::vector<std::string> roots;
  std::unordered_map<int, std::string> folders;
  std::vector<Event> early;
  int walks = 0;  // that add watches in the background right now
  bool reading = false;
  std::atomic<bool> stopped = false;
};

Watcher::Watcher(asio::io_context& main, Options options, WatcherHost host)
    : state_(std::make_shared<State>(main, options, std::move(host))) {}

Watcher::~Watcher() {
  stop();
}

void Watcher::watch(const std::string& folder, std::function<void()> ready) {
  state_->watch(folder, std::move(ready));
}

void Watcher::stop() {
  state_->stop();
}

}  // namespace platform
