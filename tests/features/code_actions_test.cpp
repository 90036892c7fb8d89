// What an editor offers at a place: fixes, all of a rule, silencing. The fixes themselves are tested with
// their rules.
#include "server/features/code_actions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "server/text/edit.h"
#include "tests/features/check.h"

namespace features {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> titles(const std::vector<CodeAction>& actions) {
  std::vector<std::string> found;
  for (const CodeAction& action : actions) found.push_back(action.title);
  return found;
}

std::vector<CodeAction> actions_at_cursor(std::string_view drawing, const RuleSettings& severities = {}) {
  const support::Fixture fixture = support::load_fixture(drawing);
  DrawnCursor cursor = cursor_of(fixture);
  Preferences settings;
  settings.rules = severities;
  cursor.context.settings = std::make_shared<const Preferences>(settings);
  return actions_for(cursor.context, {.range = {cursor.offset, cursor.offset}});
}

TEST(CodeActions, StandInTheOrderOfTheirReach) {
  EXPECT_THAT(
      titles(actions_at_cursor("-- _posts/2024-05-01-x.md --\n---\ntitle: 1.1<|>0\ntags: [010]\n---\n")),
      ElementsAre("Put the value in quotes", "Mend all 2 problems of `retyped-value` in this file",
                  "Silence `retyped-value` in this line", "Silence `retyped-value` in this file",
                  "Switch `retyped-value` off for the whole site",
                  "Mend everything in this file that can be mended safely"));
}

TEST(CodeActions, AreThereForProblemsAtTheCursorAlone) {
  const auto actions =
      actions_at_cursor("-- _posts/2024-05-01-x.md --\n---\nti<|>tle: 1.10\nlayout: 3\n---\n");
  EXPECT_THAT(titles(actions), ElementsAre("Mend everything in this file that can be mended safely"));
}

TEST(CodeActions, AnEditorMayNameTheProblemsOfAWholeLine) {
  const support::Fixture fixture =
      support::load_fixture("-- _posts/2024-05-01-x.md --\n---\n<|>title: 1.10\n---\n");
  const DrawnCursor cursor = cursor_of(fixture);
  CodeActionRequest request{.range = {cursor.offset, cursor.offset}, .fix_all = false};
  EXPECT_THAT(actions_for(cursor.context, request), IsEmpty());
  request.named = {{"retyped-value", {11, 15}}, {"of-another-server", {4, 5}}};
  EXPECT_THAT(titles(actions_for(cursor.context, request)), Contains("Put the value in quotes"));
  request.named = {{"of-another-server", {4, 5}}};
  EXPECT_THAT(actions_for(cursor.context, request), IsEmpty());
}

TEST(CodeActions, OnlyTheKindsThatAreAskedFor) {
  const support::Fixture fixture =
      support::load_fixture("-- _posts/2024-05-01-x.md --\n---\ntitle: 1<|>.10\n---\n");
  const DrawnCursor cursor = cursor_of(fixture);
  const text::Range range{cursor.offset, cursor.offset};
  for (const CodeAction& action : actions_for(cursor.context, {.range = range, .fix_all = false}))
    EXPECT_EQ(action.kind, CodeAction::Kind::quick_fix);
  for (const CodeAction& action : actions_for(cursor.context, {.range = range, .quick_fixes = false}))
    EXPECT_EQ(action.kind, CodeAction::Kind::fix_all);
}

TEST(CodeActions, AllOfARule) {
  check_fix("-- _posts/2024-05-01-x.md --\n---\ntitle: 1.10\nsubtitle: 12:30\ntags: [010]\n---\n",
            "retyped-value", "Mend all 3 problems of `retyped-value` in this file",
            "-- _posts/2024-05-01-x.md --\n---\ntitle: \"1.10\"\nsubtitle: \"12:30\"\ntags: "
            "[\"010\"]\n---\n");
}

TEST(CodeActions, OfAWholeFileWithThousandsOfProblemsComeAtOnce) {
  std::string text = "---\n---\n";
  for (int i = 0; i < 4000; ++i) text += "[x] (/a/) ![](/gone.png)\n\n";
  const support::Fixture fixture = support::load_fixture("-- a.md --\n" + text);
  const Context context = context_of(fixture, "a.md");
  CodeActionRequest request{.range = {0, static_cast<text::Offset>(text.size())}};
  for (const Problem& problem : diagnose(context))
    request.named.push_back({std::string(problem.code.text()), problem.range});
  const auto actions = actions_for(context, request);
  EXPECT_GT(actions.size(), 4000U);
  EXPECT_THAT(titles(actions), Contains("Mend all 4000 problems of `spaced-link` in this file"));
  EXPECT_THAT(titles(actions), Not(Contains("Silence `spaced-link` in this line")));
  EXPECT_THAT(titles(actions), Contains("Silence `spaced-link` in this file"));
}

TEST(CodeActions, FixAllCanBeKeptToSomeRules) {
  const support::Fixture fixture =
      support::load_fixture("-- a.md --\n---\ntitle: 1.10\npermalink: a/\n---\n-- b.md --\n---\n---\n");
  const Context context = context_of(fixture, "a.md");
  EXPECT_EQ(text::apply(context.text(), safe_fixes(context, {"permalink-slash"}).edits),
            "---\ntitle: 1.10\npermalink: /a/\n---\n");
  EXPECT_EQ(text::apply(context.text(), safe_fixes(context).edits),
            "---\ntitle: \"1.10\"\npermalink: /a/\n---\n");
  EXPECT_THAT(safe_fixes(context_of(fixture, "b.md")).edits, IsEmpty());
}

TEST(Silencing, InTheFrontMatterBehindTheValue) {
  check_fix("-- _posts/2024-05-01-x.md (crlf) --\n---\ntitle: 1.10\n---\n", "retyped-value",
            "Silence `retyped-value` in this line",
            "-- _posts/2024-05-01-x.md (crlf) --\n---\ntitle: 1.10 # jekyll-ls-disable-line "
            "retyped-value\n---\n");
}

TEST(Silencing, AddsToACommentThatIsThere) {
  check_fix("-- _posts/2024-05-01-x.md --\n---\ntitle: 1.10 # jekyll-ls-disable-line a\n---\n",
            "retyped-value", "Silence `retyped-value` in this line",
            "-- _posts/2024-05-01-x.md --\n---\ntitle: 1.10 # jekyll-ls-disable-line a "
            "retyped-value\n---\n");
  check_fix("-- a.md --\n---\n---\n<!-- jekyll-ls-disable-next-line a -->\n[x](/gone/)\n", "broken-link",
            "Silence `broken-link` in this line",
            "-- a.md --\n---\n---\n<!-- jekyll-ls-disable-next-line a broken-link -->\n[x](/gone/)\n");
}

TEST(Silencing, InTheBodyAboveTheLine) {
  check_fix("-- a.md --\n---\n---\n안녕\n  [x](/gone/) 🎉  \nmore\n", "broken-link",
            "Silence `broken-link` in this line",
            "-- a.md --\n---\n---\n안녕\n  <!-- jekyll-ls-disable-next-line broken-link -->\n  [x](/gone/) "
            "🎉  \nmore\n");
}

TEST(Silencing, InARowOfATableInsideItsLastCell) {
  check_fix("-- a.md --\n---\n---\n| a | [x](/gone/) |\n", "broken-link",
            "Silence `broken-link` in this line",
            "-- a.md --\n---\n---\n| a | [x](/gone/) <!-- jekyll-ls-disable-line broken-link --> |\n");
}

TEST(Silencing, NotWhereACommentWouldBeText) {
  const std::string code = "```ruby\n{{ x | nope<|>nope }}\n```\n";
  const auto actions = titles(actions_at_cursor("-- a.md --\n---\n---\n" + code));
  EXPECT_THAT(actions, Contains("Silence `unknown-liquid-filter` in this file"));
  EXPECT_THAT(actions, Not(Contains("Silence `unknown-liquid-filter` in this line")));
}

TEST(Silencing, AboveAHeadingThatKeepsItsId) {
  check_fix("-- a.md --\n---\n---\n# One\n\n### Three\n", "heading-skips-level",
            "Silence `heading-skips-level` in this line",
            "-- a.md --\n---\n---\n# One\n\n<!-- jekyll-ls-disable-next-line heading-skips-level -->\n### "
            "Three\n");
}

TEST(Silencing, ForTheFileInItsFrontMatterElseAtItsEnd) {
  check_fix("-- a.md --\n---\ntitle: x\n---\n[x](/gone/)\n", "broken-link",
            "Silence `broken-link` in this file",
            "-- a.md --\n---\n# jekyll-ls-disable-file broken-link\ntitle: x\n---\n[x](/gone/)\n");
  check_fix("-- _includes/a.html --\n{{ x | nope }}", "unknown-liquid-filter",
            "Silence `unknown-liquid-filter` in this file",
            "-- _includes/a.html --\n{{ x | nope }}\n\n<!-- jekyll-ls-disable-file unknown-liquid-filter "
            "-->\n");
}

TEST(Silencing, ForTheSiteInANewFile) {
  check_fix("-- a.md --\n---\n---\n[x](/gone/)\n", "broken-link",
            "Switch `broken-link` off for the whole site",
            "-- a.md --\n---\n---\n[x](/gone/)\n-- .jekyll-ls.yml --\nrules:\n  broken-link: off\n");
}

TEST(Silencing, ForTheSiteInItsSettings) {
  const auto check = [](const std::string& before, const std::string& after) {
    check_fix("-- a.md --\n---\n---\n[x](/gone/)\n-- .jekyll-ls.yml --\n" + before, "broken-link",
              "Switch `broken-link` off for the whole site",
              "-- a.md --\n---\n---\n[x](/gone/)\n-- .jekyll-ls.yml --\n" + after);
  };
  check("tags: [a] # some\n", "tags: [a] # some\nrules:\n  broken-link: off\n");
  check("# none\n", "# none\nrules:\n  broken-link: off\n");
  check("rules:\n  future-date: off # yes\ntags: [a]\n",
        "rules:\n  future-date: off # yes\n  broken-link: off\ntags: [a]\n");
  check("rules: # none\ntags: [a]\n", "rules: # none\n  broken-link: off\ntags: [a]\n");
  check("rules: {future-date: off}\n", "rules: {future-date: off, broken-link: off}\n");
  check("rules: {}\n", "rules: {broken-link: off}\n");
  check("rules:\n    broken-link: warning\n", "rules:\n    broken-link: off\n");
}

TEST(Silencing, NotForTheSiteWhereTheEditorsOwnSettingsWin) {
  const auto actions =
      titles(actions_at_cursor("-- a.md --\n---\n---\n[x](/go<|>ne/)\n", {{"broken-link", "warning"}}));
  EXPECT_THAT(actions, Contains("Silence `broken-link` in this file"));
  EXPECT_THAT(actions, Not(Contains("Switch `broken-link` off for the whole site")));
}

TEST(Silencing, NotForTheSiteWhereItsSettingsCannotBeRead) {
  const auto actions =
      titles(actions_at_cursor("-- a.md --\n---\n---\n[x](/go<|>ne/)\n-- .jekyll-ls.yml --\nrules: [\n"));
  EXPECT_THAT(actions, Not(Contains("Switch `broken-link` off for the whole site")));
}

}  // namespace
}  // namespace features
