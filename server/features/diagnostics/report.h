// Where checks put what they find. Code and severity come from the table of rules, so that a check names only
// the rule.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/features/context.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/features/results.h"

namespace features::diagnostics {

class Report {
 public:
  // An empty range at offset 0 stands for the whole file. The returned reference, for the rarer fields, holds
  // until the next call.
  Problem& add(const Rule& rule, text::Range range, std::string message);

  // Fixes that read the front matter anew are not worth their time in a file with this many problems.
  [[nodiscard]] bool has_many() const { return problems_.size() > 60; }

  // In a file of another encoding nothing else that is found means anything.
  [[nodiscard]] bool hides_the_rest() const {
    return !problems_.empty() && problems_.front().code == rules.not_utf8.code;
  }

  [[nodiscard]] std::vector<Problem> take() { return std::move(problems_); }

 private:
  std::vector<Problem> problems_;
};

// Adds a place in the same file that explains the problem.
void relate(Problem& problem, const Context& context, text::Range range, std::string message);

}  // namespace features::diagnostics
