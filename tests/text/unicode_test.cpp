#include "server/text/unicode.h"

#include <gtest/gtest.h>

namespace {

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
