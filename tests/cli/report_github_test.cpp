// What tools that look at pull requests read.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/cli/report.h"
#include "server/features/diagnostics/rule_table.h"

namespace cli {
namespace {

using nlohmann::json;

CheckResult one_problem() {
  FoundProblem found;
  found.path = "_posts/안녕, a:b.md";
  found.problem.code = features::rules.broken_link.code;
  found.problem.severity = features::Severity::error;
  found.problem.message = "Nothing answers `/b/`.\n100 % sure.";
  found.span = {5, 8, 5, 11};
  features::Related related;
  related.place.path = "about.md";
  related.message = "The address stands here.";
  found.problem.related.push_back(related);
  found.related.push_back({2, 3, 2, 4});
  CheckResult result;
  result.problems.push_back(found);
  return result;
}

TEST(ReportGithub, IsOneCommandForEachProblem) {
  EXPECT_EQ(report_github(one_problem(), "docs/"),
            "::error file=docs/_posts/안녕%2C a%3Ab.md,line=5,endLine=5,col=8,endColumn=11,title=broken-link"
            "::Nothing answers `/b/`.%0A100 %25 sure.\n");
  EXPECT_EQ(report_github({}, ""), "");
}

TEST(ReportGithub, HasColumnsInOneLineAloneAndThreeSeverities) {
  CheckResult result = one_problem();
  result.problems[0].problem.message = "x";
  result.problems[0].problem.severity = features::Severity::hint;
  result.problems[0].path = "a.md";
  result.problems[0].span = {5, 8, 7, 1};
  EXPECT_EQ(report_github(result, ""), "::notice file=a.md,line=5,endLine=7,title=broken-link::x\n");
}

TEST(ReportSarif, HasTheRulesAndThePlaces) {
  const json report = json::parse(report_sarif(one_problem(), "my site/", "1.2.3"));
  EXPECT_EQ(report["version"], "2.1.0");
  const json& run = report["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(run["tool"]["driver"]["version"], "1.2.3");
  const json& rules = run["tool"]["driver"]["rules"];
  EXPECT_EQ(rules.size(), features::all_rules().size());
  const json& result = run["results"][0];
  const json& rule = rules[result["ruleIndex"].get<std::size_t>()];
  EXPECT_EQ(rule["id"], "broken-link");
  EXPECT_EQ(rule["shortDescription"]["text"], "Broken link");
  EXPECT_EQ(result["ruleId"], "broken-link");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["message"]["text"], "Nothing answers `/b/`.\n100 % sure.");
  EXPECT_EQ(result["locations"][0]["physicalLocation"], json::parse(R"({
    "artifactLocation": {"uri": "my%20site/_posts/%EC%95%88%EB%85%95%2C%20a%3Ab.md"},
    "region": {"startLine": 5, "startColumn": 8, "endLine": 5, "endColumn": 11}
  })"));
  EXPECT_EQ(result["relatedLocations"][0]["message"]["text"], "The address stands here.");
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "my%20site/about.md");
}

TEST(ReportSarif, OfAHealthySiteHasNoResults) {
  EXPECT_EQ(json::parse(report_sarif({}, "", "1"))["runs"][0]["results"], json::array());
}

}  // namespace
}  // namespace cli
