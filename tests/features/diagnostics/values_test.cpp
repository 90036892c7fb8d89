#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(YamlSyntaxFix, QuotesTheValueAndLeavesItsComment) {
  check_fix("-- a.md --\n---\ntitle: Jekyll: a tour # draft\nlang: en\n---\n", "yaml-syntax",
            "Put the value in quotes", "-- a.md --\n---\ntitle: \"Jekyll: a tour\" # draft\nlang: en\n---\n");
}

TEST(YamlSyntaxFix, ChoosesQuotesThatNeedNoEscapes) {
  check_fix("-- a.md --\n---\ntitle: A \"b\": c\n---\n", "yaml-syntax", "Put the value in quotes",
            "-- a.md --\n---\ntitle: 'A \"b\": c'\n---\n");
  check_fix("-- a.md --\n---\ntitle: 'it's'\n---\n", "yaml-syntax", "Put the value in other quotes",
            "-- a.md --\n---\ntitle: \"it's\"\n---\n");
  check_fix("-- a.md --\n---\ntitle: \"\\d\"\n---\n", "yaml-syntax", "Put the value in other quotes",
            "-- a.md --\n---\ntitle: '\\d'\n---\n");
}

TEST(YamlSyntaxFix, ClosesWhatWasOpened) {
  check_fix("-- a.md --\n---\ntitle: \"Hello\nlang: en\n---\n", "yaml-syntax", "Close the quote",
            "-- a.md --\n---\ntitle: \"Hello\"\nlang: en\n---\n");
  check_fix("-- a.md --\n---\nmenu: [a, b\nlang: en\n---\n", "yaml-syntax", "Close the list",
            "-- a.md --\n---\nmenu: [a, b]\nlang: en\n---\n");
}

TEST(YamlSyntaxFix, InsertsABlankBehindTheColon) {
  check_fix("-- a.md --\n---\ntitle:Hello\nlang: en\n---\n", "yaml-syntax", "Insert a blank behind the colon",
            "-- a.md --\n---\ntitle: Hello\nlang: en\n---\n");
}

TEST(YamlSyntaxFix, QuotesTheItemsThatAreComments) {
  constexpr std::string_view drawing =
      "-- a.md --\n---\nmarks: [#a, b, #c d]\n       ^^^^^^^^^^^^^ error: yaml-syntax\n---\n";
  check_diagnostics(drawing);
  check_fix(drawing, "yaml-syntax", "Put the items in quotes",
            "-- a.md --\n---\nmarks: [\"#a\", b, \"#c d\"]\n---\n");
}

TEST(YamlSyntaxFix, QuotesALiquidTag) {
  check_fix("-- a.md --\n---\ntitle: {% x %}\n---\n", "yaml-syntax", "Put the value in quotes",
            "-- a.md --\n---\ntitle: \"{% x %}\"\n---\n");
}

TEST(YamlTabFix, MendsTheWholeEntry) {
  check_fix("-- a.md (crlf) --\n---\nmenu:\n\t- a\n\t- b\n---\n", "yaml-tab",
            "Put two blanks in place of each tab", "-- a.md (crlf) --\n---\nmenu:\n  - a\n  - b\n---\n");
}

TEST(DuplicateKeyFix, DeletesTheEarlierEntryOrMergesLists) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
tags: [a, "b c"]
^^^^ warning: duplicate-key
title: T
tags: # these
  - x
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "duplicate-key", "Merge the two lists",
            "-- _posts/2024-05-01-a.md --\n---\ntitle: T\ntags: # these\n  - x\n  - a\n  - b c\n---\n");
  check_fix(drawing, "duplicate-key", "Delete this one",
            "-- _posts/2024-05-01-a.md --\n---\ntitle: T\ntags: # these\n  - x\n---\n");
}

TEST(DuplicateKeyFix, KeepsNumbersNumbersInTheOtherKindOfList) {
  check_fix("-- _posts/2024-05-01-a.md --\n---\nyears:\n  - 2023\n  - \"2022\"\nyears: [2024]\n---\n",
            "duplicate-key", "Merge the two lists",
            "-- _posts/2024-05-01-a.md --\n---\nyears: [2024, 2023, \"2022\"]\n---\n");
}

