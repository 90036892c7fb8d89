#include "server/lsp/machine/scheduler.h"

#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/thread_pool.hpp>
#include <atomic>
#include <exception>
#include <map>
#include <optional>
#include <string>

#include "server/lsp/machine/log.h"

namespace lsp {
namespace {

// A task that throws costs a log line, never the process.
void run_guarded(const Scheduler::Task& task) {
  try {
    task();
  } catch (const std::exception& error) {
    log_error(std::string("a task failed: ") + error.what());
  } catch (...) {
    log_error("a task failed");
  }
}

}  // namespace

// Shared with the handlers in flight, which may outlive the scheduler inside the io_context.
struct Scheduler::State : std::enable_shared_from_this<Scheduler::State> {
  State(asio::io_context& main_context, unsigned worker_count) : main(main_context) {
    if (worker_count == 0) return;
    workers.emplace(worker_count);
    background.emplace(1);
  }

  void post(Task task) {
    asio::post(main, [state = shared_from_this(), task = std::move(task)] {
      if (!state->stopped) run_guarded(task);
    });
  }

  void run_on(std::optional<asio::thread_pool>& pool, Task task) {
    if (stopped) return;
    if (!pool) return post(std::move(task));
    asio::post(*pool, [state = shared_from_this(), task = std::move(task)] {
      if (!state->stopped) run_guarded(task);
    });
  }

  void start_timer(const std::string& key, std::chrono::milliseconds delay, Task task) {
    if (stopped) return;
    // A new timer for each start: an old one's completion that is queued already must not run the new task.
    auto timer = std::make_shared<asio::steady_timer>(main, delay);
    timers[key] = timer;
    timer->async_wait(
        [state = shared_from_this(), timer, key, task = std::move(task)](std::error_code error) {
          const auto running = state->timers.find(key);
          if (error || state->stopped || running == state->timers.end() || running->second != timer) return;
          state->timers.erase(running);
          run_guarded(task);
        });
  }

  asio::io_context& main;
  std::optional<asio::thread_pool> workers;
  std::optional<asio::thread_pool> background;
  std::map<std::string, std::shared_ptr<asio::steady_timer>> timers;  // main strand only
  std::atomic<bool> stopped = false;
};

Scheduler::Scheduler(asio::io_context& main, unsigned workers)
    : state_(std::make_shared<State>(main, workers)) {}

Scheduler::~Scheduler() {
  stop();
}

void Scheduler::post(Task task) {
  state_->post(std::move(task));
}
void Scheduler::run(Task task) {
  state_->run_on(state_->workers, std::move(task));
}
void Scheduler::run_in_background(Task task) {
  state_->run_on(state_->background, std::move(task));
}

void Scheduler::debounce(const std::string& key, std::chrono::milliseconds delay, Task task) {
  cancel(key);
  state_->start_timer(key, delay, std::move(task));
}

void Scheduler::throttle(const std::string& key, std::chrono::milliseconds delay, Task task) {
  if (!state_->timers.contains(key)) state_->start_timer(key, delay, std::move(task));
}

void Scheduler::cancel(const std::string& key) {
  const auto running = state_->timers.find(key);
  if (running == state_->timers.end()) return;
  running->second->cancel();
  state_->timers.erase(running);
}

void Scheduler::stop() {
  if (state_->stopped.exchange(true)) return;
  for (const auto& [key, timer] : state_->timers) timer->cancel();
  state_->timers.clear();
  for (auto* pool : {&state_->workers, &state_->background}) {
    if (!*pool) continue;
    (*pool)->stop();
    (*pool)->join();
    pool->reset();  // what never began holds the state that holds the pool
  }
}

}  // namespace lsp
