#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(YamlSyntax, AColonInsideAPlainValueIsUnderlinedAsTheValue) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
title: Jekyll: a tour
       ^^^^^^^^^^^^^^ error: yaml-syntax
tags: [a]
---
)md");
}

TEST(YamlSyntax, TheMessageSaysWhatIsWrongWhatJekyllDoesAndHowToMendIt) {
  check_message(
      R"md(
-- _posts/2024-05-01-a.md --
---
title: Jekyll: a tour
---
)md",
      "`title` cannot be read: `: ` inside a plain value. Jekyll ignores this whole front matter and "
      "publishes the post under today's date, without title, layout and tags. Put the value in quotes.");
}

TEST(YamlSyntax, APageKeepsItsAddressButLosesItsLayout) {
  check_message(
      R"md(
-- about.md --
---
title: @home
---
)md",
      "`title` cannot be read: no plain value may begin with `@`. Jekyll ignores this whole front matter and "
      "builds the page without layout and title. Put the value in quotes.");
}

TEST(YamlSyntax, AnUnclosedListIsUnderlinedWhereItBegins) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
tags: [a, b
      ^^^^^ error: yaml-syntax
title: T
---
)md");
}

TEST(YamlSyntax, TextBehindAListAsksForQuotes) {
  check_message(
      R"md(
-- _drafts/a.md --
---
title: [WIP] x
---
)md",
      "`title` cannot be read: `[` begins a list, and text stands behind it. Jekyll ignores this whole front "
      "matter. Put the value in quotes.");
}

TEST(YamlSyntax, AnUnclosedQuoteIsUnderlinedWhereItBegins) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
title: "Hello
       ^^^^^^ error: yaml-syntax
tags: [a]
---
)md");
}

TEST(YamlSyntax, AnApostropheInSingleQuotesHasItsOwnWords) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
title: 'it's'
       ^^^^^^ error: yaml-syntax
---
)md");
  EXPECT_NE(
      problems_in("-- _posts/2024-05-01-a.md --\n---\ntitle: 'it's'\n---\n").at(0).message.find("Double it"),
      std::string::npos);
}

TEST(YamlSyntax, ABackslashInDoubleQuotesHasItsOwnWords) {
  EXPECT_NE(
      problems_in("-- _posts/2024-05-01-a.md --\n---\ntitle: \"\\d\"\n---\n").at(0).message.find("escape"),
      std::string::npos);
}

TEST(YamlSyntax, AMissingBlankBehindTheColonIsNamed) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
title:Hello
^^^^^^^^^^^ error: yaml-syntax
layout: post
---
-- _layouts/post.html --
)md");
}

TEST(YamlSyntax, ALoneWordIsNoEntry) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
title: T
cat
^^^ error: yaml-syntax
---
)md");
}

TEST(YamlTab, IsUnderlinedAlone) {
  check_diagnostics("\n-- _posts/2024-05-01-a.md --\n---\ntags:\n\t- a\n^ error: yaml-tab\n---\n");
}

TEST(YamlSyntax, ALayoutHasAFrontMatterToo) {
  check_diagnostics(R"md(
-- _layouts/post.html --
---
layout: a: b
        ^^^^ error: yaml-syntax
---
)md");
}

TEST(YamlSyntax, TheConfigurationIsReadAsAWhole) {
  check_diagnostics(R"md(
-- _config.yml --
title: a: b
       ^^^^ error: yaml-syntax
)md");
}

TEST(YamlSyntax, AFileThatJekyllIgnoresIsLeftAlone) {
  check_diagnostics("-- _config.yml --\nexclude: [notes]\n-- notes/a.md --\n---\ntitle: a: b\n---\n");
}

TEST(YamlSyntax, OutsideAnySiteTheTextAloneIsEnough) {
  const Context context(
      {}, "a.md",
      std::make_shared<const syntax::Document>("---\ntitle: a: b\n---\n", syntax::ParseOptions{}));
  const std::vector<Problem> problems = diagnose(context);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems.front().code.text(), "yaml-syntax");
}

TEST(YamlSyntax, HealthyValuesWithOddCharactersPass) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
title: "a: b"
url: http://x.y/#z
quote: 'it''s'
list: ["[x]", 'y, z']
clock: 12:30
text: |
  a: b: c
---
)md");
}

TEST(FrontMatterNotClosed, IsReportedAtItsFirstLine) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
^^^ error: front-matter-not-closed
title: Hello

Text.
)md");
}

TEST(FrontMatterNotClosed, ARuleAboveATextIsNoFrontMatter) {
  check_diagnostics("-- README.md --\n---\n\nSome *text*.\n");
  check_diagnostics("-- README.md --\n---\nNote: this is a text.\n");
}

TEST(FrontMatterNotClosed, AKnownKeyIsPlainEnoughInAPage) {
  check_diagnostics("\n-- about.md --\n---\n^^^ error: front-matter-not-closed\nlayout: none\n\nText.\n");
}

TEST(DuplicateKey, TheEarlierOneIsMarkedAndPointsToTheLaterOne) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
tags: [a]
^^^^ warning: duplicate-key
title: T
tags: [b]
^^^^ ref
---
)md";
  check_diagnostics(drawing);
  const Problem problem = problems_in(drawing).at(0);
  ASSERT_EQ(problem.related.size(), 1U);
  EXPECT_EQ(problem.related[0].place.range, support::load_fixture(drawing).labelled("ref").at(0).range);
}

TEST(DuplicateKey, IsFoundInNestedMappings) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
image:
  path: /a.png
  ^^^^ warning: duplicate-key
  path: /b.png
---
-- a.png --
-- b.png --
)md");
}

TEST(DuplicateKey, KeysOfDifferentTypesAreDifferent) {
  check_diagnostics("-- _posts/2024-05-01-a.md --\n---\n1: a\n\"1\": b\n---\n");
}

}  // namespace
}  // namespace features
