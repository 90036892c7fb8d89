#include "server/features/knowledge/plain_text.h"

#include <gtest/gtest.h>

#include "server/features/knowledge/words.h"

namespace features {
namespace {

TEST(PlainText, UndoesWhatEscapeMarkdownDoes) {
  for (const std::string text : {"C++", "a_b*c", "[x](y)", "\\", "`", "회고 & more", "# 1. ~x~ <b> |"})
    EXPECT_EQ(plain_text(escape_markdown(text)), text);
}

TEST(PlainText, UndoesCodeSpansWhateverTheyHold) {
  for (const std::string text : {"x", "a`b", "``", "\\*", "[x](y)", "x\\"})
    EXPECT_EQ(plain_text(code(text)), text);
}

TEST(PlainText, ShowsWhereALinkLeads) {
  EXPECT_EQ(plain_text("**Bold**, see [the *manual*](https://example.org/a)."),
            "Bold, see the *manual*: https://example.org/a.");
  EXPECT_EQ(plain_text("a [b and `c"), "a [b and `c");
}

TEST(PlainText, KeepsTheLinesOfAFence) {
  EXPECT_EQ(plain_text("Example:\n\n```yaml\na: **x**\n```\nend"), "Example:\n\na: **x**\nend");
}

}  // namespace
}  // namespace features
