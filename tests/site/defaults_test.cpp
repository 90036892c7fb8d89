#include "server/site/settings/defaults.h"

#include <gtest/gtest.h>

#include "server/site/compute/defaults_for.h"
#include "server/site/compute/page_data.h"
#include "server/site/settings/read_config.h"

namespace {

TEST(GlobMatches, TheFileOrAFolderAboveIt) {
  EXPECT_TRUE(site::glob_matches("section/*", "section/a/b.md"));
  EXPECT_TRUE(site::glob_matches("section/*.md", "section/b.md"));
  EXPECT_TRUE(site::glob_matches("*/_posts", "a/_posts/2020-01-01-b.md"));
  EXPECT_FALSE(site::glob_matches("*/_posts", "_posts/2020-01-01-b.md"));
  EXPECT_FALSE(site::glob_matches("section/*", "section"));
}

TEST(GlobMatches, AStarStaysWithinOneName) {
  EXPECT_FALSE(site::glob_matches("a*c", "ab/bc"));
  EXPECT_TRUE(site::glob_matches("a*c", "abbc"));
  EXPECT_TRUE(site::glob_matches("*한*", "a한b"));
}

TEST(GlobMatches, TwoStarsCrossFoldersOnlyBeforeASlash) {
  EXPECT_TRUE(site::glob_matches("**/x.md", "x.md"));
  EXPECT_TRUE(site::glob_matches("**/x.md", "a/b/x.md"));
  EXPECT_FALSE(site::glob_matches("a/**.md", "a/b/x.md"));
  EXPECT_FALSE(site::glob_matches("**/x.md", ".a/x.md"));
}

TEST(GlobMatches, ALeadingDotMustBeWritten) {
  EXPECT_FALSE(site::glob_matches("*", ".x"));
  EXPECT_TRUE(site::glob_matches(".*", ".x"));
}

TEST(GlobMatches, BracesClassesAndEscapes) {
  EXPECT_TRUE(site::glob_matches("{a,b{1,2}}/*", "b2/x.md"));
  EXPECT_FALSE(site::glob_matches("{a,b{1,2}}/*", "b3/x.md"));
  EXPECT_TRUE(site::glob_matches("[a-c]?/*", "b1/x"));
  EXPECT_FALSE(site::glob_matches("[!a-c]?/*", "b1/x"));
  EXPECT_TRUE(site::glob_matches("\\*x", "*x"));
  EXPECT_FALSE(site::glob_matches("\\*x", "ax"));
}

TEST(GlobMatches, ASlashAtTheEndMeansFolders) {
  EXPECT_TRUE(site::glob_matches("a*/", "ab/x.md"));
  EXPECT_FALSE(site::glob_matches("a*/", "ab"));
}

TEST(GlobMatches, TakesAnyPatternInLittleTime) {
  const std::string stars(2'000, '*');
  EXPECT_FALSE(site::glob_matches(stars + "b", std::string(2'000, 'a')));
  std::string braces;
  for (int i = 0; i < 200; ++i) braces += "{a,b}";
  EXPECT_FALSE(site::glob_matches(braces, "c"));
  EXPECT_FALSE(site::glob_matches("[", "["));
  EXPECT_FALSE(site::glob_matches("{a", "a"));
}

// The value of `x` that wins for a file.
std::string winner(std::string_view defaults, std::string_view path, site::PageKind kind,
                   std::string_view collection = "posts") {
  const site::Config config =
      site::read_config("_config.yml", "collections: [notes]\ndefaults:\n" + std::string(defaults), "");
  const syntax::Document document("---\n---\n", {});
  const site::SourceFile file{path, kind, collection, {}};
  const site::EffectiveValue value = site::PageData(config, file, document).find("x");
  const std::string* text = value.value == nullptr ? nullptr : value.value->string();
  return text == nullptr ? "" : *text;
}

TEST(Defaults, ALongerPathBeatsALaterSet) {
  constexpr std::string_view sets =
      "- {scope: {path: _posts}, values: {x: longer}}\n"
      "- {scope: {path: '', type: posts}, values: {x: later}}\n";
  EXPECT_EQ(winner(sets, "_posts/2020-01-01-a.md", site::PageKind::post), "longer");
  EXPECT_EQ(winner(sets, "a/_posts/2020-01-01-a.md", site::PageKind::post), "later");
}

TEST(Defaults, OfEqualPathsTheLaterWinsUnlessOnlyTheEarlierHasAType) {
  EXPECT_EQ(winner("- {scope: {path: '', type: pages}, values: {x: typed}}\n- {scope: {path: ''}, values: "
                   "{x: later}}\n",
                   "a.md", site::PageKind::page),
            "typed");
  EXPECT_EQ(winner("- {scope: {path: ''}, values: {x: first}}\n- {scope: {path: ''}, values: {x: later}}\n",
                   "a.md", site::PageKind::page),
            "later");
}

TEST(Defaults, APathIsAPlainPrefix) {
  EXPECT_EQ(winner("- {scope: {path: ab}, values: {x: yes it is}}\n", "abc.md", site::PageKind::page),
            "yes it is");
  EXPECT_EQ(winner("- {scope: {path: /ab}, values: {x: never}}\n", "abc.md", site::PageKind::page), "");
}

TEST(Defaults, TypesAreCollectionsAndDraftsArePosts) {
  EXPECT_EQ(
      winner("- {scope: {path: '', type: posts}, values: {x: a}}\n", "_drafts/a.md", site::PageKind::draft),
      "a");
  EXPECT_EQ(
      winner("- {scope: {path: '', type: drafts}, values: {x: a}}\n", "_drafts/a.md", site::PageKind::draft),
      "");
  EXPECT_EQ(winner("- {scope: {path: '', type: notes}, values: {x: a}}\n", "_notes/a.md",
                   site::PageKind::document, "notes"),
            "a");
}

// For a page only sets that have the key are weighed against each other, for a document all that match: here
// the first set, which says nothing of `x`, still decides which of the other two is merged on top.
TEST(Defaults, PagesAndDocumentsWeighSetsDifferently) {
  constexpr std::string_view sets =
      "- {scope: {path: _}, values: {y: 1}}\n"
      "- {scope: {path: ''}, values: {x: second}}\n"
      "- {scope: {path: ''}, values: {x: third}}\n";
  EXPECT_EQ(winner(sets, "_notes/a.md", site::PageKind::document, "notes"), "second");
  EXPECT_EQ(winner(sets, "_a.md", site::PageKind::page), "third");
}

TEST(Defaults, MergeMappingsDeeply) {
  const site::Config config =
      site::read_config("_config.yml",
                        "defaults:\n- {scope: {path: ''}, values: {m: {a: 1, b: 1}, n: 1}}\n- {scope: {path: "
                        "a}, values: {m: {b: 2}, n: null}}\n",
                        "");
  const syntax::Value merged = site::defaults_for(config, {"a.md", site::PageKind::page, "", {}});
  ASSERT_NE(merged.find("m"), nullptr);
  EXPECT_EQ(*merged.find("m")->find("a")->integer(), 1);
  EXPECT_EQ(*merged.find("m")->find("b")->integer(), 2);
  EXPECT_FALSE(merged.find("n")->is_null());
}

}  // namespace
