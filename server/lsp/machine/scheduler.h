// Who runs what: the main strand (one thread, it owns everything that changes), workers for requests, one
// background thread for long work such as reading a site, and timers. Knows nothing of documents or LSP.
//
// Rules for callers: work that runs on a worker touches only what its closure holds (immutable snapshots, a
// std::stop_token) and hands its result back with `post`.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace asio {
class io_context;
}  // namespace asio

namespace lsp {

class Scheduler {
 public:
  using Task = std::function<void()>;

  // `main` is run by the thread that is the main strand. With zero workers all work runs on the main strand,
  // one task after the other in the order it was given, so that tests are deterministic.
  Scheduler(asio::io_context& main, unsigned workers);
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  // From any thread: runs `task` on the main strand, later, in order. After `stop` it is dropped.
  void post(Task task);
  // Runs `task` on a worker (LSP requests: short work).
  void run(Task task);
  // Runs `task` on the background thread, one after the other, so that it never takes a worker from requests.
  void run_in_background(Task task);

  // Runs `task` on the main strand after `delay` without another call for the same key; a call cancels the
  // timer that runs for its key. Main strand only.
  void debounce(const std::string& key, std::chrono::milliseconds delay, Task task);
  // As `debounce`, but a timer that already runs for the key is left alone: for work that must happen again
  // and again, also under constant change. Main strand only.
  void throttle(const std::string& key, std::chrono::milliseconds delay, Task task);
  void cancel(const std::string& key);

  // Main strand only. Drops what has not begun, waits for what has (its stop tokens should be set by now),
  // cancels all timers. Nothing runs afterwards.
  void stop();

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace lsp
