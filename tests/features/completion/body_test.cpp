#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

// A site with three posts and a page.
std::string with_posts(std::string_view file) {
  return std::string(file) + R"md(
-- _posts/2024-01-01-soup.md --
---
title: Tomato soup
---
## Stock
-- _posts/2024-03-01-bread.md --
---
title: Bread
---
-- _posts/2023-01-01-old.md --
---
title: Old
published: false
---
-- about.md --
---
title: About me
---
)md";
}

TEST(LinkCompletion, OffersPagesByAddressNewestFirstWithTheirTitles) {
  check_completion(
      with_posts("-- a.md --\n---\n---\n[x](<|>)"),
      {"/2024/03/01/bread.html (Bread)", "/2024/01/01/soup.html (Tomato soup)", "/about.html (About me)"});
}

TEST(LinkCompletion, ReplacesTheWholeAddress) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](/ab<|>xyz)"), "/about.html",
                  "-- a.md --\n---\n---\n[x](/about.html<|>)\n");
}

TEST(LinkCompletion, ATitleFindsThePageToo) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](tom<|>)"), "/2024/01/01/soup.html",
                  "-- a.md --\n---\n---\n[x](/2024/01/01/soup.html<|>)\n");
}

TEST(LinkCompletion, WorksWhileTheBracketIsOpen) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](/about<|>\n\nMore."), "/about.html",
                  "-- a.md --\n---\n---\n[x](/about.html<|>\n\nMore.\n");
}

TEST(LinkCompletion, WorksInHtmlAndInDefinitions) {
  check_accepting(with_posts("-- a.md --\n---\n---\n<a href=\"/ab<|>\">x</a>"), "/about.html",
                  "-- a.md --\n---\n---\n<a href=\"/about.html<|>\">x</a>\n");
  check_accepting(with_posts("-- a.md --\n---\n---\n[x]: /ab<|>"), "/about.html",
                  "-- a.md --\n---\n---\n[x]: /about.html<|>\n");
}

TEST(LinkCompletion, TheBaseurlStandsBeforeTheAddress) {
  check_completion(
      "-- _config.yml --\nbaseurl: /repo\n-- a.md --\n---\n---\n[x](/<|>)\n-- b.md --\n---\ntitle: B\n---\n",
      {"/repo/b.html (B)"});
}

TEST(LinkCompletion, OutsideAddressesAreLeftAlone) {
  check_completion(with_posts("-- a.md --\n---\n---\n[x](https://ab<|>)"), {});
}

TEST(LinkCompletion, NothingInsideCode) {
  check_completion(with_posts("-- a.md --\n---\n---\n```\n[x](/<|>)\n```"), {});
  check_completion(with_posts("-- a.md --\n---\n---\nSee `[x](/<|>)` there."), {});
}

TEST(LinkCompletion, ACodeSpanBeforeTheLinkIsOver) {
  check_completion(with_posts("-- a.md --\n---\n---\nSee `x` [x](/abou<|>) `y`"), {"/about.html (About me)"});
}

TEST(LinkCompletion, AnUnclosedFenceIsText) {
  check_completion(with_posts("-- a.md --\n---\n---\n```\n\n[x](/abou<|>)"), {"/about.html (About me)"});
}

TEST(LinkCompletion, NothingInPlainText) {
  check_completion(with_posts("-- a.md --\n---\n---\nabout<|> (x)"), {});
  check_completion(with_posts("-- a.md --\n---\n---\n[x](/a) abou<|>"), {});
}

TEST(LinkCompletion, ImagesOfferMediaFiles) {
  check_completion("-- a.md --\n---\n---\n![x](<|>)\n-- img/b.png --\n-- img/c.txt --\n", {"/img/b.png"});
}

TEST(LinkCompletion, ALongListIsCutAndMarkedIncomplete) {
  std::string drawing = "-- a.md --\n---\n---\n[x](<|>)\n";
  for (int i = 0; i < 250; ++i) drawing += "-- p" + std::to_string(i) + ".md --\n---\n---\n";
  const support::Fixture fixture = support::load_fixture(drawing);
  const CompletionList list = complete(cursor_of(fixture));
  EXPECT_EQ(list.items.size(), 200U);
  EXPECT_TRUE(list.incomplete);
}

TEST(AnchorCompletion, OffersTheHeadingsOfThisPage) {
  check_completion("-- a.md --\n---\n---\n[x](#<|>)\n\n## One\n\n## Two\n\n<a id=\"own\"></a>\n",
                   {"#one (One)", "#two (Two)", "#own"});
  check_accepting("-- a.md --\n---\n---\n[x](#t<|>wa)\n\n## Two\n", "#two",
                  "-- a.md --\n---\n---\n[x](#two<|>)\n\n## Two\n");
}

TEST(AnchorCompletion, OffersTheHeadingsOfAnotherPage) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](/2024/01/01/soup.html#<|>)"), "#stock",
                  "-- a.md --\n---\n---\n[x](/2024/01/01/soup.html#stock<|>)\n");
}

TEST(PostUrlCompletion, OffersPublishedPostsNewestFirst) {
  check_completion(with_posts("-- a.md --\n---\n---\n{% post_url <|> %}"),
                   {"2024-03-01-bread (Bread)", "2024-01-01-soup (Tomato soup)"});
}

TEST(PostUrlCompletion, ReplacesTheArgument) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x]({% post_url 2024-01<|>-02-x %})"), "2024-01-01-soup",
                  "-- a.md --\n---\n---\n[x]({% post_url 2024-01-01-soup<|> %})\n");
}

TEST(PostUrlCompletion, WorksWhileTheTagIsOpen) {
  check_accepting(with_posts("-- a.md --\n---\n---\n{% post_url sou<|>\n\nMore."), "2024-01-01-soup",
                  "-- a.md --\n---\n---\n{% post_url 2024-01-01-soup<|>\n\nMore.\n");
}

