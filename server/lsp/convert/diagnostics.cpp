#include "server/lsp/convert/diagnostics.h"

#include <string>
#include <utility>

#include "server/lsp/convert/positions.h"

namespace lsp {

types::Diagnostic to_diagnostic(const View& view, const features::Problem& problem) {
  types::Diagnostic diagnostic;
  diagnostic.range = to_range(view, problem.range);
  diagnostic.severity = static_cast<types::DiagnosticSeverity>(problem.severity);
  diagnostic.code = std::string(problem.code.text());
  diagnostic.source = "jekyll-ls";
  diagnostic.message = problem.message;
  if (view.client->diagnostic_code_links)
    diagnostic.codeDescription =
        types::CodeDescription{std::string(documentation_url) + "#" + std::string(problem.code.text())};
  std::vector<types::DiagnosticTag> tags;
  if (problem.unnecessary && view.client->diagnostic_unnecessary)
    tags.push_back(types::DiagnosticTag::Unnecessary);
  if (problem.deprecated && view.client->diagnostic_deprecated)
    tags.push_back(types::DiagnosticTag::Deprecated);
  if (!tags.empty()) diagnostic.tags = std::move(tags);
  if (view.client->diagnostic_related && !problem.related.empty()) {
    diagnostic.relatedInformation.emplace();
    for (const features::Related& related : problem.related)
      diagnostic.relatedInformation->push_back({to_location(view, related.place), related.message});
  }
  return diagnostic;
}

std::vector<types::Diagnostic> to_diagnostics(const View& view,
                                              const std::vector<features::Problem>& problems) {
  std::vector<types::Diagnostic> diagnostics;
  diagnostics.reserve(problems.size());
  for (const features::Problem& problem : problems) diagnostics.push_back(to_diagnostic(view, problem));
  return diagnostics;
}

}  // namespace lsp
