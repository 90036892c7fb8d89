#include "bench/report.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace bench {
namespace {

// The promises of the project. Ratios come from the same run on the same machine.
constexpr double most_index_ratio = 2.0;        // of read + md4c + libyaml with the same number of threads
constexpr double most_diagnostics_ms = 5.0;     // p95, 50 KB post, typing pause not counted
constexpr double most_growth = 2.0;             // of that and of completing a link, from the smallest site on
constexpr double most_bytes_per_post = 8192.0;  // at the worst moment
constexpr double most_initialize_ms = 10.0;     // median, from the start of the process

double median(std::vector<double> values) {
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::string with_thousands(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t i = text.size(); i > 3; i -= 3) text.insert(i - 3, ",");
  return text;
}

bool all_kept = true;

// One line of the verdict.
void judge(const std::string& what, double value, double most, const char* unit) {
  const bool kept = value <= most;
  all_kept = all_kept && kept;
  std::printf("  %-4s %-58s %8.2f %s (at most %g)\n", kept ? "ok" : "OVER", what.c_str(), value, unit, most);
}

}  // namespace

bool Collector::ReportContext(const Context&) {
  return true;
}

void Collector::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    if (run.error_occurred) {
      std::fprintf(stderr, "%s: %s\n", run.run_name.function_name.c_str(), run.error_message.c_str());
      failed_ = true;
      continue;
    }
    if (run.run_type != Run::RT_Iteration) continue;
    auto& values = values_[run.run_name.function_name];
    values["time"].push_back(run.GetAdjustedRealTime());
    for (const auto& [name, counter] : run.counters) values[name].push_back(counter.value);
  }
}

double Collector::counter(const std::string& name, const std::string& counter) const {
  const auto found = values_.find(name);
  if (found == values_.end() || !found->second.contains(counter))
    throw std::runtime_error("no run of " + name);
  return median(found->second.at(counter));
}

double Collector::milliseconds(const std::string& name) const {
  return counter(name, "time");
}

bool print_report(const Collector& runs, const std::map<std::size_t, Memory>& sites, unsigned threads) {
  const auto row = [&](const char* title, const char* unit, int decimals, auto value) {
    std::printf("%-46s", title);
    for (const auto& [posts, memory] : sites) {
      std::printf("%11.*f %-2s", decimals, value(std::to_string(posts), memory), unit);
    }
    std::printf("\n");
  };
  const auto time_of = [&runs](const std::string& name) {
    return [&runs, name](const std::string& size, const Memory&) { return runs.milliseconds(name + size); };
  };
  const auto counter_of = [&runs](const std::string& name, const std::string& counter) {
    return [&runs, name, counter](const std::string& size, const Memory&) {
      return runs.counter(name + size, counter);
    };
  };

  std::printf("%-46s", "posts");
  for (const auto& [posts, memory] : sites) std::printf("%14s", with_thousands(posts).c_str());
  std::printf("\n\nReading the site, %u threads\n", threads);
  row("  jekyll-ls", "ms", 1, time_of("index/ours/"));
  row("  bare: read + md4c + libyaml", "ms", 1, time_of("index/raw/"));
  row("  times as long", "x", 2, [&runs](const std::string& size, const Memory&) {
    return runs.milliseconds("index/ours/" + size) / runs.milliseconds("index/raw/" + size);
  });
  row("  memory per post, at the end", "B", 0,
      [](const std::string&, const Memory& memory) { return memory.per_post; });
  row("  memory per post, at the worst moment", "B", 0,
      [](const std::string&, const Memory& memory) { return memory.peak_per_post; });

  std::printf("\nTyping in a post of 50 KB\n");
  row("  key to diagnostics, p50", "ms", 2, counter_of("diagnostics/", "p50"));
  row("  key to diagnostics, p95", "ms", 2, counter_of("diagnostics/", "p95"));
  row("  key to completion in tags, p50", "ms", 2, counter_of("completion/tags/", "p50"));
  row("  key to completion in tags, p95", "ms", 2, counter_of("completion/tags/", "p95"));
  row("  key to completion in a link, p50", "ms", 2, counter_of("completion/links/", "p50"));
  row("  key to completion in a link, p95", "ms", 2, counter_of("completion/links/", "p95"));
  std::printf("  bare: md4c + libyaml on this post: p50 %.2f ms, p95 %.2f ms\n",
              runs.counter("parse/raw", "p50"), runs.counter("parse/raw", "p95"));
  std::printf("\nFrom start to the answer to `initialize`: p50 %.2f ms, p95 %.2f ms\n\nBudgets\n",
              runs.counter("initialize", "p50"), runs.counter("initialize", "p95"));

  for (const auto& [posts, memory] : sites) {
    const std::string size = std::to_string(posts);
    const std::string site = ", " + with_thousands(posts) + " posts";
    judge("reading, times the bare parsers" + site,
          runs.milliseconds("index/ours/" + size) / runs.milliseconds("index/raw/" + size), most_index_ratio,
          "x");
    judge("memory per post" + site, memory.peak_per_post, most_bytes_per_post, "B");
    judge("key to diagnostics, p95" + site, runs.counter("diagnostics/" + size, "p95"), most_diagnostics_ms,
          "ms");
  }
  const std::string smallest = std::to_string(sites.begin()->first);
  const std::string largest = std::to_string(sites.rbegin()->first);
  judge("key to diagnostics, largest site against smallest",
        runs.counter("diagnostics/" + largest, "p95") / runs.counter("diagnostics/" + smallest, "p95"),
        most_growth, "x");
  judge("key to completion in a link, largest site against smallest",
        runs.counter("completion/links/" + largest, "p50") /
            runs.counter("completion/links/" + smallest, "p50"),
        most_growth, "x");
  judge("initialize answered", runs.counter("initialize", "p50"), most_initialize_ms, "ms");
  return all_kept;
}

}  // namespace bench
