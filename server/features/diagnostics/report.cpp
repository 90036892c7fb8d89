#include "server/features/diagnostics/report.h"

namespace features::diagnostics {

Problem& Report::add(const Rule& rule, text::Range range, std::string message) {
  Problem problem;
  problem.code = rule.code;
  problem.severity = rule.severity;
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

}  // namespace features::diagnostics
