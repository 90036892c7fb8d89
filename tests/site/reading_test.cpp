// Which files are read, and as what: configuration, Gemfile, filters, kinds of paths.

#include <filesystem>
#include <gtest/gtest.h>

#include "server/platform/disk.h"
#include "server/site/compute/data_file.h"
#include "server/site/settings/entry_filter.h"
#include "server/site/settings/gemfile.h"
#include "server/site/settings/read_config.h"
#include "server/site/snapshot/persistent.h"
#include "tests/support/fixture.h"
#include "tests/support/ruby.h"

namespace site {
namespace {

TEST(Fnmatch, FollowsRubyWithoutFlags) {
  EXPECT_TRUE(fnmatch("/*.rb", "/a/.b/c.rb"));
  EXPECT_TRUE(fnmatch("/a[!b]c", "/axc"));
  EXPECT_FALSE(fnmatch("/a[!b]c", "/abc"));
  EXPECT_FALSE(fnmatch("/[]a]", "/a"));
  EXPECT_FALSE(fnmatch("/{a,b}", "/a"));
  EXPECT_TRUE(fnmatch("/**/x", "/a/b/x"));
  EXPECT_FALSE(fnmatch("/**/x", "/x"));
  EXPECT_TRUE(fnmatch("/?", "/가"));
  EXPECT_TRUE(fnmatch("/\\*", "/*"));
  EXPECT_FALSE(fnmatch("/\\*", "/a"));
}

TEST(Fnmatch, ManyStarsStayCheap) {
  std::string pattern = "/";
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(fnmatch(pattern + "b", '/' + std::string(5000, 'a')));
}

TEST(EntryFilter, ExcludesByPrefixAndIncludesByName) {
  const EntryFilter filter({"_pages", ".htaccess"}, {"log", "secret/", "*.tmp"});
  EXPECT_FALSE(filter.keeps("", "logo.md", false)) << "an exclude is a plain prefix";
  EXPECT_TRUE(filter.keeps("a", "log", false)) << "from the source on";
  EXPECT_TRUE(filter.keeps("", "secretx.md", false));
  EXPECT_FALSE(filter.keeps("", "secret", true));
  EXPECT_FALSE(filter.keeps("a/b", "x.tmp", false));
  EXPECT_TRUE(filter.keeps("deep", "_pages", true));
  EXPECT_FALSE(filter.keeps("", "_other", true));
  EXPECT_FALSE(filter.keeps("", "x.md~", false));
  EXPECT_FALSE(filter.keeps("", "dots.", false));
}

TEST(Gemfile, FindsTheGroupInBothForms) {
  const Gemfile gemfile = read_gemfile(R"(source "https://rubygems.org"
gem "jekyll"
group :jekyll_plugins do
  gem "jekyll-feed", "~> 0.12" # the feed
  # gem "jekyll-commented"
  if ENV["X"]
    gem 'jekyll-seo-tag'
  end
end
group :test do
  gem "html-proofer"
end
gem "jekyll-sitemap", group: :jekyll_plugins
gem "github-pages"
)");
  EXPECT_EQ(gemfile.plugins, (std::vector<std::string>{"jekyll-feed", "jekyll-seo-tag", "jekyll-sitemap"}));
  EXPECT_TRUE(gemfile.github_pages);
  EXPECT_FALSE(gemfile.github_pages_plugin);
}

TEST(ReadConfig, ExtendsExcludeAndReplacesInclude) {
  const Config config = read_config("_config.yml", "include: [a]\nexclude: [b, Gemfile]\nbaseurl: x/\n", "");
  EXPECT_EQ(config.include, std::vector<std::string>{"a"});
  EXPECT_EQ(config.exclude.front(), "b");
  EXPECT_EQ(std::count(config.exclude.begin(), config.exclude.end(), "Gemfile"), 1);
  EXPECT_EQ(config.baseurl, "/x");
}

TEST(ReadConfig, NullKeepsTheGemsValueAndWrongTypesAreIgnored) {
  const Config config =
      read_config("_config.yml", "permalink:\nexclude: x\nlimit_posts: many\nurl: [a]\n", "");
  EXPECT_EQ(config.permalink, "date");
  EXPECT_EQ(config.exclude.front(), ".sass-cache");
  EXPECT_EQ(config.limit_posts, 0);
  EXPECT_EQ(config.url, "");
}

TEST(ReadConfig, CollectionsComeAsListOrMapping) {
  const Config list = read_config("_config.yml", "collections: [a, posts]\n", "");
  ASSERT_EQ(list.collections.size(), 2U);
  EXPECT_TRUE(list.collections[0].label == "posts" && list.collections[0].output);
  EXPECT_FALSE(list.collection("a")->output);
  const Config mapping =
      read_config("_config.yml", "collections:\n  a:\n    output: true\n    permalink: /x/:name\n", "");
  EXPECT_TRUE(mapping.collection("a")->output);
  EXPECT_EQ(mapping.collection("a")->permalink, "/x/:name");
}

TEST(ReadConfig, BrokenYamlGivesTheGemsDefaults) {
  const Config config = read_config("_config.yml", "permalink: pretty\n a: b: c\n", "");
  EXPECT_FALSE(config.valid);
  EXPECT_EQ(config.permalink, "date");
}

TEST(ReadConfig, GithubPagesPublishesTheFuture) {
  const std::string gemfile = "gem \"github-pages\", group: :jekyll_plugins\n";
  EXPECT_TRUE(read_config("_config.yml", "", gemfile).future);
  EXPECT_FALSE(read_config("_config.yml", "future: false\n", gemfile).future);
  EXPECT_TRUE(read_config("_config.yml", "", gemfile).has_plugin("jekyll-relative-links"));
  EXPECT_FALSE(read_config("_config.yml", "", "gem 'github-pages'\n", true).github_pages)
      << "a site with code of its own";
}

TEST(PathInfo, KnowsEveryKind) {
  const support::Fixture fixture =
      support::load_fixture("-- _config.yml --\ncollections: [docs]\ncollections_dir: col\n");
  const auto kind = [&](std::string_view path) { return fixture.site->path_info(path).kind; };
  EXPECT_EQ(kind("col/_posts/2024-01-01-a.md"), PathKind::post);
  EXPECT_EQ(kind("_posts/2024-01-01-a.md"), PathKind::stray) << "outside of collections_dir";
  EXPECT_EQ(kind("col/_posts/a.md"), PathKind::stray);
  EXPECT_EQ(kind("col/_drafts/a.md"), PathKind::draft);
  EXPECT_EQ(kind("col/_docs/a/_b/c.md"), PathKind::document);
  EXPECT_EQ(kind("col/a.md"), PathKind::page);
  EXPECT_EQ(kind("_layouts/a/b.html"), PathKind::layout);
  EXPECT_EQ(kind("_includes/x"), PathKind::include);
  EXPECT_EQ(kind("_data/x.yml"), PathKind::data);
  EXPECT_EQ(kind("_data/x.txt"), PathKind::none);
  EXPECT_EQ(kind("_config.yml"), PathKind::config);
  EXPECT_EQ(kind("_plugins/x.rb"), PathKind::plugin);
  EXPECT_EQ(kind("_site/index.html"), PathKind::none);
  EXPECT_EQ(kind("node_modules/x.md"), PathKind::none);
}

TEST(LoadSite, ReadsTheSourceFolderOfTheConfiguration) {
  const support::Fixture fixture = support::load_fixture(R"md(
-- _config.yml --
source: docs
-- docs/a.md --
---
---
-- b.md --
---
---
)md");
  EXPECT_NE(fixture.site->page("a.md"), nullptr);
  EXPECT_EQ(fixture.site->page_count(), 1U);
  EXPECT_TRUE(fixture.site->files().exists("../_config.yml"));
}

TEST(LoadSite, GithubPagesTakesMarkdownWithoutFrontMatterForPages) {
  const support::Fixture fixture = support::load_fixture(R"md(
-- Gemfile --
gem "github-pages", group: :jekyll_plugins
-- guide.md --
# The guide
-- sub/README.md --
# Index
-- LICENSE.md --
Text
)md");
  EXPECT_EQ(fixture.page("guide.md")->url, "/guide.html");
  EXPECT_EQ(fixture.page("guide.md")->title.value, "The guide");
  EXPECT_EQ(fixture.page("sub/README.md")->url, "/sub/");
  EXPECT_EQ(fixture.site->page("LICENSE.md"), nullptr);
}

TEST(LoadSite, AReadmeIsTheIndexWhereNothingElseAnswers) {
  support::Fixture fixture = support::load_fixture(R"md(
-- _config.yml --
plugins: [jekyll-readme-index]
-- README.md --
# Index
-- overview.md --
---
permalink: /
---
-- sub/README.md --
# Index
-- sub/index.md --
Without front matter this file is copied, and no page.
-- sub/index.xml --
-- other/README.md --
# Index
-- other/index.md --
Copied as well.
)md");
  EXPECT_EQ(fixture.site->page("README.md"), nullptr);
  EXPECT_EQ(fixture.site->page("sub/README.md"), nullptr);
  EXPECT_EQ(fixture.page("other/README.md")->url, "/other/");
  const SitePtr without = fixture.site->with_changes({{"overview.md", std::nullopt}});
  ASSERT_NE(without->page("README.md"), nullptr);
  EXPECT_EQ(without->page("README.md")->url, "/");
  const SitePtr again = without->with_changes({{"overview.md", "---\npermalink: /\n---\n"}});
  EXPECT_EQ(again->page("README.md"), nullptr);
  EXPECT_EQ(without->with_changes({{"README.md", std::nullopt}})->page("README.md"), nullptr);
}

TEST(LoadSite, StopsWhenAskedTo) {
  LoadOptions options;
  options.stopped = [] { return true; };
  EXPECT_EQ(load_site(std::make_shared<support::MemoryFileSystem>(), options), nullptr);
}

TEST(LoadSite, WhatLiesBehindALinkOutOfTheSiteIsUnknown) {
  const TemporaryFolder folder;
  folder.write("shared/x.png", "");
  folder.write("root/a.md", "---\n---\n");
  std::filesystem::create_directory_symlink("../shared", folder.path() / "root/img");
  LoadOptions options;
  options.machine_zone = "UTC";
  const SitePtr site = load_site(platform::disk((folder.path() / "root").string()), options);
  EXPECT_TRUE(site->outside("img/x.png"));
  EXPECT_FALSE(site->outside("image/x.png"));
}

TEST(Data, KeysFollowTheFileNames) {
  EXPECT_EQ(data_key("authors.yml"), "authors");
  EXPECT_EQ(data_key("my.file.yml"), "myfile");
  EXPECT_EQ(data_key("su b/nav-main.csv"), "su_b.nav-main");
}

TEST(Persistent, CopiesKeepWhatTheyHad) {
  PersistentVector<int> vector;
  PersistentMap<int> map;
  for (int i = 0; i < 5000; ++i) {
    vector.push_back(i);
    map.at(std::to_string(i)) = i;
  }
  const PersistentVector<int> old_vector = vector;
  const PersistentMap<int> old_map = map;
  for (int i = 0; i < 5000; i += 7) {
    vector.set(static_cast<std::uint32_t>(i), -1);
    map.erase(std::to_string(i));
    map.at("new " + std::to_string(i)) = i;
  }
  for (int i = 0; i < 5000; ++i) {
    ASSERT_EQ(old_vector[static_cast<std::uint32_t>(i)], i);
    ASSERT_EQ(vector[static_cast<std::uint32_t>(i)], i % 7 == 0 ? -1 : i);
    ASSERT_EQ(*old_map.find(std::to_string(i)), i);
    ASSERT_EQ(map.find(std::to_string(i)) == nullptr, i % 7 == 0);
  }
  EXPECT_EQ(old_map.size(), 5000U);
  EXPECT_EQ(map.size(), 5000U);
}

}  // namespace
}  // namespace site
