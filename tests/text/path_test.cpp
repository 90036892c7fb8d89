#include "server/text/path.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace {

using text::Above;

constexpr std::string_view paths[] = {"",     "/",     "//",      ".",        "..",       "a",
                                      "a.md", "/a.md", "a/b.md",  "/a/b.md",  "a/",       "a/b/",
                                      "a//b", "a.b/",  "dir.d/f", ".a",       ".a.md",    "..a",
                                      "a/.b", "a.",    "a..",     "a.tar.gz", "한/글.md", "a b/c d.e f"};

TEST(Path, AFolderAndAFileNameMakeThePath) {
  for (const std::string_view path : paths) {
    const std::string folder(text::folder_of(path));
    EXPECT_EQ(folder + std::string(text::file_name(path)), path);
    EXPECT_TRUE(folder.empty() || folder.ends_with('/')) << path;
    EXPECT_EQ(text::file_name(path).find('/'), std::string_view::npos) << path;
  }
}

TEST(Path, AStemAndAnExtensionMakeTheFileName) {
  for (const std::string_view path : paths) {
    EXPECT_EQ(std::string(text::stem(path)) + std::string(text::extension(path)), text::file_name(path));
    EXPECT_EQ(std::string(text::without_extension(path)) + std::string(text::extension(path)), path);
    EXPECT_EQ(std::string(text::without_dot_ending(path)) + std::string(text::dot_ending(path)), path);
  }
}

TEST(Path, AFileNameIsWhatFollowsTheLastSlash) {
  EXPECT_EQ(text::file_name("_posts/2024-05-01-hello.md"), "2024-05-01-hello.md");
  EXPECT_EQ(text::file_name("index.md"), "index.md");
  EXPECT_EQ(text::file_name("docs/"), "");
  EXPECT_EQ(text::file_name("/"), "");
  EXPECT_EQ(text::file_name(""), "");
}

TEST(Path, AFolderKeepsItsSlash) {
  EXPECT_EQ(text::folder_of("a/b/c.md"), "a/b/");
  EXPECT_EQ(text::folder_of("c.md"), "");
  EXPECT_EQ(text::folder_of("/c.md"), "/");
  EXPECT_EQ(text::folder_of("a/b/"), "a/b/");
}

TEST(Path, TheWayUpEndsAboveTheRoot) {
  EXPECT_EQ(text::parent_folder("/a/b"), "/a");
  EXPECT_EQ(text::parent_folder("/a"), "/");
  EXPECT_EQ(text::parent_folder("/"), "");
  EXPECT_EQ(text::parent_folder("a/b"), "a");
  EXPECT_EQ(text::parent_folder("a"), "");
  EXPECT_EQ(text::parent_folder(""), "");
}

// File.extname of Ruby 3.1 says the same of each of these.
TEST(Path, AnExtensionIsWhatRubyTakesForOne) {
  EXPECT_EQ(text::extension("a/b.md"), ".md");
  EXPECT_EQ(text::extension("a.tar.gz"), ".gz");
  EXPECT_EQ(text::extension("a."), ".");
  EXPECT_EQ(text::extension(".htaccess"), "");
  EXPECT_EQ(text::extension("..a"), "");
  EXPECT_EQ(text::extension(".a.md"), ".md");
  EXPECT_EQ(text::extension("a/.b"), "");
  EXPECT_EQ(text::extension("dir.d/file"), "");
  EXPECT_EQ(text::extension("..."), "");
  EXPECT_EQ(text::extension(""), "");
  EXPECT_EQ(text::extension("/"), "");
}

TEST(Path, AStemHasNoFolderAndNoExtension) {
  EXPECT_EQ(text::stem("a/b.tar.gz"), "b.tar");
  EXPECT_EQ(text::without_extension("a/b.tar.gz"), "a/b.tar");
  EXPECT_EQ(text::stem("dir.d/file"), "file");
  EXPECT_EQ(text::stem(".htaccess"), ".htaccess");
}

TEST(Path, ADotEndingMayBeTheWholeName) {
  EXPECT_EQ(text::dot_ending("a/.htaccess"), ".htaccess");
  EXPECT_EQ(text::without_dot_ending("a/.htaccess"), "a/");
  EXPECT_EQ(text::dot_ending("a.tar.gz"), ".gz");
  EXPECT_EQ(text::dot_ending("dir.d/file"), "");
}

TEST(Path, ThereIsOneSlashBetweenAFolderAndAName) {
  EXPECT_EQ(text::join_path("a/b", "c.md"), "a/b/c.md");
  EXPECT_EQ(text::join_path("a/b/", "c.md"), "a/b/c.md");
  EXPECT_EQ(text::join_path("", "c.md"), "c.md");
  EXPECT_EQ(text::join_path("/", "c.md"), "/c.md");
}

TEST(Path, WithinMeansWholeNames) {
  EXPECT_TRUE(text::is_within("a/b/c", "a/b"));
  EXPECT_TRUE(text::is_within("a/b", "a/b"));
  EXPECT_FALSE(text::is_within("a/bc", "a/b"));
  EXPECT_FALSE(text::is_within("a", "a/b"));
  EXPECT_TRUE(text::is_within("/a", "/"));
  EXPECT_TRUE(text::is_within("/a", ""));
  EXPECT_FALSE(text::is_within("a", ""));
}

TEST(Path, AFolderIsNotBelowItself) {
  EXPECT_TRUE(text::is_below("a/b", "a"));
  EXPECT_FALSE(text::is_below("a", "a"));
  EXPECT_FALSE(text::is_below("ab", "a"));
  EXPECT_FALSE(text::is_below("/", "/"));
}

TEST(Path, AFolderIsTakenOffWhatLiesBelowAlone) {
  EXPECT_EQ(text::without_folder("collections/_posts/a.md", "collections"), "_posts/a.md");
  EXPECT_EQ(text::without_folder("collections-old/a.md", "collections"), "collections-old/a.md");
  EXPECT_EQ(text::without_folder("collections", "collections"), "collections");
  EXPECT_EQ(text::without_folder("/a.md", ""), "/a.md");
  EXPECT_EQ(text::without_folder("/a.md", "/"), "a.md");
}

TEST(Path, NormalizedPathsHaveNoDetours) {
  EXPECT_EQ(text::normalized_path("/a//./b/../c/"), "a/c");
  EXPECT_EQ(text::normalized_path(""), "");
  EXPECT_EQ(text::normalized_path("a/.."), "");
}

TEST(Path, ACallerSaysWhatIsAboveTheBeginning) {
  EXPECT_EQ(text::normalized_path("a/../../b"), "..");
  EXPECT_EQ(text::normalized_path("a/../../b", Above::kept), "../b");
  EXPECT_EQ(text::normalized_path("../../b/..", Above::kept), "../..");
  EXPECT_EQ(text::normalized_path("/a/../../b", Above::ignored), "b");
}

}  // namespace
