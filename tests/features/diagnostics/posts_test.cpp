#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(InvalidDate, AnImpossibleDayStopsTheBuild) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
date: 2024-13-45
      ^^^^^^^^^^ error: invalid-date
---
)md");
}

TEST(InvalidDate, WordsAndListsAreNoDates) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
date: yesterday-ish
      ^^^^^^^^^^^^^ error: invalid-date
---
-- _posts/2024-05-01-b.md --
---
date: [2024-05-01]
      ^^^^^^^^^^^^ error: invalid-date
---
)md");
}

TEST(InvalidDate, AnEmptyDateStopsTheBuild) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
date:
^^^^ error: invalid-date
---
)md");
}

TEST(InvalidDate, ADraftIsNotBuiltYet) {
  check_diagnostics(R"md(
-- _drafts/a.md --
---
date:
^^^^ warning: invalid-date
---
)md");
}

TEST(InvalidDate, ADayInTheNameThatRollsOverIsAWarning) {
  check_diagnostics("-- _posts/2024-02-30-a.md --\n---\ntitle: A\n---\n",
                    {"_posts/2024-02-30-a.md: warning invalid-date"});
  check_message("-- _posts/2024-02-30-a.md --\n---\ntitle: A\n---\n",
                "The file name's day `2024-02-30` does not exist: Jekyll takes 2024-03-01. Rename the file.");
}

TEST(InvalidDate, AMonthInTheNameThatDoesNotExistStopsTheBuild) {
  check_diagnostics("-- _posts/2024-13-01-a.md --\n---\ntitle: A\n---\n",
                    {"_posts/2024-13-01-a.md: error invalid-date"});
}

TEST(InvalidDate, PagesAreFreeToHoldAnything) {
  check_diagnostics("-- about.md --\n---\ndate: soon\n---\n");
}

TEST(DateDiffersFromName, ComparesCalendarDays) {
  check_diagnostics(R"md(
-- _posts/2024-01-31-a.md --
---
date: 2024-02-01 10:00:00 +0900
      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning: date-differs-from-name
---
)md");
}

TEST(DateDiffersFromName, TheDayAsWrittenCountsWhateverTheZone) {
  check_diagnostics(R"md(
-- _config.yml --
timezone: Asia/Seoul
-- _posts/2024-01-31-a.md --
---
date: 2024-01-31 23:30:00 -0800
      ^^^^^^^^^^^^^^^^^^^^^^^^^ hint: day-shifted
---
-- _posts/2024-01-31-b.md --
---
date: "2024-01-31 00:30"
---
-- _posts/24-1-31-c.md --
---
date: 2024-01-31
---
)md");
}

TEST(FutureDate, IsAStateWorthKnowing) {
  check_diagnostics(R"md(
-- _posts/2030-01-01-a.md --
---
date: 2030-01-01
      ^^^^^^^^^^ info: future-date
---
)md");
}

TEST(FutureDate, OfAFileNameConcernsTheWholeFile) {
  check_diagnostics("-- _posts/2030-01-01-a.md --\n---\ntitle: A\n---\n",
                    {"_posts/2030-01-01-a.md: info future-date"});
}

TEST(FutureDate, IsNoNewsWhereTheSiteBuildsTheFuture) {
  check_diagnostics("-- _config.yml --\nfuture: true\n-- _posts/2030-01-01-a.md --\n---\ntitle: A\n---\n");
}

TEST(TagsComma, TheStringIsUnderlinedAndItsTagsAreNamed) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
tags: a, b
      ^^^^ warning: tags-comma
---
)md";
  check_diagnostics(drawing);
  check_message(
      drawing,
      "Jekyll splits this text at blanks alone and sees the 2 tags `a,` and `b`. Write a list: `[a, b]`.");
}

TEST(TagsComma, ConcernsCategoriesToo) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
categories: "X, Y Z"
            ^^^^^^^^ warning: tags-comma
---
)md");
}

TEST(TagsComma, ListsSingleTagsAndPagesAreFine) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
tags: ["a, b", c]
category: one, two
---
-- _posts/2024-05-01-b.md --
---
tag: a, b
tags: c, d
^^^^^^^^^^ warning: tag-hides-tags
---
-- about.md --
---
tags: a, b
---
)md");
}

