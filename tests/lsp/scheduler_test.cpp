#include "server/lsp/machine/scheduler.h"

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <atomic>
#include <chrono>
#include <future>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "server/lsp/state/lazy.h"

namespace {

using std::chrono::milliseconds;

TEST(Scheduler, WithoutWorkersEverythingRunsInOrderOnTheMainStrand) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 0);
  std::string order;
  scheduler.run([&] {
    order += 'a';
    scheduler.post([&] { order += 'd'; });
  });
  scheduler.run_in_background([&] { order += 'b'; });
  scheduler.post([&] { order += 'c'; });
  EXPECT_EQ(order, "");
  main.run();
  EXPECT_EQ(order, "abcd");
}

TEST(Scheduler, WorkersRunBesideTheMainStrandAndPostBack) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 2);
  const auto keep_running = asio::make_work_guard(main);
  const std::thread::id here = std::this_thread::get_id();
  int results = 0;
  for (int i = 0; i < 1000; ++i) {
    scheduler.run([&, i] {
      EXPECT_NE(std::this_thread::get_id(), here);
      scheduler.post([&, i] {
        EXPECT_EQ(std::this_thread::get_id(), here);
        results += i;
        if (results == 999 * 1000 / 2) main.stop();
      });
    });
  }
  main.run();
  EXPECT_EQ(results, 999 * 1000 / 2);
}

TEST(Scheduler, LongBackgroundWorkLeavesTheWorkersFree) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 1);
  std::promise<void> release;
  std::promise<void> done;
  scheduler.run_in_background([&] { release.get_future().wait(); });
  scheduler.run([&] { done.set_value(); });
  done.get_future().wait();
  release.set_value();
}

TEST(Scheduler, OnlyTheLastOfManyDebouncedTasksRuns) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 0);
  std::string ran;
  for (const char task : {'a', 'b', 'c'})
    scheduler.debounce("key", milliseconds(1), [&ran, task] { ran += task; });
  scheduler.debounce("other", milliseconds(0), [&ran] { ran += 'x'; });
  main.run();
  EXPECT_EQ(ran, "xc");
}

TEST(Scheduler, OnlyTheFirstOfManyThrottledTasksRuns) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 0);
  std::string ran;
  for (const char task : {'a', 'b'})
    scheduler.throttle("key", milliseconds(1), [&ran, task] { ran += task; });
  main.run();
  EXPECT_EQ(ran, "a");
}

TEST(Scheduler, ACancelledTimerDoesNotRun) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 0);
  bool ran = false;
  scheduler.debounce("key", milliseconds(0), [&] { ran = true; });
  scheduler.cancel("key");
  main.run();
  EXPECT_FALSE(ran);
}

TEST(Scheduler, ATaskThatThrowsCostsNothingElse) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 0);
  bool ran = false;
  scheduler.run([] { throw std::runtime_error("no"); });
  scheduler.run([&] { ran = true; });
  main.run();
  EXPECT_TRUE(ran);
}

TEST(Scheduler, NothingRunsAfterStop) {
  asio::io_context main;
  lsp::Scheduler scheduler(main, 2);
  std::atomic<int> ran = 0;
  for (int i = 0; i < 100; ++i) scheduler.run([&] { ++ran; });
  scheduler.post([&] { ++ran; });
  scheduler.stop();
  const int before = ran;
  scheduler.run([&] { ++ran; });
  scheduler.post([&] { ++ran; });
  scheduler.debounce("key", milliseconds(0), [&] { ++ran; });
  main.run();
  EXPECT_EQ(ran, before);
}

TEST(Lazy, IsMadeOnceHoweverManyThreadsAsk) {
  std::atomic<int> made = 0;
  const lsp::Lazy<int> lazy(std::function<int()>([&] { return ++made; }));
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) threads.emplace_back([&] { EXPECT_EQ(lazy.get(), 1); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
}

}  // namespace
