#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(Unpublished, IsAStateWorthKnowing) {
  check_diagnostics("-- a.md --\n---\npublished: no\n           ^^ info: unpublished\n---\n");
  check_diagnostics("-- _config.yml --\nunpublished: true\n-- a.md --\n---\npublished: false\n---\n");
}

TEST(PublishedEmpty, HidesWithoutAWord) {
  constexpr std::string_view drawing =
      "-- a.md --\n---\npublished:\n^^^^^^^^^ warning: published-empty\nlang: en\n---\n";
  check_diagnostics(drawing);
  check_fix(drawing, "published-empty", "Delete the line, so that it is published",
            "-- a.md --\n---\nlang: en\n---\n");
  check_fix(drawing, "published-empty", "Write `false`, so that it stays hidden",
            "-- a.md --\n---\npublished: false\nlang: en\n---\n");
}

TEST(PublishedNotBoolean, ATextHidesNothing) {
  constexpr std::string_view drawing =
      "-- a.md --\n---\npublished: \"false\" # soon\n           ^^^^^^^ error: published-not-boolean\n---\n";
  check_diagnostics(drawing);
  check_fix(drawing, "published-not-boolean", "Write `false`",
            "-- a.md --\n---\npublished: false # soon\n---\n");
}

TEST(DraftKeyIgnored, OffersBothWays) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
draft: true
^^^^^^^^^^^ warning: draft-key-ignored
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "draft-key-ignored", "Write `published: false`",
            "-- _posts/2024-05-01-a.md --\n---\npublished: false\n---\n");
  check_fix(drawing, "draft-key-ignored", "Move the file to `_drafts/a.md`",
            "-- _drafts/a.md --\n---\ndraft: true\n---\n");
}

TEST(DraftKeyIgnored, IsSilentWhereItDoesNoHarm) {
  check_diagnostics("-- _drafts/a.md --\n---\ndraft: true\n---\n-- b.md --\n---\ndraft: false\n---\n");
  check_diagnostics("-- _plugins/x.rb --\n-- b.md --\n---\ndraft: true\n---\n");
}

TEST(UnconvertedExtension, IsRenamed) {
  check_diagnostics("-- _posts/2024-05-01-a.mdx --\n---\ntitle: A\n---\n",
                    {"_posts/2024-05-01-a.mdx: warning unconverted-extension"});
  check_fix("-- _posts/2024-05-01-a.mdx --\n---\ntitle: A\n---\n", "unconverted-extension",
            "Rename the file to `2024-05-01-a.md`", "-- _posts/2024-05-01-a.md --\n---\ntitle: A\n---\n");
}

TEST(BadPostNameFix, RenamesTheFile) {
  check_fix("-- _posts/20240120-x.md --\n---\ntitle: A\n---\n", "bad-post-name",
            "Rename the file to `2024-01-20-x.md`", "-- _posts/2024-01-20-x.md --\n---\ntitle: A\n---\n");
}

TEST(BadPostName, APostBehindAnUnderscoreIsTold) {
  check_diagnostics("-- _posts/_2024-01-20-x.md --\n---\ntitle: A\n---\n",
                    {"_posts/_2024-01-20-x.md: error bad-post-name"});
}

TEST(AmbiguousDate, BothReadingsAreOfferedTheFileNamesFirst) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-01-02-a.md --
---
date: 01/02/2024
      ^^^^^^^^^^ warning: ambiguous-date
---
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "ambiguous-date"),
              ::testing::ElementsAre("Write 2024-01-02", "Write 2024-02-01"));
}

TEST(AmbiguousDate, ADayAboveTwelveIsPlain) {
  check_diagnostics("-- _posts/2024-02-13-a.md --\n---\ndate: 13/02/2024\n---\n");
}

TEST(DateDiffersFromNameFix, ChangesTheDayAloneOrRenames) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-01-31-a.md --
---
date: 2024-02-01 10:00:00 +0900 # Seoul
---
)md";
  check_fix(drawing, "date-differs-from-name", "Change the date to 2024-01-31",
            "-- _posts/2024-01-31-a.md --\n---\ndate: 2024-01-31 10:00:00 +0900 # Seoul\n---\n");
  check_fix(drawing, "date-differs-from-name", "Rename the file to `2024-02-01-a.md`",
            "-- _posts/2024-02-01-a.md --\n---\ndate: 2024-02-01 10:00:00 +0900 # Seoul\n---\n");
}

TEST(DateWithoutOffset, TheOffsetIsThatOfTheSeason) {
  constexpr std::string_view drawing = R"md(
-- _config.yml --
timezone: America/New_York
-- _posts/2024-07-13-a.md --
---
date: 2024-07-13 00:30:00
      ^^^^^^^^^^^^^^^^^^^ warning: date-without-offset
---
-- _posts/2024-07-14-b.md --
---
date: 2024-07-14 00:30
---
-- _posts/2024-07-15-c.md --
---
date: 2024-07-15 12:30:00
---
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "date-without-offset"),
              ::testing::ElementsAre("Add the site's offset -0400"));
}

TEST(DateWithoutOffset, IsSilentWhereTheAddressHasNoDay) {
  check_diagnostics(R"md(
-- _config.yml --
timezone: America/New_York
permalink: /:title/
-- _posts/2024-07-13-a.md --
---
date: 2024-07-13 00:30:00
---
)md");
}

TEST(DayShifted, AnOffsetThatMovesTheDayIsAHint) {
  check_diagnostics(R"md(
-- _config.yml --
timezone: Europe/Berlin
-- _posts/2024-01-12-a.md --
---
date: 2024-01-12 23:30:00 -0800
      ^^^^^^^^^^^^^^^^^^^^^^^^^ hint: day-shifted
---
)md");
}

TEST(DefaultMatchesNothing, TypesAreThoseOfTheSiteAndPathsHaveNoSlash) {
  constexpr std::string_view drawing = R"md(
-- _config.yml --
defaults:
  - scope: {path: "", type: drafts}
                            ^^^^^^ warning: default-matches-nothing
    values: {lang: en}
  - scope: {path: "/blog"}
                  ^^^^^^^ warning: default-matches-nothing
    values: {lang: en}
  - scope: {path: "blog", type: pages}
    values: {lang: en}
  - scope: {path: "img"}
    values: {picture: true}
  - scope: {path: "", type: posts}
    values: {lang: en}
-- blog/a.md --
---
title: A
---
-- img/a.png --
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "default-matches-nothing"), ::testing::Contains("Remove the leading slash"));
}

}  // namespace
}  // namespace features
