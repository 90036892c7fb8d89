#include "server/lsp/machine/watcher.h"

#include <array>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <set>
#include <sys/inotify.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

#include "server/lsp/machine/folder_walk.h"
#include "server/lsp/machine/log.h"
#include "server/lsp/machine/scheduler.h"
#include "server/lsp/state/site_roots.h"

namespace lsp {
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

// The outcome of one walk that adds watches, made on the background thread.
struct Added {
  std::vector<std::pair<int, std::string>> watches;
  bool complete = true;  // false: the system has no more watches
};

Added add_watches(int descriptor, const std::string& root, std::size_t limit,
                  const std::function<bool()>& stopped) {
  Added added;
  for (std::string& folder : folders_below(root, stopped)) {
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

bool is_ignored_folder(std::string_view name) {
  static const std::set<std::string_view> ignored = {"_site",         ".git",        "node_modules",
                                                     ".jekyll-cache", ".sass-cache", "vendor",
                                                     ".bundle",       ".svn",        ".jekyll-metadata"};
  return ignored.contains(name);
}

struct Watcher::State : std::enable_shared_from_this<Watcher::State> {
  State(asio::io_context& main, Scheduler& the_scheduler, Options the_options, Report the_report)
      : scheduler(the_scheduler), options(the_options), report(std::move(the_report)), stream(main) {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor >= 0) stream.assign(descriptor);
    handle = descriptor;
  }

  // inotify

  void watch(const std::string& folder, std::function<void()> ready) {
    roots.push_back(folder);
    if (!stream.is_open()) return start_walking(std::move(ready));
    ++walks;
    // Events that come in before the walk is done wait in `early` for the names of their folders.
    scheduler.run_in_background(
        [state = shared_from_this(), descriptor = handle, folder, ready = std::move(ready)] {
          Added added = add_watches(descriptor, folder, state->options.max_watches,
                                    [&state] { return state->stopped.load(); });
          state->scheduler.post([state, added = std::move(added), ready] { state->added(added, ready); });
        });
    if (!reading) read();
  }

  void added(const Added& walk, const std::function<void()>& ready) {
    --walks;
    for (const auto& [watch, folder] : walk.watches) folders[watch] = folder;
    if (!walk.complete) return start_walking(ready);
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
      if (is_folder && is_ignored_folder(event.name)) continue;
      std::string path = folder->second + "/" + event.name;
      if (is_folder && (event.mask & IN_MOVED_FROM) != 0) forget_below(path);
      if (is_folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) watch_new(path);
      paths.push_back(std::move(path));
    }
    if (everything) rewatch();
    if (!paths.empty() || everything) report(paths, everything);
  }

  // A new folder may hold files already by now; the report of its own path makes the receiver look.
  void watch_new(const std::string& folder) {
    const Added more =
        add_watches(handle, folder, options.max_watches - std::min(options.max_watches, folders.size()),
                    [] { return false; });
    for (const auto& [watch, path] : more.watches) folders[watch] = path;
    if (!more.complete) start_walking({});
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

  // Walks

  void start_walking(std::function<void()> ready) {
    if (stream.is_open()) {
      log_warning(
          "this system has too few inotify watches: folders are walked every few seconds instead "
          "(fs.inotify.max_user_watches)");
      close_stream();
      folders.clear();
      early.clear();
    }
    walk(std::move(ready));
  }

  void walk(std::function<void()> ready) {
    scheduler.run_in_background([state = shared_from_this(), all = roots, ready = std::move(ready)] {
      FolderState now;
      for (const std::string& root : all)
        now.merge(read_folder_state(root, [&state] { return state->stopped.load(); }));
      state->scheduler.post([state, now = std::move(now), all, ready] { state->walked(now, all, ready); });
    });
  }

  void walked(const FolderState& now, const std::vector<std::string>& walked_roots,
              const std::function<void()>& ready) {
    if (known) {
      std::vector<std::string> changed = changed_files(*known, now);
      // Files below a root that was not walked before are no changes.
      std::erase_if(changed, [this](const std::string& path) {
        return innermost_folder(known_roots, path) == nullptr;
      });
      if (!changed.empty()) report(changed, false);
    }
    known = now;
    known_roots = walked_roots;
    if (ready) ready();
    scheduler.throttle("walk folders", options.walk_every, [state = shared_from_this()] { state->walk({}); });
  }

  void close_stream() {
    std::error_code error;
    stream.close(error);
    handle = -1;
  }

  Scheduler& scheduler;
  Options options;
  Report report;
  asio::posix::stream_descriptor stream;
  int handle = -1;
  std::vector<std::string> roots;
  std::unordered_map<int, std::string> folders;
  std::vector<Event> early;
  int walks = 0;  // that add watches in the background right now
  bool reading = false;
  std::optional<FolderState> known;
  std::vector<std::string> known_roots;
  std::atomic<bool> stopped = false;
};

Watcher::Watcher(asio::io_context& main, Scheduler& scheduler, Options options, Report report)
    : state_(std::make_shared<State>(main, scheduler, options, std::move(report))) {}

Watcher::~Watcher() {
  stop();
}

void Watcher::watch(const std::string& folder, std::function<void()> ready) {
  state_->watch(folder, std::move(ready));
}

void Watcher::stop() {
  if (state_->stopped.exchange(true)) return;
  state_->close_stream();
}

}  // namespace lsp
