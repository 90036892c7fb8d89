#include "server/text/line_index.h"

#include <gtest/gtest.h>
#include <string>

namespace text {
namespace {

constexpr Encoding all_encodings[] = {Encoding::utf8, Encoding::utf16, Encoding::utf32};

TEST(LineIndex, AnEmptyTextHasOneEmptyLine) {
  const LineIndex lines("");
  EXPECT_EQ(lines.line_count(), 1U);
  EXPECT_EQ(lines.line_range("", 0), (Range{0, 0}));
  EXPECT_EQ(lines.position("", 0, Encoding::utf16), (Position{0, 0}));
}

TEST(LineIndex, AFinalLineEndOpensAnEmptyLine) {
  const std::string text = "a\n";
  const LineIndex lines(text);
  EXPECT_EQ(lines.line_count(), 2U);
  EXPECT_EQ(lines.position(text, 2, Encoding::utf8), (Position{1, 0}));
}

TEST(LineIndex, LinesEndAtAnyOfTheThreeLineEnds) {
  const std::string text = "unix\nwindows\r\nmac\rlast";
  const LineIndex lines(text);
  ASSERT_EQ(lines.line_count(), 4U);
  EXPECT_EQ(slice(text, lines.line_range(text, 0)), "unix");
  EXPECT_EQ(slice(text, lines.line_range(text, 1)), "windows");
  EXPECT_EQ(slice(text, lines.line_range(text, 2)), "mac");
  EXPECT_EQ(slice(text, lines.line_range(text, 3)), "last");
}

TEST(LineIndex, AReturnBeforeAPairIsALineEndOfItsOwn) {
  const std::string text = "a\r\r\nb";
  const LineIndex lines(text);
  ASSERT_EQ(lines.line_count(), 3U);
  EXPECT_EQ(slice(text, lines.line_range(text, 1)), "");
  EXPECT_EQ(slice(text, lines.line_range(text, 2)), "b");
}

TEST(LineIndex, ALineEndBelongsToTheLineItEnds) {
  const std::string text = "ab\ncd";
  const LineIndex lines(text);
  EXPECT_EQ(lines.line_of(2), 0U);
  EXPECT_EQ(lines.line_of(3), 1U);
  EXPECT_EQ(lines.line_of(99), 1U);
}

TEST(LineIndex, ColumnsCountBytesUtf16UnitsOrCodePoints) {
  const std::string text = "한🦥!";
  const LineIndex lines(text);
  const Offset mark = 7;
  EXPECT_EQ(lines.position(text, mark, Encoding::utf8), (Position{0, 7}));
  EXPECT_EQ(lines.position(text, mark, Encoding::utf16), (Position{0, 3}));
  EXPECT_EQ(lines.position(text, mark, Encoding::utf32), (Position{0, 2}));
}

TEST(LineIndex, OffsetsInsideACharacterCountAsItsStart) {
  const std::string text = "a🦥b";
  const LineIndex lines(text);
  for (const Encoding encoding : all_encodings) {
    for (const Offset inside : {2U, 3U, 4U}) {
      EXPECT_EQ(lines.position(text, inside, encoding), lines.position(text, 1, encoding));
    }
  }
}

TEST(LineIndex, AColumnInsideASurrogatePairIsThePairsStart) {
  const std::string text = "a🦥b";
  EXPECT_EQ(LineIndex(text).offset(text, {0, 2}, Encoding::utf16), 1U);
}

TEST(LineIndex, AByteColumnInsideACharacterIsTheCharactersStart) {
  const std::string text = "a한b";
  EXPECT_EQ(LineIndex(text).offset(text, {0, 3}, Encoding::utf8), 1U);
}

TEST(LineIndex, ColumnsPastTheLineAreItsEnd) {
  const std::string text = "ab\r\ncd";
  const LineIndex lines(text);
  for (const Encoding encoding : all_encodings) {
    EXPECT_EQ(lines.offset(text, {0, 99}, encoding), 2U);
    EXPECT_EQ(lines.offset(text, {1, 99}, encoding), 6U);
  }
}

TEST(LineIndex, LinesPastTheLastAreTheEndOfTheText) {
  const std::string text = "ab\ncd";
  const LineIndex lines(text);
  EXPECT_EQ(lines.offset(text, {7, 1}, Encoding::utf16), 5U);
  EXPECT_EQ(lines.offset(text, {0xFFFFFFFF, 0xFFFFFFFF}, Encoding::utf16), 5U);
  EXPECT_EQ(lines.line_range(text, 0xFFFFFFFF), (Range{5, 5}));
}

TEST(LineIndex, ThePlaceInsideAWindowsLineEndIsTheLinesEnd) {
  const std::string text = "ab\r\ncd";
  EXPECT_EQ(LineIndex(text).position(text, 3, Encoding::utf16), (Position{0, 2}));
}

TEST(LineIndex, EveryStrayByteIsOneCharacter) {
  const std::string text = "\xED\x95|\x80\xFF|\xC0\x80";
  const LineIndex lines(text);
  EXPECT_EQ(lines.position(text, 7, Encoding::utf16), (Position{0, 7}));
  EXPECT_EQ(lines.offset(text, {0, 4}, Encoding::utf32), 4U);
}

}  // namespace
}  // namespace text
