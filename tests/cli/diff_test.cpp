#include "server/cli/diff.h"

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <random>
#include <string>

#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

TEST(Diff, OfEqualTextsIsEmpty) {
  EXPECT_EQ(unified_diff("a.md", "x\n", "x\n"), "");
  EXPECT_EQ(unified_diff("a.md", "", ""), "");
}

TEST(Diff, ShowsThreeLinesAroundAChange) {
  EXPECT_EQ(unified_diff("_posts/a.md", "1\n2\n3\n4\n나\n6\n7\n8\n9\n", "1\n2\n3\n4\n다\n6\n7\n8\n9\n"),
            "--- a/_posts/a.md\n+++ b/_posts/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-나\n+다\n 6\n 7\n 8\n");
}

TEST(Diff, KeepsChangesApartThatStandFarFromEachOther) {
  EXPECT_EQ(unified_diff("a", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "0\n1\n2\n3\n4\n5\n6\n7\n8\n"),
            "--- a/a\n+++ b/a\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -6,4 +7,3 @@\n 6\n 7\n 8\n-9\n");
  EXPECT_EQ(unified_diff("a", "1\n2\n3\n4\n5\n6\n", "0\n1\n2\n3\n4\n5\n"),
            "--- a/a\n+++ b/a\n@@ -1,6 +1,6 @@\n+0\n 1\n 2\n 3\n 4\n 5\n-6\n");
}

TEST(Diff, SaysWhereTheLastLineHasNoEnd) {
  EXPECT_EQ(unified_diff("a", "x", "x\n"),
            "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
  EXPECT_EQ(unified_diff("a", "", "x\n"), "--- a/a\n+++ b/a\n@@ -0,0 +1 @@\n+x\n");
}

TEST(Diff, CarriageReturnsBelongToTheLine) {
  EXPECT_EQ(unified_diff("a", "x\r\n", "y\r\n"), "--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\r\n+y\r\n");
}

// What `patch` makes of it is the other text, for any two texts.
TEST(Diff, IsUnderstoodByPatch) {
  if (std::system("patch --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "no patch here";
  const support::TemporaryFolder folder;
  std::mt19937 random(3);  // NOLINT: the same texts in every run
  for (int round = 0; round < 60; ++round) {
    std::string before;
    std::string after;
    for (unsigned line = 0; line < random() % 40; ++line) {
      const std::string text = std::to_string(random() % 9) + "\n";
      if (random() % 5 != 0) before += text;
      if (random() % 5 != 0) after += text;
    }
    if (random() % 3 == 0 && !after.empty()) after.pop_back();
    if (before == after) continue;
    folder.write("text", before);
    folder.write("diff", unified_diff("text", before, after));
    const std::string command = "cd '" + folder.path() + "' && patch -s -p1 <diff";
    ASSERT_EQ(std::system(command.c_str()), 0) << unified_diff("text", before, after);
    std::ifstream stream(folder.path("text"), std::ios::binary);
    ASSERT_EQ(std::string(std::istreambuf_iterator<char>(stream), {}), after);
  }
}

TEST(Diff, OfThousandsOfChangesIsStillRight) {
  std::string before;
  std::string after;
  for (int line = 0; line < 3000; ++line) {
    before += std::to_string(line) + "\n";
    after += std::to_string(line) + "!\n";
  }
  const std::string diff = unified_diff("a", before, after);
  EXPECT_NE(diff.find("@@ -1,3000 +1,3000 @@"), std::string::npos);
}

}  // namespace
}  // namespace cli
