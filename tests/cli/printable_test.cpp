#include "server/cli/printable.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

TEST(Printable, TabsGoToTheNextMultipleOfFour) {
  EXPECT_EQ(printable("\ta"), "    a");
  EXPECT_EQ(printable("ab\tc"), "ab  c");
  EXPECT_EQ(printable("한\tc"), "한  c");
}

TEST(Printable, NothingInAFileSteersTheTerminal) {
  EXPECT_EQ(printable("a\033[31mb"), "a\uFFFD[31mb");
  EXPECT_EQ(printable("a\u009bb"), "a\uFFFDb");
  EXPECT_EQ(printable("a\xff"), "a\uFFFD");
}

}  // namespace
}  // namespace cli