TEST(BadPostName, ConcernsTheWholeFile) {
  check_diagnostics("-- _posts/20240120-x.md --\n---\ntitle: A\n---\n",
                    {"_posts/20240120-x.md: error bad-post-name"});
}

TEST(BadPostName, TheRightNameIsOfferedWhereTheDayIsKnown) {
  check_message("-- _posts/2024-01-21_x.md --\n---\ntitle: A\n---\n",
                "Jekyll ignores this file: a post's name has the form `YYYY-MM-DD-title.md`. Rename it to "
                "`2024-01-21-x.md`.");
}

TEST(BadPostName, AReadmeBesideThePostsIsForPeople) {
  check_diagnostics("-- _posts/README.md --\nHow to write.\n");
}

TEST(BadPostName, OddButAcceptedNamesPass) {
  check_diagnostics(
      "-- _posts/24-1-5-x.md --\n---\ntitle: A\n---\n-- _posts/deep/2024-1-5-y.md --\n---\ntitle: B\n---\n");
}

TEST(UrlConflict, BothFilesAreToldAndPointToEachOther) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
permalink: /x/
           ^^^ error: url-conflict
---
-- x/index.md --
---
title: X
---
)md";
  check_diagnostics(drawing, {"x/index.md: error url-conflict"});
  const std::vector<Problem> problems = problems_in(drawing);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].related.at(0).place.path, "x/index.md");
  EXPECT_EQ(problems[1].related.at(0).place.path, "a.md");
  EXPECT_EQ(problems[1].related.at(0).place.line, 1U);
}

TEST(UrlConflict, AnUnpublishedTwinTakesNothing) {
  check_diagnostics(R"md(
-- a.md --
---
permalink: /x/
---
-- b.md --
---
permalink: /x/
published: false
           ^^^^^ info: unpublished
---
)md");
}

TEST(UrlConflict, TranslationsUnderPolyglotShareTheirAddress) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-polyglot]
-- a.md --
---
permalink: /x/
lang: en
---
-- b.md --
---
permalink: /x/
lang: ko
---
)md");
}

TEST(MissingLayout, NamesTheNearestOne) {
  constexpr std::string_view drawing = R"md(
-- _layouts/post.html --
-- a.md --
---
layout: posts
        ^^^^^ error: missing-layout
---
)md";
  check_diagnostics(drawing);
  check_message(drawing,
                "There is no layout `posts`. Jekyll builds this page without any. Did you mean `post`?");
}

TEST(MissingLayout, ExistingOnesAndNoneAreFine) {
  check_diagnostics(R"md(
-- _layouts/post.html --
---
layout: base
---
-- _layouts/base.html --
-- a.md --
---
layout: post
---
-- b.md --
---
layout: none
---
-- c.md --
---
layout:
---
)md");
}

TEST(MissingLayout, AThemeThatIsNotOnDiskMayHaveIt) {
  check_diagnostics("-- _config.yml --\ntheme: minima\n-- a.md --\n---\nlayout: home\n---\n");
  check_diagnostics("-- _config.yml --\nremote_theme: a/b\n-- a.md --\n---\nlayout: home\n---\n");
}

TEST(MissingLayout, OfADefaultIsToldInTheConfigurationOnce) {
  check_diagnostics(R"md(
-- _config.yml --
defaults:
  - scope: {path: ""}
    values: {layout: nope}
                     ^^^^ error: missing-layout
-- a.md --
---
title: A
---
)md");
}

TEST(MissingLayout, OfALayoutIsToldThere) {
  check_diagnostics(
      "\n-- _layouts/post.html --\n---\nlayout: bse\n        ^^^ error: missing-layout\n---\n-- "
      "_layouts/base.html --\n");
}

TEST(Settings, OverrideSeveritiesAndSwitchRulesOff) {
  check_diagnostics("\n-- _posts/2024-05-01-a.md --\n---\ntags: a, b\n      ^^^^ hint: tags-comma\n---\n", {},
                    {{"tags-comma", "hint"}});
  check_diagnostics("-- _posts/2024-05-01-a.md --\n---\ntags: a, b\n---\n", {}, {{"tags-comma", "off"}});
}

}  // namespace
}  // namespace features
