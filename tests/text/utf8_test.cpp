#include "server/text/utf8.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::string_view texts[] = {
    "",         "abc",          "a한😀é",        "\x80",  "a\x80\x80",        "\xED\x95", "\xED\x95z",
    "\xC0\x80", "\xED\xA0\x80", "\xF0\x9F\x98", "é\xA9", "\xF5\x80\x80\x80", "한\xED한"};

// Where the characters of a text begin, and its end.
std::vector<std::size_t> starts(std::string_view text) {
  std::vector<std::size_t> found = {0};
  while (found.back() < text.size())
    found.push_back(found.back() + text::code_point_at(text, found.back()).size);
  return found;
}

TEST(CodePoint, ReadsOneCharacterAtATime) {
  const std::string_view text = "a한😀";
  EXPECT_EQ(text::code_point_at(text, 0).size, 1);
  EXPECT_EQ(text::code_point_at(text, 1).value, U'한');
  EXPECT_EQ(text::code_point_at(text, 4).value, U'😀');
  EXPECT_EQ(text::code_point_at(text, 4).size, 4);
}

TEST(CodePoint, TakesAStrayByteForACharacterOfItsOwn) {
  for (const std::string_view text :
       {"\x80", "\xFF", "\xED\x95", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    const text::CodePoint at = text::code_point_at(text, 0);
    EXPECT_FALSE(at.valid);
    EXPECT_EQ(at.size, 1);
    EXPECT_FALSE(text::is_valid_utf8(text));
  }
  EXPECT_TRUE(text::is_valid_utf8("a한😀"));
}

TEST(AppendUtf8, WritesWhatIsRead) {
  for (const char32_t c : {U'a', U'é', U'한', U'😀', char32_t{0x10FFFF}}) {
    std::string text;
    text::append_utf8(text, c);
    EXPECT_EQ(text::code_point_at(text, 0).value, c);
    EXPECT_EQ(text::code_point_at(text, 0).size, text.size());
  }
}

TEST(CodePoint, IsTheSameFromBehind) {
  for (const std::string_view text : texts) {
    const std::vector<std::size_t> begins = starts(text);
    ASSERT_EQ(begins.back(), text.size());
    for (std::size_t i = 1; i < begins.size(); ++i) {
      const text::CodePoint before = text::code_point_before(text, begins[i]);
      const text::CodePoint at = text::code_point_at(text, begins[i - 1]);
      EXPECT_EQ(before.value, at.value);
      EXPECT_EQ(before.size, at.size);
      EXPECT_EQ(before.valid, at.valid);
    }
  }
}

TEST(CharacterStart, IsThatOfTheCharacterAroundAByte) {
  for (const std::string_view text : texts) {
    const std::vector<std::size_t> begins = starts(text);
    for (std::size_t i = 1; i < begins.size(); ++i) {
      for (std::size_t at = begins[i - 1]; at < begins[i]; ++at)
        EXPECT_EQ(text::character_start(text, at), begins[i - 1]) << at;
    }
    EXPECT_EQ(text::character_start(text, text.size()), text.size());
  }
}

TEST(CharacterCount, CountsCharactersAndNoBytes) {
  EXPECT_EQ(text::character_count("a한😀é"), 4U);
  EXPECT_EQ(text::character_count(""), 0U);
}

}  // namespace
