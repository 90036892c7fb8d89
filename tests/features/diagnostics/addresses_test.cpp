#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(UrlConflictFix, GivesOneOfThemAnotherAddress) {
  check_fix(R"md(
-- a.md --
---
permalink: "/x/" # here
---
-- x/index.md --
---
title: X
---
)md",
            "url-conflict", "Change the permalink to `/x-2/`",
            "-- a.md --\n---\npermalink: \"/x-2/\" # here\n---\n-- x/index.md --\n---\ntitle: X\n---\n");
}

TEST(UrlCaseConflict, BothFilesAreTold) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
permalink: /X/
           ^^^ warning: url-case-conflict
---
-- b.md --
---
permalink: /x/
           ^^^ warning: url-case-conflict
---
)md";
  check_diagnostics(drawing);
  EXPECT_EQ(problems_in(drawing).at(0).related.at(0).place.path, "b.md");
}

TEST(PermalinkInvalid, StylesFullAddressesAndWhatNobodyReaches) {
  check_diagnostics(R"md(
-- a.md --
---
permalink: pretty
           ^^^^^^ error: permalink-invalid
---
-- b.md --
---
permalink: https://x.y/about/
           ^^^^^^^^^^^^^^^^^^ error: permalink-invalid
---
-- c.md --
---
permalink: /a?b/
           ^^^^^ error: permalink-invalid
---
-- d.md --
---
permalink: ""
           ^^ error: permalink-invalid
---
-- e.md --
---
permalink: /:title/
           ^^^^^^^^ error: permalink-invalid
---
-- _posts/2024-05-01-f.md --
---
permalink: /:foo/
           ^^^^^^ error: permalink-invalid
---
-- g.md --
---
permalink: /:path/:basename.html
---
-- _posts/2024-05-01-h.md --
---
permalink: /:year/:title/
---
)md");
}

TEST(PermalinkInvalid, PlaceholdersOfUnknownCodeAreNotJudged) {
  check_diagnostics("-- _plugins/x.rb --\n-- a.md --\n---\npermalink: /:foo/\n---\n");
}

TEST(PermalinkSlash, IsAddedInsideTheQuotes) {
  constexpr std::string_view drawing =
      "-- a.md --\n---\npermalink: \"about/\"\n           ^^^^^^^^ hint: permalink-slash\n---\n";
  check_diagnostics(drawing);
  check_fix(drawing, "permalink-slash", "Write the slash", "-- a.md --\n---\npermalink: \"/about/\"\n---\n");
}

TEST(SlugForm, CapitalsAndBlanksChangeTheAddress) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
slug: My Slug
      ^^^^^^^ warning: slug-form
---
-- _posts/2024-05-01-b.md --
---
slug: my-slug-2
---
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "slug-form"), ::testing::ElementsAre("Write `my-slug`"));
}

constexpr std::string_view redirects = R"md(
-- _config.yml --
plugins: [jekyll-redirect-from]
-- about.md --
---
permalink: /about/
---
-- a.md --
---
redirect_from:
  - /old/
  - /about/
    ^^^^^^^ error: redirect-replaces-page
  - older
    ^^^^^ warning: redirect-form
  - https://x.y/oldest
    ^^^^^^^^^^^^^^^^^^ warning: redirect-form
---
)md";

TEST(Redirects, ReplaceNoPagesAndArePaths) {
  check_diagnostics(redirects);
  EXPECT_THAT(fixes_of(redirects, "redirect-form"),
              ::testing::ElementsAre("Write `/older`", "Write `/oldest`"));
}

TEST(Redirects, AnEntryIsRemovedWithItsLine) {
  check_fix(
      R"md(
-- _config.yml --
plugins: [jekyll-redirect-from]
-- about.md --
---
permalink: /about/
---
-- a.md --
---
redirect_from:
  - /old/
  - /about/ # gone
  - /older/
---
)md",
      "redirect-replaces-page", "Remove this redirect",
      "-- _config.yml --\nplugins: [jekyll-redirect-from]\n-- about.md --\n---\npermalink: /about/\n---\n"
      "-- a.md --\n---\nredirect_from:\n  - /old/\n  - /older/\n---\n");
}

TEST(Redirects, WithoutThePluginTheKeyIsNothing) {
  check_diagnostics("-- a.md --\n---\nredirect_from: older\n---\n");
}

TEST(MissingLayoutFix, WritesTheNearestName) {
  check_fix("-- _layouts/post.html --\n-- a.md --\n---\nlayout: 'posts'\n---\n", "missing-layout",
            "Write `post`", "-- _layouts/post.html --\n-- a.md --\n---\nlayout: 'post'\n---\n");
}

}  // namespace
}  // namespace features
