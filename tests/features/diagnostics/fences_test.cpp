#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(FrontMatterNotFirst, BlankLinesBeforeItAreDeleted) {
  constexpr std::string_view drawing =
      "-- about.md --\n\n\n---\n^^^ error: front-matter-not-first\ntitle: About\n---\nText.\n";
  check_diagnostics(drawing);
  check_fix(drawing, "front-matter-not-first", "Delete the blank lines before the front matter",
            "-- about.md --\n---\ntitle: About\n---\nText.\n");
}

TEST(FrontMatterNotFirst, FourDashesAreMended) {
  constexpr std::string_view drawing =
      "-- about.md --\n----\n^^^^ error: front-matter-not-first\ntitle: About\n----\nText.\n";
  check_diagnostics(drawing);
  check_fix(drawing, "front-matter-not-first", "Write `---`",
            "-- about.md --\n---\ntitle: About\n---\nText.\n");
}

TEST(FrontMatterNotFirst, TextBeforeItCountsInPostsToo) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
Hello
---
^^^ error: front-matter-not-first
title: About
---
)md");
}

TEST(FrontMatterNotFirst, RulesAndSamplesAreNoFrontMatter) {
  check_diagnostics("-- README.md --\n\n---\n\nText.\n\n---\n");
  check_diagnostics("-- README.md --\nWrite this:\n```yaml\n---\ntitle: About\n---\n```\n");
  check_diagnostics("-- README.md --\nA\n\n---\nNote: this is text.\n\n---\n");
}

TEST(FrontMatterNotClosed, FourDashesAtItsEndAreNamedAndMended) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
^^^ error: front-matter-not-closed
title: Hello
----
Text.
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "front-matter-not-closed", "Write `---`",
            "-- _posts/2024-05-01-a.md --\n---\ntitle: Hello\n---\nText.\n");
}

TEST(FrontMatterNotClosed, IsClosedBehindItsLastKeyWithTheFilesOwnLineEnds) {
  check_fix("-- _posts/2024-05-01-a.md (crlf) --\n---\ntitle: Hello\n\nText.\n", "front-matter-not-closed",
            "Close the front matter here",
            "-- _posts/2024-05-01-a.md (crlf) --\n---\ntitle: Hello\n---\n\nText.\n");
}

TEST(FrontMatterNotClosed, ConcernsPagesAsWell) {
  check_diagnostics("-- x.md --\n---\n^^^ error: front-matter-not-closed\nlayout: none\ntitle: X\n");
}

TEST(FrontMatterNotAMapping, AListIsNone) {
  check_diagnostics("-- a.md --\n---\n- title\n^^^^^^^ error: front-matter-not-a-mapping\n---\n");
}

TEST(FrontMatterNotAMapping, AMissingBlankBehindTheColonIsInserted) {
  constexpr std::string_view drawing =
      "-- a.md --\n---\ntitle:Hello\n^^^^^^^^^^^ error: front-matter-not-a-mapping\n---\n";
  check_diagnostics(drawing);
  check_fix(drawing, "front-matter-not-a-mapping", "Insert a blank behind the colon",
            "-- a.md --\n---\ntitle: Hello\n---\n");
}

TEST(FrontMatterNotAMapping, AnEmptyOneIsFine) {
  check_diagnostics("-- a.md --\n---\n---\n-- b.md --\n---\n# a comment\n---\n");
}

TEST(NotUtf8, APostIsLostAndNothingElseIsSaid) {
  check_diagnostics("-- _posts/2024-05-01-a.md --\n---\ntitle: a: \xE9\n---\n",
                    {"_posts/2024-05-01-a.md: error not-utf8"});
}

TEST(NotUtf8, AFileThatJekyllOnlyCopiesIsLeftAlone) {
  check_diagnostics("-- old.html --\n<p>\xE9</p>\n");
}

TEST(ByteOrderMark, APageIsCopiedUnprocessed) {
  const std::vector<Problem> problems = problems_in("-- a.md (bom) --\n---\ntitle: A\n---\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code.text(), "byte-order-mark");
  EXPECT_EQ(problems[0].severity, Severity::error);
  EXPECT_EQ(problems[0].range, (text::Range{0, 3}));
  check_fix("-- a.md (bom) --\n---\ntitle: A\n---\n", "byte-order-mark", "Remove the byte order mark",
            "-- a.md --\n---\ntitle: A\n---\n");
}

TEST(ByteOrderMark, IsAHintInPosts) {
  const std::vector<Problem> problems =
      problems_in("-- _posts/2024-05-01-a.md (bom) --\n---\ntitle: A\n---\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].severity, Severity::hint);
}

TEST(ByteOrderMark, WithoutFrontMatterItDoesNoHarm) {
  check_diagnostics("-- a.html (bom) --\n<p>text</p>\n");
}

}  // namespace
}  // namespace features
