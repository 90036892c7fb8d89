#include "server/syntax/yaml/simple.h"

#include <array>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "server/syntax/yaml/libyaml.h"
#include "server/syntax/yaml/recovery.h"
#include "tests/syntax/yaml/equal.h"

namespace syntax {
namespace {

// What libyaml makes of a text; none if it refuses it.
std::optional<yaml::Node> by_libyaml(std::string_view text) {
  yaml::Node root;
  yaml::Problem problem;
  std::size_t budget = 100'000;
  if (!yaml::parse_document(text, 7, budget, root, problem)) return std::nullopt;
  return root;
}

// Simple, and read as libyaml reads it.
bool is_simple(std::string_view text) {
  const std::optional<yaml::Node> simple = yaml::parse_simple(text, 7);
  if (!simple) return false;
  const std::optional<yaml::Node> exact = by_libyaml(text);
  EXPECT_TRUE(exact && is_equal(*simple, *exact)) << text;
  return true;
}

TEST(SimpleYaml, IsTheFrontMatterOfMostPosts) {
  EXPECT_TRUE(
      is_simple("---\n"
                "layout: single\n"
                "title: \"[1회차] 두런두런: 소개 # 1\"\n"
                "subtitle: 'a b'   \n"
                "date: 2024-02-23 09:00:00 +0900\n"
                "last_modified_at:\n"
                "categories:\n"
                "  - 회고\n"
                "  - [aitech, naver, [\"x, y\", 'z']]\n"));
}

TEST(SimpleYaml, ListsStandAtTheMarginOrBehindIt) {
  EXPECT_TRUE(is_simple("tags:\n- a\n-   b c \n\n- [d, 'e', []]\npermalink: /x/\n"));
  EXPECT_TRUE(is_simple("\n\ntags:\n\n    - a\n    - b"));
  EXPECT_TRUE(is_simple("a:\nb: [ ]\nc: [x y , z]\nd: http://x/?a#b") == false);
  EXPECT_TRUE(is_simple("a:\nb: [ ]\nc: [x y , z]\nd: http://x/?a:b"));
}

TEST(SimpleYaml, LeavesToLibyamlWhatItMayReadInAnotherWay) {
  for (const char* text : {"a: b\r\n",
                           "a: b # c\n",
                           "a: b\n  c\n",
                           "a:\n  b: c\n",
                           "a: &x b\n",
                           "a: !!str b\n",
                           "a: *b\n",
                           "a: |\n  b\n",
                           "a: \"\\n\"\n",
                           "a: 'it''s'\n",
                           "a: {b: c}\n",
                           "a: b: c\n",
                           "a: [b\n",
                           "a: \"b\n",
                           "a:b\n",
                           "a :b\n",
                           "- a\n",
                           "a:\n- b\n  - c\n",
                           "a:\n-b\n",
                           "a: - b\n",
                           "a: @b\n",
                           "a: b:\n",
                           "a\n",
                           "",
                           "---\n",
                           "--- a\n",
                           "a: b\n---\nc: d\n",
                           "a: \tb\n",
                           "a: b\n...\n",
                           "a: \xED\xA0\x80\n",
                           "a: b\xE2\x80\xA8"
                           "c: d\n",
                           "a: \xEF\xBB\xBF\n",
                           "a: \xC2\x85\n",
                           "a: \xC2\x85",
                           "제목: a\n"}) {
    EXPECT_FALSE(yaml::parse_simple(text, 0).has_value()) << text;
  }
}

// Texts of pieces that meet in simple front matter, and of some that make it anything else.
TEST(SimpleYaml, RandomTextsThatAreSimpleAreReadAsByLibyaml) {
  constexpr std::array<std::string_view, 48> pieces = {"a",
                                                       "title",
                                                       "b-c",
                                                       ": ",
                                                       ":",
                                                       ":\n",
                                                       "\n",
                                                       "\n\n",
                                                       "- ",
                                                       "  - ",
                                                       "\n- ",
                                                       "\n  - ",
                                                       " ",
                                                       "  ",
                                                       "[",
                                                       "]",
                                                       ", ",
                                                       ",",
                                                       "\"",
                                                       "'",
                                                       "\"x\"",
                                                       "'y'",
                                                       "[a, b]",
                                                       "[[a], 'b']",
                                                       "---\n",
                                                       "가",
                                                       "나 다",
                                                       "1.5",
                                                       "/x/",
                                                       "http://",
                                                       "#",
                                                       "(",
                                                       ")",
                                                       "+",
                                                       "&",
                                                       "~",
                                                       "null",
                                                       "yes",
                                                       "2024-01-01 10:00",
                                                       "\xC2\xA0",
                                                       "\xE2\x80\x9C",
                                                       "\xF0\x9F\xA6\xA5",
                                                       ".",
                                                       "<br>",
                                                       "key: value\n",
                                                       "key:\n",
                                                       "tags: [x]\n",
                                                       "- item\n"};
  std::mt19937 dice(20240223);
  std::size_t simple = 0;
  for (int round = 0; round < 60'000 && !testing::Test::HasFailure(); ++round) {
    std::string text;
    for (auto left = dice() % 14 + 1; left > 0; --left) text += pieces[dice() % pieces.size()];
    if (is_simple("k: v\n" + text + (dice() % 2 == 0 ? "\n" : ""))) ++simple;
  }
  EXPECT_GT(simple, 500U);
}

}  // namespace
}  // namespace syntax
