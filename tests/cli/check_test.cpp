#include "server/cli/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/fixture.h"

namespace cli {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr std::string_view two_broken_posts = R"md(
-- _posts/2024-05-02-b.md --
---
title: B
---
See [there](/gone/).
-- _posts/2024-05-01-a.md --
---
title: A
title: 두런두런
---
글은 [여기](/gone/)와 [저기](/gone/)에.
)md";

std::vector<std::string> drawn(const CheckResult& result) {
  std::vector<std::string> lines;
  for (const FoundProblem& found : result.problems) {
    lines.push_back(found.path + ":" + std::to_string(found.span.line) + ":" +
                    std::to_string(found.span.column) + "-" + std::to_string(found.span.end_column) + " " +
                    std::string(found.problem.code.text()));
  }
  return lines;
}

TEST(Check, ProblemsComeByFileThenByPlaceInCodePoints) {
  const CheckResult result = check(support::load_fixture(two_broken_posts).site, {});
  EXPECT_THAT(drawn(result), ElementsAre("_posts/2024-05-01-a.md:2:1-6 duplicate-key",
                                         "_posts/2024-05-01-a.md:5:9-15 broken-link",
                                         "_posts/2024-05-01-a.md:5:23-29 broken-link",
                                         "_posts/2024-05-02-b.md:4:13-19 broken-link"));
}

TEST(Check, TheNumberOfThreadsDoesNotShow) {
  const site::SitePtr site = support::load_fixture(two_broken_posts).site;
  EXPECT_EQ(drawn(check(site, {}, 1)), drawn(check(site, {}, 4)));
}

TEST(Check, OnlyWhatLiesBelowThePathIsReported) {
  const site::SitePtr site = support::load_fixture(two_broken_posts).site;
  EXPECT_EQ(check(site, {"_posts/2024-05-02-b.md"}).files, 1U);
  EXPECT_THAT(drawn(check(site, {"_posts/2024-05-02-b.md"})),
              ElementsAre("_posts/2024-05-02-b.md:4:13-19 broken-link"));
  EXPECT_EQ(check(site, {"_posts"}).files, 2U);
  EXPECT_EQ(check(site, {"_post"}).files, 0U);
}

TEST(Check, FilesThatJekyllIgnoresAreLookedAtToo) {
  const CheckResult result =
      check(support::load_fixture("-- _posts/2024_05_01-a.md --\n---\ntitle: A\n---\n").site, {});
  EXPECT_THAT(drawn(result), UnorderedElementsAre(testing::HasSubstr("bad-post-name")));
}

TEST(Check, TheProjectsSettingsAreLookedAtToo) {
  const CheckResult result =
      check(support::load_fixture("-- .jekyll-ls.yml --\nrules: {no-such: off}\n").site, {});
  EXPECT_THAT(drawn(result), ElementsAre(".jekyll-ls.yml:1:9-16 schema-additional"));
}

// Such files are only copied, but somebody wrote them to be pages.
TEST(Check, FilesWhoseFrontMatterJekyllDoesNotSeeAreLookedAtToo) {
  const CheckResult result = check(support::load_fixture(R"md(
-- bom.md (bom) --
---
title: A
---
-- late.html --

---
title: B
---
-- text.md --
Some words.
)md")
                                       .site,
                                   {});
  EXPECT_EQ(result.files, 3U);  // with _config.yml
  EXPECT_THAT(drawn(result), UnorderedElementsAre(testing::HasSubstr("byte-order-mark"),
                                                  testing::HasSubstr("front-matter-not-first")));
}

TEST(Check, SeveritiesAreCounted) {
  const CheckResult result = check(support::load_fixture(two_broken_posts).site, {});
  EXPECT_EQ(result.count(features::Severity::error), 3U);
  EXPECT_EQ(result.count(features::Severity::warning), 1U);
}

TEST(Check, AVeryLongLineIsKeptOnlyNearTheRange) {
  const std::string page =
      "-- a.md --\n---\n---\n" + std::string(5000, 'x') + " [b](/gone/) " + std::string(5000, 'y') + "\n";
  const CheckResult result = check(support::load_fixture(page).site, {});
  ASSERT_EQ(result.problems.size(), 1U);
  const FoundProblem& found = result.problems[0];
  EXPECT_LT(found.source_line.size(), 2100U);
  EXPECT_EQ(text::slice(found.source_line, found.in_line), "/gone/");
  EXPECT_TRUE(found.cut_before);
  EXPECT_TRUE(found.cut_after);
}

}  // namespace
}  // namespace cli
