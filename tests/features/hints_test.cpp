// What stands between the lines: inlay hints and code lenses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "server/features/code_lens.h"
#include "server/features/inlay_hints.h"
#include "tests/features/check.h"

namespace features {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The first drawn file with its hints in double angle brackets.
std::string with_hints(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const Context context = context_of(fixture, fixture.drawing.order.front());
  std::string text(context.text());
  std::vector<InlayHint> hints = inlay_hints(context, {0, static_cast<text::Offset>(text.size())});
  for (auto hint = hints.rbegin(); hint != hints.rend(); ++hint)
    text.insert(hint->offset, "«" + hint->label + "»");
  return text;
}

TEST(InlayHints, TheAddressStandsBehindTheTitle) {
  EXPECT_EQ(with_hints("-- _posts/2024-05-01-안녕.md --\n---\ntitle: \"두런 🎉\" # x\n---\n"
                       "-- _config.yml --\nbaseurl: /repo\n"),
            "---\ntitle: \"두런 🎉\"«→ /repo/2024/05/01/안녕.html» # x\n---\n");
}

TEST(InlayHints, OrBehindThePermalinkUnlessItSaysSoItself) {
  EXPECT_EQ(with_hints("-- _posts/2024-05-01-a.md (crlf) --\n---\ntitle: A\npermalink: /x/:slug/\n---\n"),
            "---\r\ntitle: A\r\npermalink: /x/:slug/«→ /x/a/»\r\n---\r\n");
  EXPECT_EQ(with_hints("-- a.md --\n---\ntitle: A\npermalink: /x/\n---\n"),
            "---\ntitle: A\npermalink: /x/\n---\n");
}

TEST(InlayHints, WhyAPostIsNotPublished) {
  EXPECT_EQ(
      with_hints("-- _posts/2024-05-01-a.md --\n---\ntitle: A\npermalink: /a/\ndate: 2031-05-01\n---\n"),
      "---\ntitle: A\npermalink: /a/\ndate: 2031-05-01«not published: future»\n---\n");
  EXPECT_EQ(with_hints("-- _posts/2031-05-01-a.md --\n---\ntitle: A\npermalink: /a/\n---\n"),
            "---\ntitle: A«not published: future»\npermalink: /a/\n---\n");
  EXPECT_EQ(with_hints("-- _posts/2024-05-01-a.md --\n---\npublished: false\npermalink: /a/\n---\n"),
            "---\npublished: false\npermalink: /a/\n---\n");
}

TEST(InlayHints, WhatDefaultsAdd) {
  EXPECT_EQ(
      with_hints("-- _posts/2024-05-01-a.md --\n---\npermalink: /a/\ntoc: false\n---\nText.\n"
                 "-- _config.yml --\ndefaults:\n  - scope: {path: ''}\n    values: {toc: true, lang: ko}\n"
                 "  - scope: {path: '', type: posts}\n    values: {layout: post, lang: en}\n"),
      "---\npermalink: /a/\ntoc: false\n---«+ lang: en, layout: post»\nText.\n");
}

TEST(InlayHints, OfHalfTypedOrForeignFilesAreNone) {
  for (const char* text : {"---\ntitle: [a\n---\n", "---\ntitle: a\n", "title: a\n", ""}) {
    EXPECT_EQ(with_hints("-- _posts/2024-05-01-a.md --\n" + std::string(text)), text);
  }
  EXPECT_EQ(with_hints("-- _layouts/a.html --\n---\ntitle: a\n---\n"), "---\ntitle: a\n---\n");
}

TEST(InlayHints, CanBeKeptToARangeAndSwitchedOff) {
  const support::Fixture fixture =
      support::load_fixture("-- _posts/2031-05-01-a.md --\n---\ntitle: A\ndate: 2031-05-01\n---\n");
  Context context = context_of(fixture, "_posts/2031-05-01-a.md");
  EXPECT_EQ(inlay_hints(context, {0, 40}).size(), 2U);
  EXPECT_EQ(inlay_hints(context, {13, 40}).size(), 1U);
  Preferences settings;
  settings.inlay_hints = false;
  context.settings = std::make_shared<const Preferences>(settings);
  EXPECT_THAT(inlay_hints(context, {0, 40}), IsEmpty());
}

// "words: title" of the first drawn file.
std::vector<std::string> lenses(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const Context context = context_of(fixture, fixture.drawing.order.front());
  std::vector<std::string> found;
  for (const CodeLens& lens : code_lenses(context))
    found.push_back(std::string(text::slice(context.text(), lens.range)) + " = " + lens.title);
  return found;
}

TEST(CodeLenses, CountThePostsOfEachTerm) {
  EXPECT_THAT(lenses("-- _posts/2024-05-01-a.md --\n---\ntags: [a, 나]\ncategories:\n  - x\n---\n"
                     "-- _posts/2024-05-02-b.md --\n---\ntags: [a]\n---\n"),
              ElementsAre("a = a: 2 posts", "나 = 나: 1 post", "x = 1 post"));
}

TEST(CodeLenses, LeaveOutWhatJekyllDoesNotCount) {
  EXPECT_THAT(lenses("-- _posts/2024-05-01-a.md --\n---\ntags: [a\n---\n"), IsEmpty());
  EXPECT_THAT(lenses("-- a.md --\n---\ntags: [a]\n---\n"), IsEmpty());
  EXPECT_THAT(lenses("-- _posts/2024-05-01-a.md --\n---\ntag: a\ntags: [b]\n---\n"),
              ElementsAre("a = 1 post"));
}

TEST(CodeLenses, CanBeSwitchedOff) {
  const support::Fixture fixture =
      support::load_fixture("-- _posts/2024-05-01-a.md --\n---\ntags: [a]\n---\n");
  Context context = context_of(fixture, "_posts/2024-05-01-a.md");
  Preferences settings;
  settings.code_lens = false;
  context.settings = std::make_shared<const Preferences>(settings);
  EXPECT_THAT(code_lenses(context), IsEmpty());
}

}  // namespace
}  // namespace features
