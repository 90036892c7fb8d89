#include "server/platform/write_file.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/stat.h>

#include "tests/support/temporary_folder.h"

namespace {

using support::TemporaryFolder;

class ReplaceFile : public testing::Test {
 protected:
  std::string text(const std::string& path) {
    std::ifstream stream(folder.path(path), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  std::size_t files_in(const std::string& path) {
    const std::filesystem::directory_iterator files(folder.path(path));
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
  }
  // "old" by "new"
  std::string replaced(const std::string& path) {
    return platform::replace_file(folder.path("site"), path, "old", "new");
  }
  TemporaryFolder folder;
};

TEST_F(ReplaceFile, KeepsTheModeAndLeavesNothingBehind) {
  folder.write("site/a.md", "old");
  ::chmod(folder.path("site/a.md").c_str(), 0640);
  EXPECT_EQ(replaced("a.md"), "");
  EXPECT_EQ(text("site/a.md"), "new");
  struct stat found {};
  ::stat(folder.path("site/a.md").c_str(), &found);
  EXPECT_EQ(found.st_mode & 07777U, 0640U);
  EXPECT_EQ(files_in("site"), 1U);
}

TEST_F(ReplaceFile, WritesNothingOverAChangeOfSomebodyElse) {
  folder.write("site/a.md", "other");
  EXPECT_EQ(replaced("a.md"), "has changed meanwhile; nothing was written");
  EXPECT_EQ(text("site/a.md"), "other");
}

TEST_F(ReplaceFile, FollowsALinkThatStaysInTheSiteAndNoOther) {
  folder.write("site/real/a.md", "old");
  folder.write("outside/b.md", "old");
  std::filesystem::create_symlink("real/a.md", folder.path("site/a.md"));
  std::filesystem::create_symlink("../outside/b.md", folder.path("site/b.md"));
  std::filesystem::create_symlink("../outside", folder.path("site/c"));
  EXPECT_EQ(replaced("a.md"), "");
  EXPECT_EQ(text("site/real/a.md"), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path("site/a.md")));
  EXPECT_EQ(replaced("b.md"), "lies outside the site");
  EXPECT_EQ(replaced("c/b.md"), "lies outside the site");
  EXPECT_EQ(replaced("../outside/b.md"), "lies outside the site");
  EXPECT_EQ(text("outside/b.md"), "old");
}

TEST(CreateFile, MakesTheFoldersAboveAndReplacesNothing) {
  const TemporaryFolder folder;
  EXPECT_EQ(platform::create_file(folder.path(""), "a/b/c.md", "text"), "");
  EXPECT_EQ(platform::create_file(folder.path(""), "a/b/c.md", "other"), "File exists");
  std::ifstream stream(folder.path("a/b/c.md"));
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), "text");
}

TEST(CreateFile, SaysWhyItCannot) {
  const TemporaryFolder folder;
  folder.write("a", "");
  EXPECT_EQ(platform::create_file(folder.path(""), "a/b.md", "text"), "Not a directory");
}

TEST(CreateFile, StaysInsideOfItsFolder) {
  const TemporaryFolder folder;
  folder.write("site/_config.yml", "");
  folder.write("outside/b.md", "");
  std::filesystem::create_directory_symlink(folder.path("outside"), folder.path("site/_posts"));
  const auto created = [&](const std::string& path) {
    return platform::create_file(folder.path("site"), path, "text");
  };
  EXPECT_EQ(created("_posts/a.md"), "lies outside the site");
  EXPECT_EQ(created("../out/_posts/a.md"), "lies outside the site");
  EXPECT_EQ(created(folder.path("outside/a.md")), "lies outside the site");
  EXPECT_EQ(created("../site/_drafts/a.md"), "");
  EXPECT_FALSE(std::filesystem::exists(folder.path("outside/a.md")));
  EXPECT_FALSE(std::filesystem::exists(folder.path("out")));
}

}  // namespace
