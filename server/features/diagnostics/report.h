// Where checks put what they find. Severities come from the table of rules, so that a check names only the
// code.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/features/context.h"
#include "server/features/diagnostics.h"
#include "server/features/results.h"

namespace features::diagnostics {

class Report {
 public:
  // `code` must be in the table of rules(). An empty range at offset 0 stands for the whole file. The
  // returned reference, for the rarer fields, holds until the next call.
  Problem& add(std::string_view code, text::Range range, std::string message);

  // Fixes that read the front matter anew are not worth their time in a file with this many problems.
  [[nodiscard]] bool has_many() const { return problems_.size() > 60; }

  // In a file of another encoding nothing else that is found means anything.
  [[nodiscard]] bool hides_the_rest() const {
    return !problems_.empty() && problems_.front().code == "not-utf8";
  }

  [[nodiscard]] std::vector<Problem> take() { return std::move(problems_); }

 private:
  std::vector<Problem> problems_;
};

// Adds a place in the same file that explains the problem.
void relate(Problem& problem, const Context& context, text::Range range, std::string message);

}  // namespace features::diagnostics
