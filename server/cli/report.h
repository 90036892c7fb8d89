// The shapes of what `check` prints.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/cli/check.h"

namespace cli {

struct TextStyle {
  bool color = false;
  std::size_t width = 100;        // terminal columns; longer source lines are cut around the range
  std::optional<double> seconds;  // for the summary line
};

// For people: grouped by file, each problem with its source line and a caret underline, a summary at the end.
[[nodiscard]] std::string report_text(const CheckResult& result, const TextStyle& style);

// For scripts: the shape of docs/json.md, with a final line end.
[[nodiscard]] std::string report_json(const CheckResult& result);

// For GitHub Actions and for code scanning. `folder` leads from where the program runs, which is the top of
// the repository there, to the site's source: "" or with a final slash.
[[nodiscard]] std::string report_github(const CheckResult& result, const std::string& folder);
[[nodiscard]] std::string report_sarif(const CheckResult& result, const std::string& folder,
                                       std::string_view version);

}  // namespace cli
