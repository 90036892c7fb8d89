#include "server/platform/disk.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using platform::DirectoryEntry;
using platform::disk;
using support::TemporaryFolder;

std::string names(const std::vector<DirectoryEntry>& entries) {
  std::string result;
  for (const DirectoryEntry& entry : entries) {
    result += entry.name + (entry.directory ? "/" : "") + (entry.link ? "@" : "") +
              (entry.outside ? "!" : "") + ' ';
  }
  return result;
}

TEST(Disk, ListsAndReadsBelowItsRoot) {
  const TemporaryFolder folder;
  folder.write("b.md", "text");
  folder.write("a/c.md", "x");
  const auto files = disk(folder.path());
  EXPECT_EQ(names(files->list("")), "a/ b.md ");
  EXPECT_EQ(files->read("b.md"), "text");
  EXPECT_EQ(files->read("a/./c.md"), "x");
  EXPECT_EQ(files->read_prefix("b.md", 2), "te");
  EXPECT_EQ(files->read("none"), std::nullopt);
  EXPECT_EQ(files->read("a"), std::nullopt);
  EXPECT_TRUE(files->exists("a"));
  EXPECT_TRUE(files->modified("b.md").has_value());
}

TEST(Disk, NothingOutsideTheRootIsRead) {
  const TemporaryFolder folder;
  folder.write("secret.txt", "secret");
  folder.write("root/a.md", "x");
  fs::create_symlink("../secret.txt", folder.path("root/link.txt"));
  fs::create_directory_symlink("..", folder.path("root/up"));
  const auto files = disk(folder.path("root"));
  EXPECT_EQ(files->read("../secret.txt"), std::nullopt);
  EXPECT_EQ(files->read("link.txt"), std::nullopt);
  EXPECT_EQ(files->read("up/secret.txt"), std::nullopt);
  EXPECT_EQ(files->read(folder.path("secret.txt")), std::nullopt);
  EXPECT_EQ(names(files->list("")), "a.md link.txt@! up/@! ");
}

TEST(Disk, LinksInsideTheRootAreFollowedAndLoopsLeftOut) {
  const TemporaryFolder folder;
  folder.write("a/b/c.md", "x");
  fs::create_directory_symlink("a", folder.path("alias"));
  fs::create_directory_symlink("../..", folder.path("a/b/loop"));
  fs::create_symlink("nowhere", folder.path("broken"));
  const auto files = disk(folder.path());
  EXPECT_EQ(names(files->list("")), "a/ alias/@ ");
  EXPECT_EQ(files->read("alias/b/c.md"), "x");
  EXPECT_EQ(names(files->list("alias/b")), "c.md ");
}

TEST(Disk, ASubfolderMayClimbUpToTheRootAndNoFurther) {
  const TemporaryFolder folder;
  folder.write("secret.txt", "secret");
  folder.write("root/a.md", "a");
  folder.write("root/docs/b.md", "b");
  const auto docs = platform::subfolder(disk(folder.path("root")), "docs");
  EXPECT_EQ(docs->read("b.md"), "b");
  EXPECT_EQ(docs->read("../a.md"), "a");
  EXPECT_EQ(docs->read("../../secret.txt"), std::nullopt);
}

TEST(Disk, PipesNeitherBlockNorAppear) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo(folder.path("pipe.md").c_str(), 0600), 0);
  const auto files = disk(folder.path());
  EXPECT_EQ(names(files->list("")), "");
  EXPECT_EQ(files->read("pipe.md"), std::nullopt);
  EXPECT_FALSE(files->exists("pipe.md"));
}

TEST(WithTexts, StandInPlaceOfTheDisk) {
  const TemporaryFolder folder;
  folder.write("b.md", "old");
  folder.write("a/c.md", "x");
  const auto files =
      platform::with_texts(disk(folder.path()), {{"Gemfile", "new"}, {"a/b.md", "y"}, {"b.md", "newer"}});
  EXPECT_EQ(names(files->list("")), "Gemfile a/ b.md ");
  EXPECT_EQ(names(files->list("a")), "b.md c.md ");
  EXPECT_EQ(files->read("b.md"), "newer");
  EXPECT_EQ(files->read_prefix("b.md", 3), "new");
  EXPECT_EQ(files->size("b.md"), 5U);
  EXPECT_EQ(files->read("a/c.md"), "x");
  EXPECT_TRUE(files->exists("Gemfile"));
  EXPECT_FALSE(files->exists("c.md"));
}

}  // namespace
