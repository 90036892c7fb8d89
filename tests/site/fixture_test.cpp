#include "tests/support/fixture.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace support {
namespace {

TEST(Fixture, CaretsAndCursorLeaveTheTextUntouched) {
  const Drawing drawing = read_drawing(R"md(
-- _posts/2024-05-01-hello.md --
---
title: Hello
^^^^^^^^^^^^ def
---
-- about.md --
Read {% post_url 2024-05-<|>01-hello %}.
                 ^^^^^^^^^^^^^^^^^^^ ref
)md");
  EXPECT_EQ(drawing.files.at("_posts/2024-05-01-hello.md"), "---\ntitle: Hello\n---\n");
  EXPECT_EQ(drawing.files.at("about.md"), "Read {% post_url 2024-05-01-hello %}.\n");
  ASSERT_EQ(drawing.cursors.size(), 1U);
  EXPECT_EQ(drawing.cursors[0], (Place{"about.md", 25}));
  ASSERT_EQ(drawing.ranges.size(), 2U);
  EXPECT_EQ(drawing.ranges[0], (LabelledRange{"_posts/2024-05-01-hello.md", {4, 16}, "def", ""}));
  EXPECT_EQ(drawing.ranges[1], (LabelledRange{"about.md", {17, 33}, "ref", ""}));
}

TEST(Fixture, CaretsCountCodePointsAndMayCarryNotes) {
  const Drawing drawing =
      read_drawing("-- a.md --\n가나 이어지는 긴 줄의 끝에  라\n^^ hit: two word ^ ref\n");
  ASSERT_EQ(drawing.ranges.size(), 2U);
  EXPECT_EQ(drawing.ranges[0], (LabelledRange{"a.md", {0, 6}, "hit", "two word"}));
  EXPECT_EQ(text::slice(drawing.files.at("a.md"), drawing.ranges[1].range), "라");
}

TEST(Fixture, CaretsPastTheLineAreRefused) {
  EXPECT_THROW(static_cast<void>(read_drawing("-- a.md --\nab\n    ^^ ref\n")), std::logic_error);
}

TEST(Fixture, LinesOfOtherCaretsAreText) {
  EXPECT_EQ(read_drawing("-- a.md --\n^\n^^ 2\n").files.at("a.md"), "^\n^^ 2\n");
}

TEST(Fixture, TagsDrawRangesOverSeveralLinesAndHtmlStays) {
  const Drawing drawing = read_drawing("-- a.md --\n<fold>a\n<b>b</b></fold><edit></edit>\n");
  EXPECT_EQ(drawing.files.at("a.md"), "a\n<b>b</b>\n");
  ASSERT_EQ(drawing.ranges.size(), 2U);
  EXPECT_EQ(drawing.ranges[0].range, (text::Range{0, 10}));
  EXPECT_EQ(drawing.ranges[1].range, (text::Range{10, 10}));
}

TEST(Fixture, CarriageReturnsAndByteOrderMarksAreAsked) {
  EXPECT_EQ(read_drawing("-- a.md (bom) (crlf) --\nx\n").files.at("a.md"), "\xEF\xBB\xBFx\r\n");
}

TEST(Fixture, DrawingWhatWasReadGivesTheSamePicture) {
  const std::string picture = "-- a.md --\none two\n^^^ def\n    ^^^ ref: why\n<fold>x\ny</fold>\n";
  const Drawing drawing = read_drawing(picture);
  EXPECT_EQ(draw(drawing.files, drawing.order, drawing.ranges), picture);
}

}  // namespace
}  // namespace support
