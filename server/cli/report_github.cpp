// Workflow commands of GitHub Actions: each problem becomes an annotation in the diff of a pull request.
// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
#include <string>

#include "server/cli/report.h"

namespace cli {
namespace {

// GitHub knows three words.
std::string_view command_of(features::Severity severity) {
  const bool known = severity == features::Severity::error || severity == features::Severity::warning;
  return known ? severity_name(severity) : "notice";
}

// As actions/toolkit does it (packages/core/src/command.ts).
std::string escaped(std::string_view text, bool property) {
  std::string result;
  for (const char c : text) {
    if (c == '%') {
      result += "%25";
    } else if (c == '\r') {
      result += "%0D";
    } else if (c == '\n') {
      result += "%0A";
    } else if (property && c == ':') {
      result += "%3A";
    } else if (property && c == ',') {
      result += "%2C";
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace

std::string report_github(const CheckResult& result, const std::string& folder) {
  std::string report;
  for (const FoundProblem& found : result.problems) {
    const Span& span = found.span;
    report += "::" + std::string(command_of(found.problem.severity)) +
              " file=" + escaped(folder + found.path, true) + ",line=" + std::to_string(span.line) +
              ",endLine=" + std::to_string(span.end_line);
    // GitHub takes columns only within one line.
    if (span.line == span.end_line)
      report += ",col=" + std::to_string(span.column) + ",endColumn=" + std::to_string(span.end_column);
    report += ",title=" + escaped(found.problem.code.text(), true) +
              "::" + escaped(found.problem.message, false) + "\n";
  }
  return report;
}

}  // namespace cli
