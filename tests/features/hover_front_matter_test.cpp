#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/features/hover.h"
#include "tests/features/check.h"

namespace features {
namespace {

std::string hover_at(std::string_view drawing) {
  const auto text = hover_at(cursor_of(support::load_fixture(drawing)));
  return text ? text->markdown : std::string();
}

TEST(FrontMatterHover, AKeyIsExplained) {
  EXPECT_THAT(hover_at("-- _posts/2024-05-01-x.md --\n---\npub<|>lished: true\n---\n"),
              ::testing::AllOf(::testing::HasSubstr("Type: true or false"),
                               ::testing::HasSubstr("Default: `true`"), ::testing::HasSubstr("Published.")));
}

TEST(FrontMatterHover, AnExampleIsWrittenAsPeopleDo) {
  EXPECT_THAT(hover_at("-- _posts/2024-05-01-x.md --\n---\npub<|>lished: true\n---\n"),
              ::testing::HasSubstr("\n\nExample: `published: false`\n\n"));
  EXPECT_THAT(hover_at("-- _posts/2024-05-01-x.md --\n---\nda<|>te: 2024-05-02\n---\n"),
              ::testing::HasSubstr("\n\nExample: `date: 2024-05-01`\n\n"));
  EXPECT_THAT(hover_at("-- _posts/2024-05-01-x.md --\n---\nta<|>gs: x\n---\n"),
              ::testing::HasSubstr("\n\nExample:\n\n```yaml\ntags:\n  - setup\n  - macos\n```\n\n"));
  EXPECT_THAT(hover_at("-- _config.yml --\nde<|>faults: []\n"), ::testing::HasSubstr(R"md(
Example:

```yaml
defaults:
  - scope:
      path: ""
      type: posts
    values:
      layout: post
```
)md"));
}

TEST(FrontMatterHover, AKeyIsExplainedInBrokenYaml) {
  EXPECT_THAT(hover_at("-- _posts/2024-05-01-x.md --\n---\ntitle: a: b\npub<|>lished: true\n---\n"),
              ::testing::HasSubstr("Type: true or false"));
}

TEST(FrontMatterHover, ADateShowsItsMomentItsAddressAndWhetherItIsPublished) {
  check_hover(R"md(
-- _config.yml --
timezone: Asia/Seoul
-- _posts/2024-05-01-x.md --
---
date: 2024-05-01 20<|>:30:00
      ^^^^^^^^^^^^^^^^^^^^^^ hit
---
)md",
              "`2024-05-02 05:30:00 +09:00` in the site's zone, `Asia/Seoul`.\n\nPublished.\n\n"
              "Address: `/2024/05/02/x.html`");
}

TEST(FrontMatterHover, AFutureDateSaysSo) {
  EXPECT_THAT(hover_at("-- _posts/2030-05-01-x.md --\n---\ndate: 2030-05<|>-01\n---\n"),
              ::testing::HasSubstr("Not published yet"));
}

TEST(FrontMatterHover, WhatMakesTheAddressShowsIt) {
  EXPECT_EQ(hover_at("-- _config.yml --\nbaseurl: /b\n-- a.md --\n---\npermalink: /x/:bas<|>ename/\n---\n"),
            "Address: `/b/x/a/`");
}

TEST(FrontMatterHover, ALayoutShowsThoseAboveIt) {
  EXPECT_EQ(hover_at("-- _layouts/post.html --\n---\nlayout: default\n---\n-- _layouts/default.html --\nx\n"
                     "-- a.md --\n---\nlayout: po<|>st\n---\n"),
            "File `_layouts/post.html`\n\n… inside `default` in `_layouts/default.html`");
}

TEST(FrontMatterHover, ADefaultThatIsOverruledIsNamed) {
  EXPECT_THAT(
      hover_at("-- _config.yml --\ndefaults:\n  - scope: {path: \"\", type: posts}\n    values: {toc: true}\n"
               "-- _posts/2024-05-01-x.md --\n---\nto<|>c: false\n---\n"),
      ::testing::HasSubstr("Here instead of `true` from the defaults of `_config.yml` for `posts`."));
}

TEST(FrontMatterHover, SettingsAreExplained) {
  EXPECT_THAT(hover_at("-- _config.yml --\nbase<|>url: /b\n"), ::testing::HasSubstr("Type: text"));
  EXPECT_THAT(hover_at("-- .jekyll-ls.yml --\nrul<|>es:\n  broken-link: off\n"),
              ::testing::HasSubstr("Severity by rule code"));
}

TEST(FrontMatterHover, TheLastLineListsWhatDefaultsAdd) {
  check_hover(
      R"md(
-- _posts/2024-05-01-a.md --
---
toc: false
---<|>
^^^ hit
-- _config.yml --
defaults:
  - scope: {path: ''}
    values: {toc: true, lang: ko}
)md",
      "Defaults add to this front matter:\n\n- `lang: ko` from the defaults of `_config.yml` for all files");
  check_no_hover("-- _posts/2024-05-01-a.md --\n---\ntoc: false\n<|>---\n");
}

}  // namespace
}  // namespace features
