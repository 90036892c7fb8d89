#include "server/cli/commands.h"

#include <chrono>
#include <cstdio>
#include <string_view>

#include "server/cli/check.h"
#include "server/cli/inspect.h"
#include "server/cli/open_site.h"
#include "server/cli/report.h"
#include "server/cli/terminal.h"
#include "server/site/site.h"

namespace cli {
namespace {

constexpr int nothing_found = 0;
constexpr int something_found = 1;
constexpr int cannot_read = 2;

// False when standard output is full or gone.
bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

}  // namespace

int run_check(const CheckArguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const std::optional<Opened> opened = open_site(arguments.paths, arguments.now);
  if (!opened) return cannot_read;
  const CheckResult result = check(opened->site, opened->below);

  std::string report;
  if (arguments.format == Format::json) {
    report = report_json(result);
  } else if (arguments.format == Format::github) {
    report = report_github(result, shown_folder(*opened));
  } else if (arguments.format == Format::sarif) {
    report = report_sarif(result, shown_folder(*opened), JEKYLL_LS_VERSION);
  } else {
    TextStyle style;
    style.color = use_color(arguments.color, platform::StandardStream::output);
    style.width = output_width(platform::StandardStream::output);
    style.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    report = report_text(result, style);
  }
  if (!print(report)) return cannot_read;
  for (const FoundProblem& found : result.problems) {
    if (found.problem.severity <= arguments.fail_on) return something_found;
  }
  return nothing_found;
}

int run_inspect(const InspectArguments& arguments) {
  const std::optional<Opened> opened = open_site({arguments.path}, arguments.now);
  if (!opened) return cannot_read;
  const site::Site& site = *opened->site;
  std::string text;
  if (arguments.format == Format::json) {
    text = inspect_json(site);
  } else if (opened->one_file) {
    text = inspect_file_text(site, opened->below.front());
  } else {
    text = inspect_text(site);
  }
  return print(text) ? nothing_found : cannot_read;
}

}  // namespace cli
