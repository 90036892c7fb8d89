// How many problems the client has been told of, by file: for `jekyll.siteInfo`. Remembers what others have
// computed anyway; looks for nothing itself.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "protocol/types/diagnostics.h"

namespace lsp {

struct ProblemCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;

  void add(const ProblemCounts& other) {
    errors += other.errors;
    warnings += other.warnings;
  }
};

using CountsByFile = std::map<std::string, ProblemCounts>;  // by canonical URI

[[nodiscard]] inline ProblemCounts count_of(const std::vector<protocol::types::Diagnostic>& diagnostics) {
  ProblemCounts counts;
  for (const protocol::types::Diagnostic& diagnostic : diagnostics) {
    counts.errors += diagnostic.severity == protocol::types::DiagnosticSeverity::Error;
    counts.warnings += diagnostic.severity == protocol::types::DiagnosticSeverity::Warning;
  }
  return counts;
}

}  // namespace lsp
