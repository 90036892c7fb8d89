#include "server/text/edit.h"

#include <gtest/gtest.h>

namespace text {
namespace {

TEST(Edit, NothingToDoLeavesTheText) {
  EXPECT_EQ(apply("abc", {}), "abc");
}

TEST(Edit, ReplacesInsertsAndDeletesAtOnceInAnyOrder) {
  EXPECT_EQ(apply("one two three", {{{8, 13}, "3"}, {{0, 0}, ">"}, {{3, 7}, ""}}), ">one 3");
}

TEST(Edit, InsertionsAtOnePlaceKeepTheirOrder) {
  EXPECT_EQ(apply("ad", {{{1, 1}, "b"}, {{1, 1}, "c"}}), "abcd");
}

TEST(Edit, AnInsertionBeforeAReplacedWordStaysBeforeIt) {
  EXPECT_EQ(apply("old", {{{0, 0}, "very "}, {{0, 3}, "new"}}), "very new");
}

TEST(Edit, RangesPastTheEndAreClamped) {
  EXPECT_EQ(apply("ab", {{{1, 99}, "X"}}), "aX");
  EXPECT_EQ(apply("ab", {{{50, 99}, "X"}}), "abX");
}

}  // namespace
}  // namespace text
