#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/cli/report.h"
#include "server/features/diagnostics/rule_table.h"

namespace cli {
namespace {

using testing::HasSubstr;
using testing::Not;

// A problem at `part` of a line.
FoundProblem at(std::string line, std::string_view part) {
  FoundProblem found;
  found.path = "a.md";
  found.problem.code = features::rules.broken_link.code;
  found.problem.severity = features::Severity::error;
  found.problem.message = "Nothing answers.";
  found.span = {3, 1, 3, 2};
  const auto begin = static_cast<text::Offset>(line.find(part));
  found.in_line = {begin, begin + static_cast<text::Offset>(part.size())};
  found.source_line = std::move(line);
  return found;
}

std::string report(std::vector<FoundProblem> problems, const TextStyle& style = {}) {
  CheckResult result;
  result.files = 2;
  for (const FoundProblem& found : problems)
    ++result.by_severity[static_cast<std::size_t>(found.problem.severity)];
  result.problems = std::move(problems);
  return report_text(result, style);
}

TEST(ReportText, AProblemShowsItsLineWithCaretsBelow) {
  EXPECT_EQ(report({at("See [b](/b/).", "/b/")}), R"(a.md
  3:1 error [broken-link] Nothing answers.
    3 | See [b](/b/).
      |         ^^^

2 files checked, 1 problem: 1 error
)");
}

TEST(ReportText, CaretsStandBelowWideLetters) {
  EXPECT_THAT(report({at("두런두런 [글](/글/)", "/글/")}), HasSubstr("    3 | 두런두런 [글](/글/)\n"
                                                                     "      |               ^^^^\n"));
  EXPECT_THAT(report({at("🏃 [b](/b/)", "/b/")}), HasSubstr("    3 | 🏃 [b](/b/)\n"
                                                           "      |        ^^^\n"));
}

TEST(ReportText, ATabIsShownAsBlanks) {
  EXPECT_THAT(report({at("\ttags: a", "tags")}), HasSubstr("    3 |     tags: a\n"
                                                           "      |     ^^^^\n"));
}

TEST(ReportText, AnEmptyRangeIsOneCaret) {
  FoundProblem found = at("tags:", "tags:");
  found.in_line = {5, 5};
  EXPECT_THAT(report({found}), HasSubstr("    3 | tags:\n"
                                         "      |      ^\n"));
}

TEST(ReportText, ALongLineIsCutAroundTheRange) {
  TextStyle narrow;
  narrow.width = 40;
  const std::string text =
      report({at(std::string(300, 'a') + " /b/ " + std::string(300, 'c'), "/b/")}, narrow);
  EXPECT_THAT(text, HasSubstr("    3 | …aaaaaaaaaaaa /b/ ccccccccccccc…\n"
                              "      |               ^^^\n"));
}

TEST(ReportText, ALongLineIsCutAtItsEndAloneIfTheRangeIsNearTheStart) {
  TextStyle narrow;
  narrow.width = 40;
  EXPECT_THAT(report({at("/b/ " + std::string(300, 'c'), "/b/")}, narrow),
              HasSubstr("    3 | /b/ cccccccccccccccccccccccccc…\n"
                        "      | ^^^\n"));
}

TEST(ReportText, ARangeLongerThanTheTerminalIsUnderlinedAsFarAsItIsShown) {
  TextStyle narrow;
  narrow.width = 40;
  const std::string text = report({at(std::string(300, 'b'), std::string(300, 'b'))}, narrow);
  EXPECT_THAT(text,
              HasSubstr("    3 | " + std::string(30, 'b') + "…\n      | " + std::string(30, '^') + "\n"));
}

TEST(ReportText, ProblemsOfOneFileStandUnderOneHeading) {
  FoundProblem second = at("b", "b");
  FoundProblem other = at("c", "c");
  other.path = "z.md";
  other.problem.severity = features::Severity::hint;
  const std::string text = report({at("a", "a"), second, other});
  EXPECT_EQ(text.find("a.md"), text.rfind("a.md"));
  EXPECT_THAT(text, HasSubstr("\n\nz.md\n"));
  EXPECT_THAT(text, HasSubstr("2 files checked, 3 problems: 2 errors, 1 hint\n"));
}

TEST(ReportText, RelatedPlacesFollow) {
  FoundProblem found = at("a", "a");
  features::Related related;
  related.place.path = "about.md";
  related.message = "The other one";
  found.problem.related.push_back(related);
  found.related.push_back({2, 3, 2, 4});
  EXPECT_THAT(report({found}), HasSubstr("      = about.md:2:3: The other one\n"));
}

TEST(ReportText, AHealthySiteIsOneLine) {
  EXPECT_EQ(report({}), "2 files checked, no problems\n");
}

TEST(ReportText, TheSummarySaysHowLongItTook) {
  TextStyle style;
  style.seconds = 0.125;
  EXPECT_EQ(report({}, style), "2 files checked, no problems (0.12 s)\n");
}

TEST(ReportText, ColoursAreUsedOnlyWhenAskedFor) {
  EXPECT_THAT(report({at("a", "a")}), Not(HasSubstr("\033")));
  TextStyle style;
  style.color = true;
  EXPECT_THAT(report({at("a", "a")}, style), HasSubstr("\033[1;31merror\033[0m"));
}

TEST(ReportText, AMessageCannotSteerTheTerminal) {
  FoundProblem found = at("a", "a");
  found.problem.message = "\033]0;x\007";
  EXPECT_THAT(report({found}), Not(HasSubstr("\033")));
}

}  // namespace
}  // namespace cli
