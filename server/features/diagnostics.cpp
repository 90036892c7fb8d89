#include "server/features/diagnostics.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/silencing.h"

namespace features {
namespace {

// Who looks for problems, in the order of the table of rules: first what makes the rest of a file unreadable.
constexpr auto checks = std::to_array<diagnostics::Check>({
    diagnostics::encoding,   diagnostics::fences,         diagnostics::yaml,
    diagnostics::unclosed,   diagnostics::duplicate_keys, diagnostics::values,
    diagnostics::keys,       diagnostics::dates,          diagnostics::publication,
    diagnostics::post_names, diagnostics::url_conflicts,  diagnostics::addresses,
    diagnostics::redirects,  diagnostics::defaults,       diagnostics::term_forms,
    diagnostics::term_names, diagnostics::schema_rules,   diagnostics::project_settings,
    diagnostics::layouts,    diagnostics::links,          diagnostics::front_matter_files,
    diagnostics::post_urls,  diagnostics::liquid,         diagnostics::code_fences,
    diagnostics::tables,     diagnostics::headings,       diagnostics::references,
    diagnostics::images,     diagnostics::excerpts,
});

// The editor's settings, else the project's; "" if neither names the rule.
std::string_view wanted_severity(const Problem& problem, const Context& context) {
  const auto& own = context.settings->rules;
  if (const auto found = own.find(problem.code.text()); found != own.end()) return found->second;
  if (!context.site) return {};
  const auto& shared = context.site->project().rules;
  const auto found = shared.find(problem.code.text());
  return found == shared.end() ? std::string_view{} : std::string_view(found->second);
}

// nullopt: switched off. Words that are no severity leave the rule as it is.
std::optional<Severity> severity_of(const Problem& problem, const Context& context) {
  const std::string_view word = wanted_severity(problem, context);
  if (word == "off") return std::nullopt;
  if (word == "error") return Severity::error;
  if (word == "warning") return Severity::warning;
  if (word == "info") return Severity::info;
  if (word == "hint") return Severity::hint;
  return problem.severity;
}

}  // namespace

std::vector<Problem> diagnose(const Context& context) {
  diagnostics::Report report;
  for (const diagnostics::Check check : checks) {
    if (context.stop.stop_requested()) return {};
    check(context, report);
    if (report.hides_the_rest()) break;
  }
  const diagnostics::Silencing silencing(*context.document);
  std::vector<Problem> kept;
  const auto size = static_cast<text::Offset>(context.text().size());
  for (Problem& problem : report.take()) {
    const std::optional<Severity> severity = severity_of(problem, context);
    if (!severity || silencing.silences(problem)) continue;
    problem.severity = *severity;
    problem.range.end = std::min(problem.range.end, size);
    problem.range.begin = std::min(problem.range.begin, problem.range.end);
    kept.push_back(std::move(problem));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.range.begin, a.range.end, a.code) < std::tie(b.range.begin, b.range.end, b.code);
  });
  return kept;
}

}  // namespace features
