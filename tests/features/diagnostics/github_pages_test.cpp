// What only a build without GitHub Pages would miss: without a Gemfile nobody knows who builds the site.
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(GitHubPages, MayMakeThePageOfAFileWithoutFrontMatter) {
  constexpr std::string_view drawing = R"md(
-- _config.yml --
title: Docs
-- guide/primer.md --
# Primer
-- README.md --
# Docs
-- notes/readme.md --
# Notes
-- a.md --
---
---
[x](/guide/primer.html) [x](guide/primer) [x](/) [x](/notes/) [x](/guide/nothing.html)
    ^^^^^^^^^^^^^^^^^^ hint: broken-link
                            ^^^^^^^^^^^^ hint: broken-link
                                              ^ hint: broken-link
                                                     ^^^^^^^ hint: broken-link
                                                                  ^^^^^^^^^^^^^^^^^^^ error: broken-link
)md";
  check_diagnostics(drawing);
  EXPECT_EQ(problems_in(drawing).at(0).message,
            "Only GitHub Pages makes the page `/guide/primer.html` of `guide/primer.md`, which has no front "
            "matter. With Jekyll alone readers get an error page.");
}

TEST(GitHubPages, IsNoExcuseWhereAGemfileNamesTheBuilder) {
  check_diagnostics(R"md(
-- Gemfile --
gem "jekyll"
-- guide.md --
# Guide
-- a.md --
---
---
[x](/guide.html)
    ^^^^^^^^^^^ error: broken-link
)md");
}

TEST(GitHubPages, MakesNoPageOfALicense) {
  check_diagnostics(R"md(
-- LICENSE.md --
MIT
-- a.md --
---
---
[x](/LICENSE.html)
    ^^^^^^^^^^^^^ error: broken-link
)md");
}

TEST(GitHubPages, MayBringTheLayoutsOfItsDefaultTheme) {
  check_diagnostics("-- a.md --\n---\nlayout: default\n---\n");
  check_diagnostics("-- a.md --\n---\nlayout: postt\n        ^^^^^ error: missing-layout\n---\n");
  // A site with layouts of its own does not live by them, one without a theme has none.
  check_diagnostics(
      "-- _layouts/base.html --\n-- a.md --\n---\nlayout: default\n        ^^^^^^^ error: "
      "missing-layout\n---\n");
  check_diagnostics(
      "-- _config.yml --\ntheme: null\n-- a.md --\n---\nlayout: default\n        ^^^^^^^ error: "
      "missing-layout\n---\n");
  check_diagnostics(
      "-- Gemfile --\ngem 'jekyll'\n-- a.md --\n---\nlayout: default\n        ^^^^^^^ error: "
      "missing-layout\n---\n");
}

}  // namespace
}  // namespace features
