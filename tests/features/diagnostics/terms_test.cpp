#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/features/code_actions.h"
#include "tests/features/check.h"

namespace features {
namespace {

TEST(TagsCommaFix, WritesAList) {
  check_fix("-- _posts/2024-05-01-a.md --\n---\ntags: \"go, web dev, no\" # three\n---\n", "tags-comma",
            "Write the list `[go, web dev, \"no\"]`",
            "-- _posts/2024-05-01-a.md --\n---\ntags: [go, web dev, \"no\"] # three\n---\n");
}

TEST(TagsSplit, WordsThatAreNoTagsElsewhere) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
tags: machine learning
      ^^^^^^^^^^^^^^^^ hint: tags-split
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "tags-split", "Write it as one tag",
            "-- _posts/2024-05-01-a.md --\n---\ntags: [machine learning]\n---\n");
}

TEST(TagsSplit, TagsOfOtherFilesAreMeantSo) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
tags: go web
---
-- _posts/2024-05-02-b.md --
---
tags: [web, go]
---
)md");
}

TEST(TagHidesTags, BothAreMerged) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
tag: foo bar
tags: [a, b]
^^^^^^^^^^^^ warning: tag-hides-tags
---
)md";
  check_diagnostics(drawing);
  EXPECT_TRUE(problems_in(drawing).at(0).unnecessary);
  check_fix(drawing, "tag-hides-tags", "Merge both into `tags`",
            "-- _posts/2024-05-01-a.md --\n---\ntags: [a, b, foo bar]\n---\n");
}

TEST(TagsIgnored, NumbersAndMappingsAreNoTags) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
tags: 2024
      ^^^^ warning: tags-ignored
---
-- _posts/2024-05-01-b.md --
---
tags: {a: b}
      ^^^^^^ warning: tags-ignored
---
-- _posts/2024-05-01-c.md --
---
categories: 2024
            ^^^^ error: tags-ignored
---
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "tags-ignored"),
              ::testing::ElementsAre("Write a list of texts", "Write a list of texts"));
}

TEST(NestedCategories, AreFlattened) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
categories: [A, [B, C]]
                ^^^^^^ warning: nested-categories
tags: [x, [y, z]]
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "nested-categories", "Flatten the list",
            "-- _posts/2024-05-01-a.md --\n---\ncategories: [A, B, C]\ntags: [x, [y, z]]\n---\n");
}

constexpr std::string_view cases = R"md(
-- _posts/2024-05-01-a.md --
---
tags: [Go]
       ^^ warning: tag-case
---
-- _posts/2024-05-02-b.md --
---
tags: [go]
---
-- _posts/2024-05-03-c.md --
---
tags:
  - "go"
---
-- _posts/2024-05-04-d.md --
---
tags: 'Go'
       ^^ warning: tag-case
---
-- _posts/2024-05-05-e.md --
---
tags: go
---
)md";

TEST(TagCase, TheRarerSpellingIsTold) {
  check_diagnostics(cases);
  EXPECT_EQ(problems_in(cases).at(0).message,
            "The tag `Go` is used 2 times, `go` 3 times: to Jekyll they are two.");
}

TEST(TagCase, CanBeMendedEverywhere) {
  check_fix(cases, "tag-case", "Write `go` in all 2 files",
            "-- _posts/2024-05-01-a.md --\n---\ntags: [go]\n---\n-- _posts/2024-05-02-b.md --\n---\ntags: "
            "[go]\n---\n-- _posts/2024-05-03-c.md --\n---\ntags:\n  - \"go\"\n---\n-- _posts/2024-05-04-d.md "
            "--\n---\ntags: 'go'\n---\n-- _posts/2024-05-05-e.md --\n---\ntags: go\n---\n");
}

TEST(TagClash, OnlyWhereArchivesAreMade) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-archives]
jekyll-archives: {enabled: [tags]}
-- _posts/2024-05-01-a.md --
---
tags: [C]
---
-- _posts/2024-05-02-b.md --
---
tags: [C]
---
-- _posts/2024-05-03-c.md --
---
tags: [C++]
       ^^^ warning: tag-clash
---
)md");
  check_diagnostics("-- _posts/2024-05-01-a.md --\n---\ntags: [C, C++]\n---\n");
}

TEST(TagUnknown, GoesByTheProjectsList) {
  constexpr std::string_view drawing = R"md(
-- .jekyll-ls.yml --
tags: [travel, food]
-- _posts/2024-05-01-a.md --
---
tags: [travel, foood]
               ^^^^^ warning: tag-unknown
categories: [anything]
---
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "tag-unknown"),
              ::testing::ElementsAre("Write `food`", "Allow `foood` in `.jekyll-ls.yml`"));
}

