#include "server/lsp/machine/watcher.h"

#include <asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <gtest/gtest.h>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/lsp/machine/folder_walk.h"
#include "server/lsp/machine/scheduler.h"
#include "tests/lsp/mailbox.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::TemporaryFolder;

// Runs the loop in the test's own thread until something happened.
class Watching : public testing::Test {
 protected:
  void watch(lsp::Watcher::Options options) {
    watcher_.emplace(main_, scheduler_, options,
                     [this](const std::vector<std::string>& paths, bool everything) {
                       seen_.insert(paths.begin(), paths.end());
                       everything_ = everything_ || everything;
                     });
    bool ready = false;
    watcher_->watch(folder_.path(), [&] { ready = true; });
    run_until([&] { return ready; });
  }
  void run_until(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + support::patience;
    while (!condition()) {
      ASSERT_LT(std::chrono::steady_clock::now(), deadline);
      main_.run_one_for(support::patience);
      main_.restart();
    }
  }
  void expect_seen(const std::string& relative) {
    run_until([&] { return seen_.contains(folder_.path(relative)); });
  }
  void TearDown() override {
    watcher_.reset();
    scheduler_.stop();
    main_.restart();
    main_.run();
  }

  TemporaryFolder folder_;
  asio::io_context main_;
  lsp::Scheduler scheduler_{main_, 1};
  std::optional<lsp::Watcher> watcher_;
  std::set<std::string> seen_;
  bool everything_ = false;
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

TEST_F(Watching, IgnoresWhatNoSiteIsMadeOf) {
  folder_.write("_site/index.html", "");
  watch({});
  folder_.write("_site/index.html", "x");
  folder_.write("node_modules/x/readme.md", "");
  folder_.write("last.md", "");
  expect_seen("last.md");
  EXPECT_EQ(seen_, std::set<std::string>{folder_.path("last.md")});
}

TEST_F(Watching, WalksTheFoldersWhereTheSystemHasTooFewWatches) {
  folder_.write("a/old.md", "");
  watch({.max_watches = 1, .walk_every = std::chrono::milliseconds(10)});
  folder_.write("a/new.md", "x");
  expect_seen("a/new.md");
  folder_.remove("a/old.md");
  expect_seen("a/old.md");
}

TEST(FolderWalk, TellsWhatDiffers) {
  const lsp::FolderState before = {{"/same", {1, 1}}, {"/changed", {1, 1}}, {"/gone", {1, 1}}};
  const lsp::FolderState after = {{"/same", {1, 1}}, {"/changed", {2, 1}}, {"/new", {1, 1}}};
  EXPECT_EQ(lsp::changed_files(before, after), (std::vector<std::string>{"/changed", "/gone", "/new"}));
}

}  // namespace
