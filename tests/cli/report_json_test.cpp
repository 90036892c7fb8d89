#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "server/cli/report.h"
#include "server/features/diagnostics/rule_table.h"

namespace cli {
namespace {

using nlohmann::json;

CheckResult one_problem() {
  FoundProblem found;
  found.path = "_posts/2024-05-01-a.md";
  found.problem.code = features::rules.broken_link.code;
  found.problem.severity = features::Severity::error;
  found.problem.message = "Nothing answers /b/.";
  found.span = {5, 8, 5, 11};
  CheckResult result;
  result.problems.push_back(found);
  result.files = 3;
  result.by_severity[1] = 1;
  return result;
}

TEST(ReportJson, AProblemHasItsPlaceSeverityCodeAndMessage) {
  EXPECT_EQ(json::parse(report_json(one_problem())), json::parse(R"({
    "problems": [{"path": "_posts/2024-05-01-a.md", "line": 5, "column": 8, "end_line": 5, "end_column": 11,
                  "severity": "error", "code": "broken-link", "message": "Nothing answers /b/."}],
    "summary": {"files": 3, "errors": 1, "warnings": 0, "infos": 0, "hints": 0}
  })"));
}

TEST(ReportJson, AHealthySiteHasAnEmptyList) {
  EXPECT_EQ(json::parse(report_json({}))["problems"], json::array());
}

TEST(ReportJson, LinkFactsAreDataAndAbsentOnesAreLeftOut) {
  CheckResult result = one_problem();
  result.problems[0].problem.link = features::LinkFacts{"/b/", "/b/", "", "body", "a[href]"};
  EXPECT_EQ(json::parse(report_json(result))["problems"][0]["data"],
            json::parse(R"({"href": "/b/", "url": "/b/", "where": "body", "attr": "a[href]"})"));
}

TEST(ReportJson, RelatedPlacesCarryLineAndColumn) {
  CheckResult result = one_problem();
  features::Related related;
  related.place.path = "about.md";
  related.message = "The other one";
  result.problems[0].problem.related.push_back(related);
  result.problems[0].related.push_back({2, 3, 2, 4});
  EXPECT_EQ(json::parse(report_json(result))["problems"][0]["related"],
            json::parse(R"([{"path": "about.md", "line": 2, "column": 3, "message": "The other one"}])"));
}

TEST(ReportJson, BytesThatAreNotUtf8DoNotBreakTheReport) {
  CheckResult result = one_problem();
  result.problems[0].problem.message = "bad \xff byte";
  EXPECT_EQ(json::parse(report_json(result))["problems"][0]["message"], "bad \uFFFD byte");
}

}  // namespace
}  // namespace cli
