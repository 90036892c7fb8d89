#include "server/lsp/answers/completion_trigger.h"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace {

// `text` ends with the character that was typed last; it is the cursor's place.
bool asks(const std::string& text, const std::string& rest = "") {
  const features::Context context(
      {}, "a.md", std::make_shared<const syntax::Document>(text + rest, syntax::ParseOptions()));
  return lsp::is_worth_asking({context, static_cast<text::Offset>(text.size())},
                              {.triggerKind = protocol::types::CompletionTriggerKind::TriggerCharacter,
                               .triggerCharacter = text.substr(text.size() - 1)});
}

TEST(CompletionTrigger, ABlankAsksInFrontMatterAndLiquidButNotInProse) {
  EXPECT_TRUE(asks("---\nlayout: ", "\n---\n"));
  EXPECT_TRUE(asks("---\n---\nSee {% post_url "));
  EXPECT_FALSE(asks("---\n---\nSee {% post_url 2024-01-01-x %} "));
  EXPECT_FALSE(asks("---\n---\nTwo words "));
}

TEST(CompletionTrigger, ASlashAndAHashAskInAddresses) {
  EXPECT_TRUE(asks("[a](/"));
  EXPECT_TRUE(asks("[a](b#"));
  EXPECT_TRUE(asks("[a]: /"));
  EXPECT_TRUE(asks("<a href=\"/"));
  EXPECT_FALSE(asks("[a](b) and/"));
  EXPECT_FALSE(asks("#"));
}

TEST(CompletionTrigger, AParenthesisAsksBehindALinkText) {
  EXPECT_TRUE(asks("[a]("));
  EXPECT_FALSE(asks("so ("));
}

TEST(CompletionTrigger, LiquidAsksAtItsBeginningAndInside) {
  EXPECT_TRUE(asks("See {{", "}}"));
  EXPECT_TRUE(asks("See {%", "}"));
  EXPECT_TRUE(asks("See {{ site.", " }}"));
  EXPECT_TRUE(asks("See {{ x |", " }}"));
  EXPECT_FALSE(asks("See {"));
  EXPECT_FALSE(asks("100%"));
  EXPECT_FALSE(asks("A sentence."));
  EXPECT_FALSE(asks("a | b |"));
  EXPECT_FALSE(asks("See {{ x }}."));
}

TEST(CompletionTrigger, ASecondBracketAsksForALabel) {
  EXPECT_TRUE(asks("[a][", "]"));
  EXPECT_FALSE(asks("a list ["));
}

TEST(CompletionTrigger, TheThirdBackquoteOfALineAsks) {
  EXPECT_TRUE(asks("text\n\n```"));
  EXPECT_FALSE(asks("text `"));
  EXPECT_FALSE(asks("text ```"));
}

TEST(CompletionTrigger, AskingByHandIsAlwaysAnswered) {
  const features::Context context({}, "a.md",
                                  std::make_shared<const syntax::Document>("prose ", syntax::ParseOptions()));
  EXPECT_TRUE(
      lsp::is_worth_asking({context, 6}, {.triggerKind = protocol::types::CompletionTriggerKind::Invoked}));
}

}  // namespace
