#include "server/lsp/state/site_roots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace {

using support::TemporaryFolder;
using testing::ElementsAre;
using testing::Optional;

std::optional<std::string> site_of(const TemporaryFolder& folder, std::string_view file,
                                   std::string_view workspace = "") {
  return lsp::find_site_folder(folder.path(file), {folder.path(workspace)});
}

TEST(SiteRoots, TheNearestConfigurationWins) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("docs/_config.toml", "");
  EXPECT_THAT(site_of(folder, "a.md"), Optional(folder.path()));
  EXPECT_THAT(site_of(folder, "docs/deep/a.md"), Optional(folder.path("docs")));
}

TEST(SiteRoots, AConfigurationAboveTheWorkspaceCounts) {
  TemporaryFolder folder;
  folder.write("_config.yaml", "");
  EXPECT_THAT(site_of(folder, "docs/a.md", "docs"), Optional(folder.path()));
}

TEST(SiteRoots, PostsOfACategoryDoNotMakeASite) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("news/_posts/2024-01-01-x.md", "");
  EXPECT_THAT(site_of(folder, "news/_posts/2024-01-01-x.md"), Optional(folder.path()));
}

TEST(SiteRoots, WithoutConfigurationTheOutermostFolderWithPostsIsTheSite) {
  TemporaryFolder folder;
  folder.write("blog/_posts/2024-01-01-x.md", "");
  folder.write("blog/news/_posts/2024-01-01-x.md", "");
  EXPECT_THAT(site_of(folder, "blog/news/_posts/2024-01-01-x.md"), Optional(folder.path("blog")));
  EXPECT_THAT(site_of(folder, "blog/about.md"), Optional(folder.path("blog")));
  EXPECT_EQ(site_of(folder, "other/about.md"), std::nullopt);
}

TEST(SiteRoots, ACopiedConfigurationInAnIgnoredFolderMakesNoSite) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("_site/_config.yml", "");
  folder.write("vendor/theme/_config.yml", "");
  EXPECT_THAT(site_of(folder, "_site/a.html"), Optional(folder.path()));
  EXPECT_THAT(site_of(folder, "vendor/theme/a.md"), Optional(folder.path()));
}

TEST(SiteRoots, SitesBelowAFolderAreFoundNearestFirst) {
  TemporaryFolder folder;
  folder.write("z/_config.yml", "");
  folder.write("a/deep/_config.yml", "");
  folder.write("z/news/_posts/x.md", "");
  folder.write("node_modules/x/_config.yml", "");
  EXPECT_THAT(lsp::find_site_folders_below(folder.path(), 10, [] { return false; }),
              ElementsAre(folder.path("z"), folder.path("a/deep")));
  EXPECT_THAT(lsp::find_site_folders_below(folder.path(), 1, [] { return false; }),
              ElementsAre(folder.path("z")));
}

TEST(SiteRoots, IgnoredFoldersCountAtAnyDepth) {
  EXPECT_TRUE(lsp::lies_in_ignored_folder("/site", "/site/a/node_modules/b/c.md"));
  EXPECT_FALSE(lsp::lies_in_ignored_folder("/node_modules/site", "/node_modules/site/a.md"));
  EXPECT_FALSE(lsp::lies_in_ignored_folder("/site", "/site/_site"));
}

}  // namespace
