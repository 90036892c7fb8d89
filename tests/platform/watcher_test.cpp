#include "server/platform/watcher.h"

#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/thread_pool.hpp>
#include <chrono>
#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/platform/poll_watcher.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::TemporaryFolder;
using Task = platform::WatcherHost::Task;

constexpr std::chrono::seconds patience{30};

// Runs the loop in the test's own thread until something happened.
class Watching : public testing::Test {
 protected:
  void watch(platform::Watcher::Options options) {
    watcher_.emplace(main_, options, host());
    bool ready = false;
    watcher_->watch(folder_.path(), [&] { ready = true; });
    run_until([&] { return ready; });
  }
  void run_until(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (!condition()) {
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
      main_.run_one_for(patience);
      main_.restart();
    }
  }
  void expect_seen(const std::string& relative) {
    run_until([&] { return seen_.contains(folder_.path(relative)); });
  }
  void TearDown() override {
    watcher_.reset();
    background_.join();
    timer_.cancel();
    main_.restart();
    main_.run();
  }
  platform::WatcherHost host() {
    return {
        .report =
            [this](const std::vector<std::string>& paths, bool everything) {
              seen_.insert(paths.begin(), paths.end());
              everything_ = everything_ || everything;
            },
        .is_ignored = [](std::string_view name) { return name == "_site"; },
        .post = [this](Task task) { asio::post(main_, std::move(task)); },
        .run_in_background = [this](Task task) { asio::post(background_, std::move(task)); },
        .after =
            [this](std::chrono::milliseconds delay, Task task) {
              timer_.expires_after(delay);
              timer_.async_wait([task = std::move(task)](std::error_code error) {
                if (!error) task();
              });
            },
        .warn = [this](const std::string& message) { warning_ = message; },
    };
  }

  TemporaryFolder folder_;
  asio::io_context main_;
  asio::thread_pool background_{1};
  asio::steady_timer timer_{main_};
  std::optional<platform::Watcher> watcher_;
  std::set<std::string> seen_;
  bool everything_ = false;
  std::string warning_;
};

TEST_F(Watching, SeesFilesComeChangeMoveAndGo) {
  folder_.write("old.md", "");
  watch({});
  folder_.write("new.md", "x");
  expect_seen("new.md");
  folder_.rename("new.md", "moved.md");
  expect_seen("moved.md");
  folder_.remove("old.md");
  expect_seen("old.md");
  EXPECT_FALSE(everything_);
}

TEST_F(Watching, FollowsNewAndMovedFolders) {
  watch({});
  folder_.write("a/b/c.md", "");
  expect_seen("a");
  folder_.write("a/b/d.md", "");
  expect_seen("a/b/d.md");
  folder_.rename("a", "z");
  expect_seen("z");
  folder_.write("z/b/e.md", "");
  expect_seen("z/b/e.md");
}

TEST_F(Watching, LeavesOutWhatItIsToldToIgnore) {
  folder_.write("_site/index.html", "");
  watch({});
  folder_.write("_site/index.html", "x");
  folder_.write("a/_site/x/readme.md", "");
  folder_.write("last.md", "");
  expect_seen("last.md");
  seen_.erase(folder_.path("a"));
  EXPECT_EQ(seen_, std::set<std::string>{folder_.path("last.md")});
}

TEST_F(Watching, WalksTheFoldersWhereTheSystemHasTooFewWatches) {
  folder_.write("a/old.md", "");
  watch({.max_watches = 1, .walk_every = std::chrono::milliseconds(10)});
  folder_.write("a/new.md", "x");
  expect_seen("a/new.md");
  folder_.remove("a/old.md");
  expect_seen("a/old.md");
  EXPECT_NE(warning_, "");
}

TEST(FolderWalk, TellsWhatDiffers) {
  const platform::FolderState before = {{"/same", {1, 1}}, {"/changed", {1, 1}}, {"/gone", {1, 1}}};
  const platform::FolderState after = {{"/same", {1, 1}}, {"/changed", {2, 1}}, {"/new", {1, 1}}};
  EXPECT_EQ(platform::changed_files(before, after), (std::vector<std::string>{"/changed", "/gone", "/new"}));
}

}  // namespace
