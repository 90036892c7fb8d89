// Keys and values below the top, by schema and by the site's own use; the two YAML files of a project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

std::vector<std::string> labels_at(std::string_view drawing) {
  std::vector<std::string> labels;
  for (const Completion& item : complete(cursor_of(support::load_fixture(drawing))).items)
    labels.push_back(item.label);
  return labels;
}

TEST(Values, ExamplesThatOnlyShowAFormAreNotOffered) {
  EXPECT_THAT(labels_at("-- _config.yml --\nemail: <|>\n"), ::testing::IsEmpty());
  EXPECT_THAT(labels_at("-- _config.yml --\ntimezone: <|>\n"), ::testing::Contains("Asia/Seoul"));
}

TEST(Values, TrueAndFalseAreOfferedOnce) {
  check_completion("-- a.md --\n---\npublished: <|>\n---\n", {"true (default)", "false"});
  check_completion("-- _config.yml --\nshow_drafts: <|>\n", {"true", "false"});
}

TEST(Values, AnExampleThatIsAMappingOrAListIsForReading) {
  const std::string feed = "-- Gemfile --\ngroup :jekyll_plugins do\n  gem 'jekyll-feed'\nend\n";
  check_completion(feed + "-- _config.yml --\nfeed:\n  tags: <|>\n", {"true", "false"});
  check_completion("-- _config.yml --\nsass: <|>\n", {});
  check_completion("-- _config.yml --\ndefaults: <|>\n", {});
}

