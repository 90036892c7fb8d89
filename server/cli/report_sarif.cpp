// SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), with what GitHub's code scanning asks
// for.
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "server/cli/report.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/text/ascii.h"
#include "server/text/url.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view home = "https://github.com/ChangZero/jekyll-ls";

// SARIF knows three words as well.
std::string_view level_of(features::Severity severity) {
  const bool known = severity == features::Severity::error || severity == features::Severity::warning;
  return known ? severity_name(severity) : "note";
}

// "Broken link" of "broken-link".
std::string title_of(std::string_view code) {
  std::string title(code);
  for (char& c : title) {
    if (c == '-') c = ' ';
  }
  title.front() = text::ascii_upper(title.front());
  return title;
}

ordered_json rule_json(const features::Rule& rule) {
  const std::string page = std::string(home) + "/blob/main/docs/rules.md#" + std::string(rule.code.text());
  return {{"id", rule.code.text()},
          {"shortDescription", {{"text", title_of(rule.code.text())}}},
          {"helpUri", page},
          {"help", {{"text", "What Jekyll does, why it matters, how to mend it: " + page}}},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}}};
}

// A relative URI reference (RFC 3986), as seen from the folder that the program runs in.
std::string uri_of(const std::string& path) {
  return text::percent_encode(path, text::plain_path_bytes);
}

ordered_json place_json(const std::string& path, const Span& span) {
  return {{"artifactLocation", {{"uri", uri_of(path)}}},
          {"region",
           {{"startLine", span.line},
            {"startColumn", span.column},
            {"endLine", span.end_line},
            {"endColumn", span.end_column}}}};
}

}  // namespace

std::string report_sarif(const CheckResult& result, const std::string& folder, std::string_view version) {
  ordered_json rules = ordered_json::array();
  std::map<features::RuleCode, std::size_t> index;
  for (const features::Rule& rule : features::all_rules()) {
    index[rule.code] = rules.size();
    rules.push_back(rule_json(rule));
  }
  ordered_json results = ordered_json::array();
  for (const FoundProblem& found : result.problems) {
    ordered_json entry = {
        {"ruleId", found.problem.code.text()},
        {"ruleIndex", index[found.problem.code]},
        {"level", level_of(found.problem.severity)},
        {"message", {{"text", found.problem.message}}},
        {"locations", {{{"physicalLocation", place_json(folder + found.path, found.span)}}}}};
    for (std::size_t i = 0; i < found.problem.related.size(); ++i) {
      const features::Related& related = found.problem.related[i];
      entry["relatedLocations"].push_back(
          {{"physicalLocation", place_json(folder + related.place.path, found.related[i])},
           {"message", {{"text", related.message}}}});
    }
    results.push_back(std::move(entry));
  }
  const ordered_json driver = {
      {"name", "jekyll-ls"}, {"version", version}, {"informationUri", home}, {"rules", std::move(rules)}};
  const ordered_json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  const ordered_json report = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                               {"version", "2.1.0"},
                               {"runs", ordered_json::array({run})}};
  return report.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace cli
