#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/syntax/value.h"
#include "tests/features/check.h"

namespace features {
namespace {

// A site whose posts hold `a b`, machine learning, notes, `no` and the category life.
std::string with_posts(std::string_view file) {
  return std::string(file) + R"md(
-- _posts/2024-01-01-one.md --
---
title: One
tags: [notes, machine learning, nature]
categories: [life]
---
-- _posts/2024-01-02-two.md --
---
title: Two
tags: [notes, "no"]
categories: [life]
---
-- _posts/2024-01-03-three.md --
---
title: Three
tags: [notes, machine learning, "a, b"]
---
)md";
}

TEST(TagCompletion, OffersTheSitesTagsMostUsedFirst) {
  check_completion(
      with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [<|>\n---"),
      {"notes (3 posts)", "machine learning (2 posts)", "a, b (1 post)", "nature (1 post)", "no (1 post)"});
}

TEST(TagCompletion, LeavesOutWhatIsPresent) {
  check_completion(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [notes, n<|>]\n---"),
                   {"nature (1 post)", "no (1 post)", "machine learning (2 posts)"});
}

TEST(TagCompletion, WorksInAnUnclosedList) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [b, na<|>\ntitle: T\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [b, nature<|>\ntitle: T\n---");
}

TEST(TagCompletion, WorksInsideAutoClosedBrackets) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [<|>]\n---"), "notes",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [notes<|>]\n---");
}

TEST(TagCompletion, ReplacesTheRestOfTheWordToo) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [b, na<|>tter, c]\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [b, nature<|>, c]\n---");
}

TEST(TagCompletion, WorksBehindADash) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags:\n  - b\n  - <|>\n---"), "notes",
                  "-- _posts/2024-05-01-x.md --\n---\ntags:\n  - b\n  - notes<|>\n---");
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags:\n- mach<|>\n---"), "machine learning",
                  "-- _posts/2024-05-01-x.md --\n---\ntags:\n- machine learning<|>\n---");
}

TEST(TagCompletion, WorksInNestedLists) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags:\n- [a, na<|>]\n- c\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags:\n- [a, nature<|>]\n- c\n---");
}

TEST(TagCompletion, WorksInListsOverSeveralLines) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [b,\n  na<|>\n]\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [b,\n  nature<|>\n]\n---");
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [\n  <|>\n  b]\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [\n  nature<|>\n  b]\n---");
}

TEST(TagCompletion, StaysInsideQuotes) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [\"na<|>\"]\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [\"nature<|>\"]\n---");
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: ['<|>']\n---"), "no",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: ['no<|>']\n---");
}

TEST(TagCompletion, ClosesAnOpenQuote) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [\"na<|>, b]\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [\"nature\"<|>, b]\n---");
}

TEST(TagCompletion, AnEmptyValueBecomesAList) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: <|>\n---"), "machine learning",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [machine learning]<|>\n---");
}

TEST(TagCompletion, ABlankBehindTheColonIsAdded) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags:<|>\n---"), "notes",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [notes]<|>\n---");
}

TEST(TagCompletion, OneWordBecomesAListToo) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: mach<|>\n---"), "machine learning",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [machine learning]<|>\n---");
}

TEST(TagCompletion, ASiteThatWritesStringsGetsStrings) {
  check_accepting(
      "-- _posts/2024-05-01-x.md --\n---\ntags: <|>\n---\n-- _posts/2024-01-01-a.md --\n---\ntags: one "
      "two\n---\n",
      "two", "-- _posts/2024-05-01-x.md --\n---\ntags: two<|>\n---\n");
}

TEST(TagCompletion, AWordOfAStringIsReplacedAlone) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: b na<|> c\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: b nature<|> c\n---");
}

TEST(TagCompletion, NamesWithBlanksCannotJoinAString) {
  check_completion(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: b <|>\n---"),
                   {"notes (3 posts)", "nature (1 post)"});
}

TEST(TagCompletion, QuotesWhatYamlWouldReadOtherwise) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [<|>]\n---"), "no",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [\"no\"<|>]\n---");
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [<|>]\n---"), "a, b",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [\"a, b\"<|>]\n---");
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags:\n- <|>\n---"), "a, b",
                  "-- _posts/2024-05-01-x.md --\n---\ntags:\n- a, b<|>\n---");
  check_accepting(
      "-- _posts/2024-05-01-x.md --\n---\ntags: [<|>]\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\ntags:\n  - who:?\n---\n",
      "who:?", "-- _posts/2024-05-01-x.md --\n---\ntags: [\"who:?\"<|>]\n---\n");
}

TEST(TagCompletion, OffersNothingThatOpenQuotesCannotHold) {
  constexpr std::string_view posts = "-- _posts/2024-01-01-a.md --\n---\ntags: [\"a\\nb\", \"ab\"]\n---\n";
  check_completion("-- _posts/2024-05-01-x.md --\n---\ntags: ['a<|>']\n---\n" + std::string(posts),
                   {"ab (1 post)"});
  check_accepting("-- _posts/2024-05-01-x.md --\n---\ntags: [\"a<|>\"]\n---\n" + std::string(posts), "a\nb",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [\"a\\nb<|>\"]\n---\n");
}

TEST(TagCompletion, CategoriesHaveTheirOwnNames) {
  check_completion(with_posts("-- _posts/2024-05-01-x.md --\n---\ncategories: [<|>]\n---"),
                   {"life (2 posts)"});
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ncategory: <|>\n---"), "life",
                  "-- _posts/2024-05-01-x.md --\n---\ncategory: life<|>\n---");
}

TEST(TagCompletion, WorksWhileAnotherEntryIsBroken) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntitle: a: b\ntags: [na<|>]\n---"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntitle: a: b\ntags: [nature<|>]\n---");
}

