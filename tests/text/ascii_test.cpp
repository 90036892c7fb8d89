#include "server/text/ascii.h"

#include <gtest/gtest.h>
#include <string>

namespace {

// All bytes of a class, in the order of their codes.
std::string bytes_of(bool (*is_of_class)(char)) {
  std::string bytes;
  for (int code = 0; code < 256; ++code) {
    if (is_of_class(static_cast<char>(code))) bytes += static_cast<char>(code);
  }
  return bytes;
}

TEST(Ascii, EachNameHasItsOwnBlanks) {
  EXPECT_EQ(bytes_of(text::is_blank), "\t ");
  EXPECT_EQ(bytes_of(text::is_blank_or_return), "\t\r ");
  EXPECT_EQ(bytes_of(text::is_blank_or_line_end), "\t\n\r ");
  EXPECT_EQ(bytes_of(text::is_html_space), "\t\n\f\r ");
  EXPECT_EQ(bytes_of(text::is_space), "\t\n\v\f\r ");
  EXPECT_EQ(bytes_of(text::is_stripped), std::string("\0\t\n\v\f\r ", 7));
}

TEST(Ascii, TrimsOneEndOrBoth) {
  EXPECT_EQ(text::trim("  a b\t", text::is_blank), "a b");
  EXPECT_EQ(text::trim_front("  a b\t", text::is_blank), "a b\t");
  EXPECT_EQ(text::trim_back("  a b\t", text::is_blank), "  a b");
  EXPECT_EQ(text::trim(" \t ", text::is_blank), "");
}

TEST(Ascii, LettersAndDigitsAreThoseOfAscii) {
  const std::string digits = "0123456789";
  const std::string large = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const std::string small = "abcdefghijklmnopqrstuvwxyz";
  EXPECT_EQ(bytes_of(text::is_digit), digits);
  EXPECT_EQ(bytes_of(text::is_ascii_letter), large + small);
  EXPECT_EQ(bytes_of(text::is_ascii_alphanumeric), digits + large + small);
  EXPECT_EQ(bytes_of(text::is_ascii_word), digits + large + "_" + small);
  EXPECT_EQ(text::ascii_lower(large), small);
  EXPECT_EQ(text::ascii_upper(small), large);
}

TEST(Ascii, WhatIsBeyondAsciiCountsAsPartOfAWord) {
  EXPECT_TRUE(text::holds_only("naïve_글", text::is_word_byte));
  EXPECT_FALSE(text::is_word_byte('-'));
  EXPECT_EQ(bytes_of(text::is_word_byte).size(), 63U + 128U);
  EXPECT_EQ(bytes_of(text::is_alphanumeric_byte).size(), 62U + 128U);
}

TEST(Ascii, OtherLettersKeepTheirCase) {
  EXPECT_EQ(text::ascii_lower("ÄPFEL und Birnen"), "Äpfel und birnen");
  EXPECT_TRUE(text::equals_ignoring_ascii_case("README", "ReadMe"));
  EXPECT_FALSE(text::equals_ignoring_ascii_case("Äpfel", "äpfel"));
  EXPECT_FALSE(text::equals_ignoring_ascii_case("read", "readme"));
}

TEST(Ascii, KnowsWhetherATextIsAscii) {
  EXPECT_TRUE(text::is_ascii(""));
  EXPECT_TRUE(text::is_ascii("plain\x7F"));
  EXPECT_FALSE(text::is_ascii("caf\xC3\xA9 au lait"));
}

TEST(Ascii, ReadsHexadecimalDigits) {
  EXPECT_EQ(text::hex_value('7'), 7);
  EXPECT_EQ(text::hex_value('b'), 11);
  EXPECT_EQ(text::hex_value('F'), 15);
  EXPECT_EQ(text::hex_value('g'), -1);
}

TEST(Ascii, TrimsWhatTheCallerCallsBlank) {
  EXPECT_EQ(text::trim(" \tone two\t\r", text::is_blank), "one two\t\r");
  EXPECT_EQ(text::trim(" \tone two\t\r", text::is_blank_or_return), "one two");
  EXPECT_EQ(text::trim(" \t ", text::is_blank), "");
  EXPECT_TRUE(text::holds_only("", text::is_blank));
}

}  // namespace
