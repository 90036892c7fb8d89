#include "server/features/diagnostics.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/silencing.h"

namespace features {
namespace {

struct Row {
  diagnostics::Check check;
  std::vector<Rule> rules;
};

// The one table of problems: who looks for them, their codes, their severities. A new rule is a line here, a
// check, a test and a section in docs/rules.md.
const std::vector<Row>& table() {
  using enum Severity;
  static const std::vector<Row> rows = {
      {diagnostics::encoding, {{"not-utf8", error}}},
      {diagnostics::fences,
       {{"front-matter-not-first", error},
        {"front-matter-not-a-mapping", error},
        {"byte-order-mark", error}}},
      {diagnostics::yaml, {{"yaml-syntax", error}, {"yaml-tab", error}}},
      {diagnostics::unclosed, {{"front-matter-not-closed", error}}},
      {diagnostics::duplicate_keys, {{"duplicate-key", warning}}},
      {diagnostics::values,
       {{"liquid-in-front-matter", warning},
        {"value-cut-by-comment", warning},
        {"curly-quotes", warning},
        {"retyped-value", warning}}},
      {diagnostics::keys, {{"key-spelling", warning}, {"deprecated-key", hint}}},
      {diagnostics::dates,
       {{"invalid-date", error},
        {"ambiguous-date", warning},
        {"date-differs-from-name", warning},
        {"date-without-offset", warning},
        {"day-shifted", hint},
        {"future-date", info}}},
      {diagnostics::publication,
       {{"unpublished", info},
        {"published-empty", warning},
        {"published-not-boolean", error},
        {"draft-key-ignored", warning}}},
      {diagnostics::post_names, {{"bad-post-name", error}, {"unconverted-extension", warning}}},
      {diagnostics::url_conflicts, {{"url-conflict", error}}},
      {diagnostics::addresses,
       {{"url-case-conflict", warning},
        {"permalink-invalid", error},
        {"permalink-slash", hint},
        {"slug-form", warning}}},
      {diagnostics::redirects, {{"redirect-replaces-page", error}, {"redirect-form", warning}}},
      {diagnostics::defaults, {{"default-matches-nothing", warning}}},
      {diagnostics::term_forms,
       {{"tags-comma", warning},
        {"tags-split", hint},
        {"tag-hides-tags", warning},
        {"tags-ignored", warning},
        {"nested-categories", warning}}},
      {diagnostics::term_names,
       {{"tag-case", warning}, {"tag-clash", warning}, {"tag-unknown", warning, true}}},
      {diagnostics::schema_rules,
       {{"schema-type", warning},
        {"schema-enum", warning},
        {"schema-required", warning},
        {"schema-pattern", warning},
        {"schema-format", warning},
        {"schema-range", warning},
        {"schema-length", warning},
        {"schema-additional", warning},
        {"schema-combination", warning},
        {"schema-invalid", warning}}},
      {diagnostics::project_settings, {}},
      {diagnostics::layouts, {{"missing-layout", error}}},
      {diagnostics::links,
       {{"broken-link", error},
        {"broken-anchor", warning},
        {"broken-image", error},
        {"link-case", error},
        {"missing-baseurl", warning},
        {"doubled-baseurl", warning},
        {"unconverted-md-link", warning},
        {"link-to-unpublished", warning},
        {"relative-in-post", warning},
        {"redirected-link", hint},
        {"own-site-absolute", hint}}},
      {diagnostics::front_matter_files, {}},
      {diagnostics::post_urls, {{"broken-post-url", error}}},
      {diagnostics::liquid,
       {{"liquid-syntax", error},
        {"unknown-liquid-tag", error},
        {"unknown-liquid-filter", warning},
        {"broken-include", error},
        {"broken-link-tag", error},
        {"missing-data", warning},
        {"liquid-in-code", warning}}},
      {diagnostics::code_fences, {{"fence-info-blank", warning}, {"unclosed-fence", warning}}},
      {diagnostics::tables, {{"accidental-table", hint}}},
      {diagnostics::headings,
       {{"invalid-heading-id", warning},
        {"duplicate-heading-id", hint},
        {"heading-skips-level", hint},
        {"title-repeated", hint}}},
      {diagnostics::references,
       {{"undefined-reference", hint},
        {"unused-definition", hint},
        {"duplicate-definition", warning},
        {"spaced-link", warning}}},
      {diagnostics::images, {{"image-without-alt", hint}}},
      {diagnostics::excerpts, {{"excerpt-separator-missing", warning}}},
  };
  return rows;
}

// The editor's settings, else the project's; "" if neither names the rule.
std::string_view wanted_severity(const Problem& problem, const Context& context) {
  const auto& own = context.settings->rules;
  if (const auto found = own.find(problem.code); found != own.end()) return found->second;
  if (!context.site) return {};
  const auto& shared = context.site->project().rules;
  const auto found = shared.find(problem.code);
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

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> flat;
    for (const Row& row : table()) flat.insert(flat.end(), row.rules.begin(), row.rules.end());
    return flat;
  }();
  return all;
}

std::vector<Problem> diagnose(const Context& context) {
  diagnostics::Report report;
  for (const Row& row : table()) {
    if (context.stop.stop_requested()) return {};
    row.check(context, report);
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

namespace diagnostics {

Problem& Report::add(std::string_view code, text::Range range, std::string message) {
  Problem problem;
  problem.code = code;
  for (const Rule& rule : rules()) {
    if (rule.code == code) problem.severity = rule.severity;
  }
  problem.range = range;
  problem.message = std::move(message);
  return problems_.emplace_back(std::move(problem));
}

void relate(Problem& problem, const Context& context, text::Range range, std::string message) {
  Related& related = problem.related.emplace_back();
  related.place.path = context.path;
  related.place.range = range;
  related.message = std::move(message);
}

}  // namespace diagnostics
}  // namespace features
