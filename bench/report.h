// From many runs to one table, and the verdict on the project's budgets.
#pragma once

#include <benchmark/benchmark.h>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace bench {

// Keeps every repetition of every benchmark and says on standard error which one is at work.
class Collector : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& context) override;
  void ReportRuns(const std::vector<Run>& runs) override;

  // Median over the repetitions, in milliseconds: of the time, or of a counter. Throws if there was no such
  // run.
  [[nodiscard]] double milliseconds(const std::string& name) const;
  [[nodiscard]] double counter(const std::string& name, const std::string& counter) const;
  // Something went wrong in a benchmark.
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::map<std::string, std::map<std::string, std::vector<double>>> values_;
  bool failed_ = false;
};

struct Memory {
  double per_post = 0;       // bytes, once the site is read
  double peak_per_post = 0;  // bytes, at the worst moment
};

// Prints everything to standard output. True if all budgets are kept.
[[nodiscard]] bool print_report(const Collector& runs, const std::map<std::size_t, Memory>& sites,
                                unsigned threads);

}  // namespace bench
