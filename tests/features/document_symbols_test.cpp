#include "server/features/document_symbols.h"

#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(Outline, BeginsWithTheFrontMatterAndNestsHeadings) {
  check_outline(R"md(
-- a.md --
---
title: "Hello: there"
tags: [a,
  b]
---
# One
## Two
# Three
)md",
                R"(
Front matter
  title Hello: there
  tags [a, b]
One #one
  Two #two
Three #three
)");
}

TEST(Outline, SkippedLevelsNestAllTheSame) {
  check_outline(R"md(
-- a.md --
### Deep
# Top
### Skipped
## Second
)md",
                R"(
Deep #deep
Top #top
  Skipped #skipped
  Second #second
)");
}

TEST(Outline, NamesAreWhatReadersSee) {
  check_outline("-- a.md --\n## `code` and [a link](/x) {#own}\n", "code and a link #own");
}

TEST(Outline, AHeadingOfLiquidAloneIsNamedByItsSource) {
  check_outline("-- a.md --\n# {{ page.title }}\n", "{{ page.title }}");
}

TEST(Outline, ASectionReachesToTheNextHeadingOfItsLevel) {
  check_section(R"md(
-- a.md --
# One
<symbol>## <hit>Two</hit>
text
### Three
text
</symbol>## Four
)md",
                "Two");
}

TEST(Outline, TheLastSectionReachesToTheEnd) {
  check_section("-- a.md --\n<symbol># <hit>One</hit>\n## Two\n\ntext\n</symbol>", "One");
}

TEST(Outline, TheFrontMatterHasItsDelimiters) {
  check_section("-- a.md --\n<symbol><hit>---</hit>\ntitle: T\n---</symbol>\ntext\n", "Front matter");
}

TEST(Outline, BrokenFrontMatterKeepsWhatCanBeRead) {
  check_outline("-- a.md --\n---\ntitle: a: b\nlayout: post\n---\n# One\n",
                "Front matter\n  title a: b\n  layout post\nOne #one");
}

TEST(Outline, AnUnclosedFenceIsText) {
  check_outline("-- a.md --\n```\n\n# One\n", "One #one");
}

TEST(Outline, HalfTypedLiquidLeavesTheRest) {
  check_outline("-- a.md --\n{% post_url \n\n# One\n", "One #one");
}

TEST(Outline, CarriageReturnsAreNoPartOfNames) {
  check_outline("-- a.md (crlf) --\n---\ntitle: 제목\n---\n# 하나\n",
                "Front matter\n  title 제목\n하나 #하나");
}

TEST(Outline, IsEmptyWhereTheSettingsSaySo) {
  const support::Fixture fixture = support::load_fixture("-- a.md --\n---\ntitle: T\n---\n# One\n");
  Context context = context_of(fixture, "a.md");
  EXPECT_EQ(document_symbols(context).size(), 2U);
  Preferences settings;
  settings.outline = false;
  context.settings = std::make_shared<const Preferences>(settings);
  EXPECT_TRUE(document_symbols(context).empty());
}

TEST(Outline, TheConfigurationShowsItsKeys) {
  check_outline("-- _config.yml --\ntitle: T\nplugins: [a]\n", "title T\nplugins [a]");
}

}  // namespace
}  // namespace features
