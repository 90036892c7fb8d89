// Words and fixes for the verdicts on a document's links. What an address leads to is decided in site/resolve
// alone.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "server/features/diagnostics/links/repairs.h"
#include "server/features/diagnostics/report.h"

namespace features::diagnostics {

// Of one document: how often a place has been told of, and how many looks at the site are left.
class LinkJudge {
 public:
  LinkJudge(const Context& context, Report& report);
  void judge(const FoundLink& found);

 private:
  // The rounds of a loop, and what an include brings, stand at one place of the document.
  bool is_told(const FoundLink& found);
  void found_one(const FoundLink& found);
  void missing(const FoundLink& found);
  void missing_anchor(const FoundLink& found);
  void unpublished(const FoundLink& found);
  void miswritten(const FoundLink& found);
  void report_address(const FoundLink& found, const Rule& rule, std::string message);
  void source_path(const FoundLink& found);

  const Context& context_;
  const site::Site& site_;
  Report& report_;
  LinkFixes fixes_;
  std::map<std::pair<text::Offset, text::Offset>, std::set<std::string>> told_;
};

}  // namespace features::diagnostics
