#include "server/platform/paths.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Paths, AreFilesOrFoldersAlsoBehindLinks) {
  const TemporaryFolder folder;
  folder.write("a/file.md", "");
  fs::create_directory_symlink("a", folder.path("alias"));
  EXPECT_TRUE(platform::is_file(folder.path("alias/file.md")));
  EXPECT_TRUE(platform::is_folder(folder.path("alias")));
  EXPECT_FALSE(platform::is_file(folder.path("a")));
  EXPECT_FALSE(platform::is_folder(folder.path("gone")));
}

TEST(Paths, FoldersAreListedWithoutFilesAndLinks) {
  const TemporaryFolder folder;
  folder.write("b/x", "");
  folder.write("a/x", "");
  folder.write("file.md", "");
  fs::create_directory_symlink("a", folder.path("alias"));
  EXPECT_THAT(platform::folders_in(folder.path()), ElementsAre("a", "b"));
  EXPECT_THAT(platform::folders_in(folder.path("gone")), IsEmpty());
}

TEST(Paths, TheRealPathOfNothingIsAReason) {
  const TemporaryFolder folder;
  folder.write("a/x", "");
  fs::create_directory_symlink("a", folder.path("alias"));
  EXPECT_EQ(platform::real_path(folder.path("alias/../alias/x")).path, folder.path("a/x"));
  EXPECT_EQ(platform::real_path(folder.path("a/x")).problem, "");
  EXPECT_EQ(platform::real_path(folder.path("gone")).problem, "No such file or directory");
}

TEST(Paths, TheWayFromTheWorkingFolderMayLeadUp) {
  const fs::path here = fs::current_path();
  EXPECT_EQ(platform::way_from_working_folder(here), ".");
  EXPECT_EQ(platform::way_from_working_folder(here / "a/b"), "a/b");
  EXPECT_EQ(platform::way_from_working_folder(here.parent_path()), "..");
}

}  // namespace
