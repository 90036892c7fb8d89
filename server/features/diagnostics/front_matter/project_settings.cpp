// Mistakes in `.jekyll-ls.yml` itself.
#include "server/site/settings/project_settings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/front_matter/schema_findings.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/own_schemas.h"
#include "server/features/knowledge/words.h"

namespace features::diagnostics {

void project_settings(const Context& context, Report& report) {
  if (!context.site || !site::is_project_settings(context.site->config(), context.path)) return;
  const site::ProjectSettings settings = site::read_project_settings(context.text());
  if (!context.document->front_matter.tree.valid) return;
  for (const site::SettingsProblem& problem : settings.problems)
    report.add(schema_rule(problem.keyword), problem.range, problem.message);
  std::vector<std::string> codes;
  for (const Rule& rule : all_rules()) codes.emplace_back(rule.code.text());
  for (const auto& [written, range] : settings.rule_places) {
    if (std::find(codes.begin(), codes.end(), written) != codes.end()) continue;
    const std::string nearest = nearest_name(codes, written);
    Problem& problem = report.add(rules.schema_additional, range,
                                  "There is no rule " + code(written) + "." +
                                      (nearest.empty() ? "" : " Did you mean " + code(nearest) + "?"));
    if (!nearest.empty() && !settings.rule_places.contains(nearest))
      offer(problem, context, "Write " + code(nearest), {{range, nearest}});
  }
  for (const site::SchemaMapping& mapping : settings.schemas) {
    const OwnSchema own = read_own_schema(*context.site, from_root(context.site->config(), mapping.schema));
    if (!own.complaint.empty()) report.add(rules.schema_invalid, mapping.range, own.complaint);
  }
}

}  // namespace features::diagnostics
