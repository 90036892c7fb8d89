#include "server/cli/site_folder.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// An empty folder that is gone after the test.
class FindSite : public testing::Test {
 protected:
  FindSite() {
    std::string pattern = (fs::temp_directory_path() / "jekyll-ls-XXXXXX").string();
    root_ = fs::canonical(mkdtemp(pattern.data()));
  }
  ~FindSite() override { fs::remove_all(root_); }

  void write(const fs::path& path) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << "---\n---\n";
  }
  [[nodiscard]] std::string path(const std::string& below) const { return (root_ / below).string(); }
  [[nodiscard]] SiteFolder found(const std::string& below) const {
    return std::get<SiteFolder>(find_site(path(below)));
  }
  [[nodiscard]] std::string refused(const std::string& below) const {
    return std::get<std::string>(find_site(path(below)));
  }

  fs::path root_;
};

TEST_F(FindSite, TheFolderOfTheConfigurationIsTheSite) {
  write("blog/_config.yml");
  EXPECT_EQ(found("blog").root, path("blog"));
  EXPECT_EQ(found("blog").below, "");
  EXPECT_EQ(found("blog/_config.yml").below, "_config.yml");
}

TEST_F(FindSite, AnyFileOrFolderBelowLeadsToIt) {
  write("blog/_config.yml");
  write("blog/news/_posts/2024-05-01-a.md");
  EXPECT_EQ(found("blog/news/_posts").root, path("blog"));
  EXPECT_EQ(found("blog/news/_posts").below, "news/_posts");
  EXPECT_EQ(found("blog/news/_posts/2024-05-01-a.md").below, "news/_posts/2024-05-01-a.md");
}

TEST_F(FindSite, TheNearestConfigurationWins) {
  write("_config.yml");
  write("docs/_config.yaml");
  EXPECT_EQ(found("docs").root, path("docs"));
}

TEST_F(FindSite, WithoutConfigurationPostsMakeASite) {
  write("blog/_posts/2024-05-01-a.md");
  EXPECT_EQ(found("blog").root, path("blog"));
  EXPECT_EQ(found("blog/_posts").below, "_posts");
}

TEST_F(FindSite, PostsInAFolderOfASiteMakeNoSiteOfTheirOwn) {
  write("blog/_posts/2024-05-01-a.md");
  write("blog/news/_posts/2024-05-01-b.md");
  EXPECT_EQ(found("blog/news/_posts/2024-05-01-b.md").root, path("blog"));
  EXPECT_EQ(found("blog/news").root, path("blog/news"));
}

TEST_F(FindSite, AnyOtherFolderIsNoSite) {
  fs::create_directories(root_ / "empty");
  EXPECT_THAT(refused("empty"), HasSubstr("no _config.yml"));
}

TEST_F(FindSite, WhatDoesNotExistIsSaid) {
  EXPECT_THAT(refused("gone"), HasSubstr("No such file"));
}

}  // namespace
}  // namespace cli
