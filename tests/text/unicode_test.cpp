#include "server/text/unicode.h"

#include <gtest/gtest.h>

namespace {

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

TEST(Classes, AreThoseOfRuby) {
  EXPECT_TRUE(text::is_letter(U'ß') && text::is_letter(U'한') && text::is_letter(U'ǅ') &&
              text::is_letter(U'ª'));
  EXPECT_FALSE(text::is_letter(U'1') || text::is_letter(U'Ⅷ') || text::is_letter(U'_') ||
               text::is_letter(U'̈'));
  EXPECT_TRUE(text::is_mark(U'̈') && text::is_mark(U'ा'));
  EXPECT_TRUE(text::is_decimal_digit(U'٣') && !text::is_decimal_digit(U'²'));
  EXPECT_TRUE(text::is_word(U'_') && text::is_word(U'Ⓐ') && text::is_word(U'Ⅷ') && text::is_word(U'‿'));
  EXPECT_FALSE(text::is_word(U'①') || text::is_word(U'-') || text::is_word(U'😀'));
}

TEST(Downcase, MapsAllOfUnicodeAndKnowsNoFinalSigma) {
  EXPECT_EQ(text::downcase("ÀÉÎ ΣΊΣΥΦΟΣ МОСКВА Ⅷ"), "àéî σίσυφοσ москва ⅷ");
  EXPECT_EQ(text::downcase("İ"), "i\u0307");
  EXPECT_EQ(text::downcase("A\xFF"
                           "B"),
            "a\xFF"
            "b");
}

TEST(Capitalize, TitlecasesTheFirstCharacterAndLowersTheRest) {
  EXPECT_EQ(text::capitalize("élan VITAL"), "Élan vital");
  EXPECT_EQ(text::capitalize("ßX"), "Ssx");
  EXPECT_EQ(text::capitalize("ǆABC"), "ǅabc");
  EXPECT_EQ(text::capitalize(""), "");
}

TEST(Nfc, ComposesAndLeavesBrokenTextAlone) {
  EXPECT_EQ(text::to_nfc("e\u0301"), "é");
  EXPECT_EQ(text::to_nfc("각"), "각");
  EXPECT_EQ(text::to_nfc("\xFF"), "\xFF");
}

}  // namespace
