// Every problem of a site, as the editor would show them, for reports. No printing here, no arguments.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "server/features/results.h"
#include "server/site/site.h"

namespace cli {

// Lines and columns start at 1, columns count code points, the end is exclusive.
struct Span {
  std::size_t line = 1, column = 1, end_line = 1, end_column = 1;
};

struct FoundProblem {
  std::string path;  // relative to the site's source
  features::Problem problem;
  Span span;
  std::vector<Span> related;  // one for each of problem.related

  // The first line of the range, without its line end, and the part of it that is meant, in bytes. Of a very
  // long line only what stands near the range.
  std::string source_line;
  text::Range in_line;
  bool cut_before = false;
  bool cut_after = false;
};

struct CheckResult {
  std::vector<FoundProblem> problems;        // by path, then by place
  std::size_t files = 0;                     // how many were checked
  std::array<std::size_t, 5> by_severity{};  // index: features::Severity

  [[nodiscard]] std::size_t count(features::Severity severity) const {
    return by_severity[static_cast<std::size_t>(severity)];
  }
};

// Checks every page, post, draft and document of the site, files of `_posts` that Jekyll ignores and the
// configuration, with `threads` threads (0: as many as the machine has). `below` limits the report to these
// paths and what lies under them, relative to the site's source; empty: everything.
[[nodiscard]] CheckResult check(const site::SitePtr& site, const std::vector<std::string>& below,
                                unsigned threads = 0);

}  // namespace cli