TEST(PostUrlCompletion, FoldersArePartOfTheName) {
  check_completion(
      "-- a.md --\n---\n---\n{% post_url <|> %}\n-- news/_posts/2024-01-01-x.md --\n---\ntitle: X\n---\n",
      {"news/2024-01-01-x (X)"});
}

TEST(AnchorCompletion, TwoHashesOfferAllHeadingsOfTheSite) {
  check_completion(with_posts("-- a.md --\n---\ntitle: A\n---\n## Own\n[x](##<|>)"),
                   {"Stock (Tomato soup)", "Own (A)"});
  check_accepting(with_posts("-- a.md --\n---\ntitle: A\n---\n## Own\n[x](##sto<|>)"), "Stock",
                  "-- a.md --\n---\ntitle: A\n---\n## Own\n[x](/2024/01/01/soup.html#stock<|>)\n");
  check_accepting(with_posts("-- a.md --\n---\ntitle: A\n---\n## Own\n[x](##o<|>)"), "Own",
                  "-- a.md --\n---\ntitle: A\n---\n## Own\n[x](#own<|>)\n");
}

TEST(AnchorCompletion, WorksBehindLiquid) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x]({% post_url 2024-01-01-soup %}#<|>)"), "#stock",
                  "-- a.md --\n---\n---\n[x]({% post_url 2024-01-01-soup %}#stock<|>)\n");
  check_completion(with_posts("-- a.md --\n---\n---\n{{ x }} #<|>"), {});
}

// Two links of a kind are a habit.
TEST(LinkCompletion, FollowsTheHabitOfTheSite) {
  constexpr std::string_view post_url =
      "-- b.md --\n---\n---\n[x]({% post_url 2024-01-01-soup %}) [y]({% post_url 2024-03-01-bread %})\n";
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](tom<|>)\n" + std::string(post_url)),
                  "/2024/01/01/soup.html", "-- a.md --\n---\n---\n[x]({% post_url 2024-01-01-soup %}<|>)\n");
  constexpr std::string_view relative_url =
      "-- b.md --\n---\n---\n[x]({{ \"/about.html\" | relative_url }}) [y]({{ \"/\" | relative_url }})\n";
  check_accepting(with_posts("-- a.md --\n---\n---\n<a href=\"abo<|>\">\n" + std::string(relative_url)),
                  "/about.html",
                  "-- a.md --\n---\n---\n<a href=\"{{ '/about.html' | relative_url }}<|>\">\n");
  constexpr std::string_view link = "-- b.md --\n---\n---\n[x]({% link about.md %}) [y]({% link a.md %})\n";
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](abo<|>)\n" + std::string(link)), "/about.html",
                  "-- a.md --\n---\n---\n[x]({% link about.md %}<|>)\n");
  constexpr std::string_view relative = "-- d/b.md --\n---\n---\n[x](../about.html) [y](../a.html)\n";
  check_accepting(with_posts("-- d/a.md --\n---\n---\n[x](abo<|>)\n" + std::string(relative)), "/about.html",
                  "-- d/a.md --\n---\n---\n[x](../about.html<|>)\n");
}

TEST(LinkCompletion, ASlashAsksForAPlainAddress) {
  check_accepting(with_posts("-- a.md --\n---\n---\n[x](/abo<|>)\n-- b.md --\n---\n---\n[x]({% link about.md "
                             "%}) [y]({% link a.md %})\n"),
                  "/about.html", "-- a.md --\n---\n---\n[x](/about.html<|>)\n");
}

TEST(FileCompletion, FolderByFolderWithSizes) {
  constexpr std::string_view files =
      "-- img/b.png --\n12345\n-- img/more/c.jpg --\n-- img/d.txt --\n-- other/e.png --\n";
  check_completion("-- a.md --\n---\n---\n![x](/img/<|>)\n" + std::string(files),
                   {"/img/b.png", "/img/more/"});
  check_completion("-- a.md --\n---\n---\n[x](img/<|>)\n" + std::string(files),
                   {"img/b.png", "img/d.txt", "img/more/"});
  check_completion("-- a.md --\n---\n---\n![x](e.pn<|>)\n" + std::string(files), {"/other/e.png"});
  const support::Fixture fixture =
      support::load_fixture("-- a.md --\n---\n---\n![x](/img/b<|>)\n" + std::string(files));
  EXPECT_EQ(complete(cursor_of(fixture)).items.at(0).documentation, "6 B");
}

TEST(LabelCompletion, OffersTheLabelsOfTheText) {
  constexpr std::string_view labels = "\n\n[One]: /1\n[two]: /2\n[one]: /3\n";
  check_completion("-- a.md --\n---\n---\n[x][<|>]" + std::string(labels), {"two (/2)", "one (/3)"});
  check_accepting("-- a.md --\n---\n---\n[x][t<|>" + std::string(labels), "two",
                  "-- a.md --\n---\n---\n[x][two]<|>" + std::string(labels));
  check_completion("-- a.md --\n---\n---\n`[x][<|>]`" + std::string(labels), {});
}

TEST(FenceCompletion, OffersLanguagesThoseOfTheTextFirst) {
  check_completion("-- a.md --\n---\n---\n```rub\n```\n\n```ru<|>\n", {"rub", "ruby", "rust"});
  check_completion("-- a.md --\n---\n---\n```ruby\n```<|>\n", {});
}

TEST(PostUrlCompletion, OtherTagsHaveNoPosts) {
  check_completion(with_posts("-- a.md --\n---\n---\n{% include <|> %}"), {});
}

}  // namespace
}  // namespace features