TEST(TagCompletion, WorksBeforeTheFrontMatterIsClosed) {
  check_accepting(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [na<|>\n"), "nature",
                  "-- _posts/2024-05-01-x.md --\n---\ntags: [nature<|>\n\n");
}

TEST(TagCompletion, KeepsCarriageReturnsAndCountsBytesOfKorean) {
  check_accepting(
      "-- _posts/2024-05-01-x.md (crlf) --\n---\ntitle: 제목\ntags: [개발, 회<|>]\n---\n"
      "-- _posts/2024-01-01-a.md --\n---\ntags: [회고]\n---\n",
      "회고", "-- _posts/2024-05-01-x.md (crlf) --\n---\ntitle: 제목\ntags: [개발, 회고<|>]\n---\n");
}

TEST(TagCompletion, StaysAwayFromCommentsOtherKeysAndBlockTexts) {
  check_completion(with_posts("-- _posts/2024-05-01-x.md --\n---\ntags: [a] # n<|>\n---"), {});
  check_completion(with_posts("-- _posts/2024-05-01-x.md --\n---\ntitle: n<|>\n---"), {});
  check_completion(with_posts("-- _posts/2024-05-01-x.md --\n---\ntext: |\n  tags: [n<|>\n---"), {});
}

TEST(KeyCompletion, OffersTheSitesOwnKeysFirstWithTheirCounts) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-x.md --
---
ti<|>
---
-- _posts/2024-01-01-a.md --
---
title: A
tint: red
---
)md";
  check_completion(drawing, {"tint (1 file)", "title (text, 1 file)", "description (text)",
                             "categories (list or text)", "render_with_liquid (true or false)"});
}

TEST(KeyCompletion, InsertsColonAndBlank) {
  check_accepting("-- a.md --\n---\nlay<|>\n---\n", "layout", "-- a.md --\n---\nlayout: <|>\n---\n");
}

TEST(KeyCompletion, KeepsAColonThatIsThere) {
  check_accepting("-- a.md --\n---\nlay<|>: post\n---\n", "layout",
                  "-- a.md --\n---\nlayout<|>: post\n---\n");
}

TEST(KeyCompletion, LeavesOutKeysThatArePresentOrDoNothingHere) {
  const support::Fixture fixture =
      support::load_fixture("-- a.md --\n---\ntitle: T\n<|>\nlayout: post\n---\n");
  std::vector<std::string> labels;
  for (const Completion& item : complete(cursor_of(fixture)).items) labels.push_back(item.label);
  EXPECT_THAT(labels, ::testing::Contains("permalink"));
  EXPECT_THAT(labels, ::testing::Not(::testing::Contains("title")));
  EXPECT_THAT(labels, ::testing::Not(::testing::Contains("layout")));
  EXPECT_THAT(labels, ::testing::Not(::testing::Contains("tags")));  // a page has no tags
}

TEST(KeyCompletion, AnEmptyFrontMatterOffersKeys) {
  check_accepting("-- a.md --\n---\n<|>\n---\n", "title", "-- a.md --\n---\ntitle: <|>\n---\n");
}

TEST(KeyCompletion, WorksBeforeTheFrontMatterIsClosed) {
  check_accepting("-- _posts/2024-05-01-x.md --\n---\ntit<|>\n", "title",
                  "-- _posts/2024-05-01-x.md --\n---\ntitle: <|>\n");
}

TEST(KeyCompletion, AThemeBringsItsOwn) {
  check_accepting(
      "-- _config.yml --\nremote_theme: mmistakes/minimal-mistakes@4.26.2\n-- a.md --\n---\ntoc_st<|>\n---\n",
      "toc_sticky", "-- a.md --\n---\ntoc_sticky: ${1|true,false|}<|>\n---\n");
}

TEST(KeyCompletion, KnowsTheKeysOfMappings) {
  check_completion(
      "-- _config.yml --\ntheme: minimal-mistakes-jekyll\n-- a.md --\n---\nheader:\n  overlay_im<|>\n---\n",
      {"overlay_image (text)"});
}

TEST(ValueCompletion, OffersTheSitesLayouts) {
  check_completion("-- _layouts/post.html --\n-- _layouts/page.html --\n-- a.md --\n---\nlayout: <|>\n---\n",
                   {"page", "post"});
  check_accepting("-- _layouts/post.html --\n-- a.md --\n---\nlayout: p<|>age\n---\n", "post",
                  "-- a.md --\n---\nlayout: post<|>\n---\n");
}

TEST(ValueCompletion, BooleansAreNotQuoted) {
  check_accepting("-- a.md --\n---\npublished: <|>\n---\n", "false",
                  "-- a.md --\n---\npublished: false<|>\n---\n");
}

TEST(PermalinkCompletion, OffersFoldersThenAddresses) {
  check_completion(R"md(
-- a.md --
---
permalink: /r<|>
---
-- b.md --
---
title: Soup
permalink: /recipes/soup/
---
)md",
                   {"/recipes/ (1 page)", "/recipes/soup/ (Soup)"});
}

// Not all pages of a large site can be compared at each key; those with the words of the address are.
TEST(PermalinkCompletion, FindsAnOldPageOfALargeSite) {
  std::string files =
      "-- a.md --\n---\npermalink: /archive/zeb<|>\n---\n"
      "-- b.md --\n---\ntitle: Zebra\npermalink: /archive/zebra/\n---\n";
  for (int number = 0; number < 2100; ++number)
    files += "-- c" + std::to_string(number) + ".md --\n---\n---\n";
  check_completion(files, {"/archive/zebra/ (Zebra)"});
}

}  // namespace
}  // namespace features