TEST(TagUnknown, IsAddedToTheListAsItIsWritten) {
  check_fix(
      "-- .jekyll-ls.yml --\ntags:\n  - a\n  - b # last\nrules: {}\n-- _posts/2024-05-01-a.md --\n---\ntags: "
      "[c d]\n---\n",
      "tag-unknown", "Allow `c d` in `.jekyll-ls.yml`",
      "-- .jekyll-ls.yml --\ntags:\n  - a\n  - b # last\n  - c d\nrules: {}\n-- _posts/2024-05-01-a.md "
      "--\n---\ntags: [c d]\n---\n");
}

TEST(Project, RulesOfTheSettingsFileHold) {
  check_diagnostics(R"md(
-- .jekyll-ls.yml --
rules:
  tags-comma: off
  permalink-slash: error
-- _posts/2024-05-01-a.md --
---
tags: a, b
permalink: x/
           ^^ error: permalink-slash
---
)md");
}

TEST(Project, TheEditorsOwnWordCountsMore) {
  check_diagnostics(
      "-- .jekyll-ls.yml --\nrules: {permalink-slash: error}\n-- a.md --\n---\npermalink: x/\n           ^^ "
      "hint: "
      "permalink-slash\n---\n",
      {}, {{"permalink-slash", "hint"}});
}

TEST(Project, MistakesInTheFileAreReported) {
  constexpr std::string_view drawing = R"md(
-- .jekyll-ls.yml --
rules:
  tags-coma: off
  ^^^^^^^^^ warning: schema-additional
  tag-case: loud
            ^^^^ warning: schema-enum
tags: travel
      ^^^^^^ warning: schema-type
ruls: {}
^^^^ warning: schema-additional
schemas:
  posts: none.json
         ^^^^^^^^^ warning: schema-invalid
)md";
  check_diagnostics(drawing);
  EXPECT_THAT(fixes_of(drawing, "schema-additional"), ::testing::ElementsAre("Write `tags-comma`"));
}

TEST(Project, AChangeHoldsAtOnce) {
  const support::Fixture fixture = support::load_fixture("-- a.md --\n---\npermalink: x/\n---\n");
  Context context = context_of(fixture, "a.md");
  EXPECT_EQ(diagnose(context).size(), 1U);
  context.site = fixture.site->with_changes({{".jekyll-ls.yml", "rules: {permalink-slash: off}\n"}});
  EXPECT_EQ(diagnose(context).size(), 0U);
  context.site = context.site->with_changes({{".jekyll-ls.yml", std::nullopt}});
  EXPECT_EQ(diagnose(context).size(), 1U);
}

TEST(Silencing, ALineTheNextOneOrTheWholeFile) {
  check_diagnostics(R"md(
-- a.md --
---
permalink: x/ # jekyll-ls-disable-line permalink-slash
---
[a](/no/) <!-- jekyll-ls-disable-line -->
<!-- jekyll-ls-disable-next-line broken-image broken-link -->
[a](/no/)
[a](/no/) <!-- jekyll-ls-disable-line broken-image -->
    ^^^^ error: broken-link
-- b.md --
---
permalink: y/
---
<!-- jekyll-ls-disable-file permalink-slash broken-link -->
[a](/no/)
![a](/no.png)
     ^^^^^^^ error: broken-image
)md");
}

TEST(FixAll, AppliesWhatIsSafeAndLeavesTheRest) {
  const support::Fixture fixture = support::load_fixture(
      "-- _posts/2024-05-01-a.md --\n---\ntitle: 1.10 # x\ntags: a, b\ncategories: c, d\npermalink: "
      "x/\n---\n");
  const Context context = context_of(fixture, "_posts/2024-05-01-a.md");
  EXPECT_EQ(text::apply(context.text(), safe_fixes(context).edits),
            "---\ntitle: \"1.10\" # x\ntags: [a, b]\ncategories: c, d\npermalink: /x/\n---\n");
}

TEST(TagsComma, IsAHintWhereAPluginReadsTheCommas) {
  constexpr std::string_view drawing = R"md(
-- _config.yml --
plugins: [jekyll-paginate-v2]
-- _posts/2024-05-01-a.md --
---
tags: film, music
      ^^^^^^^^^^^ hint: tags-comma
---
)md";
  check_diagnostics(drawing);
  check_message(
      drawing,
      "Jekyll splits this text at blanks alone and sees the 2 tags `film,` and `music`. Write a list: "
      "`[film, music]`. Only the pages of jekyll-paginate-v2 go by the commas.");
}

}  // namespace
}  // namespace features