TEST(LiquidInFrontMatter, AValueOfBracesIsAMapping) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
title: {{ site.title }}
       ^^^^^^^^^^^^^^^^ warning: liquid-in-front-matter
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "liquid-in-front-matter", "Put the value in quotes",
            "-- a.md --\n---\ntitle: \"{{ site.title }}\"\n---\n");
}

TEST(ValueCutByComment, TheLostPartIsUnderlined) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
title: Learning C #1 # really
                  ^^ warning: value-cut-by-comment
mark: #music
      ^^^^^^ warning: value-cut-by-comment
menu:
  - A #2
      ^^ warning: value-cut-by-comment
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "value-cut-by-comment", "Put the value in quotes",
            "-- a.md --\n---\ntitle: \"Learning C #1\" # really\nmark: #music\nmenu:\n  - A #2\n---\n");
}

TEST(ValueCutByComment, OrdinaryCommentsPass) {
  check_diagnostics(
      "-- a.md --\n---\ntitle: A # b\nlang: en # #x\nmark: C#\nurl: /a#b\nx: \"a\" #b\ny: b ##\n---\n", {});
}

TEST(CurlyQuotes, AroundTheWholeValueOnly) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
title: “Hello”
       ^^^^^^^ warning: curly-quotes
description: He said “yes”
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "curly-quotes", "Use straight quotes",
            "-- a.md --\n---\ntitle: \"Hello\"\ndescription: He said “yes”\n---\n");
}

TEST(RetypedValue, SaysWhatJekyllSees) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
title: 1.10
       ^^^^ warning: retyped-value
---
)md";
  check_diagnostics(drawing);
  check_message(
      drawing,
      "Jekyll reads the number `1.1` here, not the text `1.10`: `title` comes out as `1.1`. Put it in "
      "quotes.");
  check_fix(drawing, "retyped-value", "Put the value in quotes", "-- a.md --\n---\ntitle: \"1.10\"\n---\n");
}

TEST(RetypedValue, ConcernsTagsInLists) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
tags: [2024, no, 1.10, 010]
             ^^ warning: retyped-value
                 ^^^^ warning: retyped-value
                       ^^^ warning: retyped-value
---
)md");
}

TEST(RetypedValue, WhatComesOutAsWrittenIsFine) {
  check_diagnostics("-- a.md --\n---\ntitle: 2024\nversion: \"1.10\"\nweight: 1.10\ncomments: no\n---\n");
}

TEST(KeySpelling, LetterCaseAndOneTypo) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
Title: A
^^^^^ warning: key-spelling
catagories: [x]
^^^^^^^^^^ warning: key-spelling
permalnk: /x/
^^^^^^^^ warning: key-spelling
---
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "key-spelling", "Rename the key to `title`",
            "-- _posts/2024-05-01-a.md --\n---\ntitle: A\ncatagories: [x]\npermalnk: /x/\n---\n");
}

TEST(KeySpelling, AHyphenIsNoUnderscore) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-redirect-from]
-- a.md --
---
redirect-from: /x/
^^^^^^^^^^^^^ warning: key-spelling
---
)md");
}

TEST(KeySpelling, AKeyThatATemplateReadsIsRight) {
  check_diagnostics(
      "-- _layouts/post.html --\n{{ page.Title }}\n-- a.md --\n---\nTitle: A\nlayout: post\n---\n");
}

TEST(KeySpelling, OtherWordsAreOtherKeys) {
  check_diagnostics("-- a.md --\n---\ntitles: A\ndata: x\nimages: [a]\nimage2: x\ntitle: T\ntitel: x\n---\n");
}

TEST(DeprecatedKey, TheReplacementIsOffered) {
  constexpr std::string_view drawing = R"md(
-- _config.yml --
theme: jekyll-theme-chirpy
-- _posts/2024-05-01-a.md --
---
img_path: /assets/
^^^^^^^^ hint: deprecated-key
---
)md";
  check_diagnostics(drawing);
  EXPECT_TRUE(problems_in(drawing).at(0).deprecated);
  check_fix(drawing, "deprecated-key", "Rename the key to `media_subpath`",
            "-- _posts/2024-05-01-a.md --\n---\nmedia_subpath: /assets/\n---\n");
}

}  // namespace
}  // namespace features