TEST(KeyShape, FollowsTheSchema) {
  check_accepting("-- _posts/2024-05-01-x.md --\n---\npubl<|>\n---\n", "published",
                  "-- _posts/2024-05-01-x.md --\n---\npublished: ${1|false,true|}<|>\n---\n");
  check_accepting("-- _posts/2024-05-01-x.md --\n---\ntag<|>\n---\n", "tags",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [$0]<|>\n---\n");
}

TEST(KeyShape, FollowsTheSitesHabitFirst) {
  check_accepting(
      "-- _posts/2024-05-01-x.md --\n---\ntag<|>\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\ntags:\n  - one\n---\n",
      "tags", "-- _posts/2024-05-01-x.md --\n---\ntags:\n  - $0<|>\n---\n");
  check_accepting(
      "-- _posts/2024-05-01-x.md --\n---\ntag<|>\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\ntags: one two\n---\n",
      "tags", "-- _posts/2024-05-01-x.md --\n---\ntags: <|>\n---\n");
}

TEST(KeyShape, NothingIsIndentedTwice) {
  check_accepting(
      "-- _posts/2024-05-01-x.md --\n---\nnav:\n  tre<|>\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\nnav:\n  trees:\n    a: b\n---\n",
      "trees", "-- _posts/2024-05-01-x.md --\n---\nnav:\n  trees: <|>\n---\n");
}

TEST(NestedKeys, AreThoseOfTheSite) {
  check_completion(
      "-- _posts/2024-05-01-x.md --\n---\nmovie:\n  year: 1999\n  <|>\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\nmovie: {title: A, year: 2000}\n---\n"
      "-- _posts/2024-01-02-b.md --\n---\nmovie:\n  title: B\n---\n",
      {"title (2 files)"});
}

TEST(NestedKeys, StandInListsAndBraces) {
  constexpr std::string_view themed = "-- _config.yml --\ntheme: minimal-mistakes-jekyll\n";
  const std::string theme(themed);
  EXPECT_THAT(labels_at(theme + "-- a.md --\n---\nheader: {<|>}\n---\n"),
              ::testing::Contains("overlay_image"));
  EXPECT_THAT(
      labels_at(theme + "-- a.md --\n---\ngallery:\n  - url: /a.png\n    <|>\n---\n"),
      ::testing::AllOf(::testing::Contains("image_path"), ::testing::Not(::testing::Contains("url"))));
  EXPECT_THAT(labels_at(theme + "-- a.md --\n---\ngallery:\n  - <|>\n---\n"), ::testing::Contains("url"));
  EXPECT_THAT(labels_at(theme + "-- a.md --\n---\ntitle: a: b\nheader:\n  <|>\n---\n"),
              ::testing::Contains("overlay_image"));
}

TEST(NestedKeys, StayInTheQuotesThatStandThere) {
  const std::string used = "-- b.md --\n---\nnav: {height: 1}\n---\n";
  check_accepting("-- a.md --\n---\nnav: {\"he<|>\": x}\n---\n" + used, "height",
                  "-- a.md --\n---\nnav: {\"height<|>\": x}\n---\n");
}

TEST(ValueUse, OtherFilesTellWhatIsUsual) {
  check_completion(
      "-- _posts/2024-05-01-x.md --\n---\nmood: <|>\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\nmood: good\n---\n"
      "-- _posts/2024-01-02-b.md --\n---\nmood: good\n---\n"
      "-- _posts/2024-01-03-c.md --\n---\nmood: 기쁨\n---\n",
      {"good (2 files)", "기쁨 (1 file)"});
}

TEST(ValueUse, WhatWasTextStaysText) {
  constexpr std::string_view others =
      "-- _posts/2024-01-01-a.md (crlf) --\n---\nversion: \"1.10\"\nfeatured: yes\n---\n";
  check_accepting("-- _posts/2024-05-01-x.md (crlf) --\n---\nversion:<|>\n---\n" + std::string(others),
                  "1.10", "-- _posts/2024-05-01-x.md (crlf) --\n---\nversion: \"1.10\"<|>\n---\n");
  check_accepting("-- _posts/2024-05-01-x.md --\n---\nfeatured: y<|>\n---\n" + std::string(others), "yes",
                  "-- _posts/2024-05-01-x.md --\n---\nfeatured: yes<|>\n---\n");
}

TEST(ValueUse, TitlesAndAddressesAreNobodyElses) {
  EXPECT_THAT(labels_at("-- _posts/2024-05-01-x.md --\n---\ntitle: <|>\n---\n"
                        "-- _posts/2024-01-01-a.md --\n---\ntitle: A\n---\n"),
              ::testing::IsEmpty());
}

TEST(ValueCompletion, AuthorsAreThoseOfTheData) {
  EXPECT_THAT(labels_at("-- _data/authors.yml --\njane:\n  name: Jane\nkim:\n  name: Kim\n"
                        "-- _posts/2024-05-01-x.md --\n---\nauthor: <|>\n---\n"),
              ::testing::IsSupersetOf({"jane", "kim"}));
}

// SafeYAML makes null of an alias that nobody set, merges `<<`, and takes `2020` for a number, which no text
// finds.
TEST(ValueCompletion, AuthorsAreThoseThatJekyllReads) {
  EXPECT_THAT(labels_at("-- _data/authors.yml --\njane: *nobody\nkim: {name: Kim}\n"
                        "-- _posts/2024-05-01-x.md --\n---\nauthor: <|>\n---\n"),
              ::testing::IsSupersetOf({"jane", "kim"}));
  EXPECT_THAT(
      labels_at("-- _data/authors.yml --\njane: &all {kim: {name: Kim}}\n<<: *all\n2020: x\n"
                "-- _posts/2024-05-01-x.md --\n---\nauthor: <|>\n---\n"),
      ::testing::AllOf(::testing::IsSupersetOf({"jane", "kim"}), ::testing::Not(::testing::Contains("<<")),
                       ::testing::Not(::testing::Contains("2020"))));
}

// `kim` has no colon yet: the file cannot be read, and both lists are what can be read of it.
TEST(ValueCompletion, OneFileHasOneVerdict) {
  const std::string authors = "-- _data/authors.yml --\njane:\n  name: Jane\nkim\n";
  EXPECT_THAT(labels_at(authors + "-- _posts/2024-05-01-x.md --\n---\nauthor: <|>\n---\n"),
              ::testing::AllOf(::testing::Contains("jane"), ::testing::Not(::testing::Contains("kim"))));
  EXPECT_THAT(labels_at(authors + "-- a.md --\n---\n---\n{{ site.data.authors.<|> }}\n"),
              ::testing::ElementsAre("jane"));
}

TEST(PathCompletion, GoesFolderByFolder) {
  const std::string files =
      "-- assets/img/a.png --\n-- assets/note.txt --\n-- _layouts/post.html --\n-- .git/x.png --\n";
  check_accepting(files + "-- _posts/2024-05-01-x.md --\n---\nimage: <|>\n---\n", "assets/",
                  "-- _posts/2024-05-01-x.md --\n---\nimage: /assets/<|>\n---\n");
  check_accepting(files + "-- _posts/2024-05-01-x.md --\n---\nimage: \"/assets/img/<|>\"\n---\n", "a.png",
                  "-- _posts/2024-05-01-x.md --\n---\nimage: \"/assets/img/a.png<|>\"\n---\n");
  EXPECT_THAT(labels_at(files + "-- _posts/2024-05-01-x.md --\n---\nimage: /../<|>\n---\n"),
              ::testing::Not(::testing::Contains("assets/")));
}

TEST(DateCompletion, IsThisMomentInTheSitesZone) {
  const support::Fixture fixture = support::load_fixture(
      "-- _config.yml --\ntimezone: Asia/Seoul\n-- _posts/2024-05-01-x.md --\n---\ndate: <|>\n---\n");
  DrawnCursor cursor = cursor_of(fixture);
  cursor.context.now = fixture.site->environment().zone.at(1'700'000'000);
  const CompletionList list = complete(cursor);
  ASSERT_GE(list.items.size(), 3U);
  EXPECT_EQ(list.items[0].edit.replacement, "2023-11-15 07:13:20 +0900");
  EXPECT_EQ(list.items[1].edit.replacement, "2023-11-15");
  EXPECT_EQ(list.items[2].edit.replacement, "2024-05-01 00:00:00 +0900");
}

TEST(TagCompletion, WhatGoesTogetherComesFirst) {
  check_completion(
      "-- _posts/2024-05-01-x.md --\n---\ntags: [ruby, <|>]\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\ntags: [ruby, rails]\n---\n"
      "-- _posts/2024-01-02-b.md --\n---\ntags: [travel]\n---\n"
      "-- _posts/2024-01-03-c.md --\n---\ntags: [travel]\n---\n",
      {"rails (1 post)", "travel (2 posts)"});
}

TEST(ProjectSchema, BringsItsKeysAndValues) {
  const std::string project =
      "-- .jekyll-ls.yml --\nschemas:\n  posts: post.json\n-- post.json --\n"
      R"({"properties": {"difficulty": {"description": "How hard.", "enum": ["easy", "hard"]}}})"
      "\n";
  check_accepting(project + "-- _posts/2024-05-01-x.md --\n---\ndiff<|>\n---\n", "difficulty",
                  "-- _posts/2024-05-01-x.md --\n---\ndifficulty: <|>\n---\n");
  check_completion(project + "-- _posts/2024-05-01-x.md --\n---\ndifficulty: <|>\n---\n", {"easy", "hard"});
}

TEST(ConfigCompletion, KnowsTheSettings) {
  EXPECT_THAT(labels_at("-- _config.yml --\ntitle: T\nbase<|>\n"),
              ::testing::AllOf(::testing::Contains("baseurl"), ::testing::Not(::testing::Contains("title"))));
  EXPECT_THAT(labels_at("-- _config.yml --\nplugins:\n  - jekyll-se<|>\n"),
              ::testing::Contains("jekyll-seo-tag"));
  EXPECT_THAT(labels_at("-- _config.yml --\nmarkdown: <|>\n"), ::testing::Contains("kramdown"));
  EXPECT_THAT(labels_at("-- _config.yml --\ndefaults:\n  - scope: {path: \"\"}\n    values:\n      lay<|>\n"),
              ::testing::Contains("layout"));
}

TEST(ProjectSettingsCompletion, KnowsRulesAndGroups) {
  EXPECT_THAT(labels_at("-- .jekyll-ls.yml --\nrules:\n  broken-l<|>\n"), ::testing::Contains("broken-link"));
  check_completion("-- .jekyll-ls.yml --\nrules:\n  broken-link: o<|>\n", {"off", "info", "error (default)"});
  EXPECT_THAT(labels_at("-- .jekyll-ls.yml --\nschemas:\n  <|>\n"), ::testing::Contains("posts"));
}

}  // namespace
}  // namespace features
