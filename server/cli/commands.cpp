#include "server/cli/commands.h"

#include <chrono>
#include <cstdio>
#include <string_view>
#include <unistd.h>
#include <utility>

#include "server/cli/check.h"
#include "server/cli/inspect.h"
#include "server/cli/report.h"
#include "server/cli/site_folder.h"
#include "server/cli/terminal.h"
#include "server/site/file_system.h"
#include "server/site/site.h"

namespace cli {
namespace {

constexpr int nothing_found = 0;
constexpr int something_found = 1;
constexpr int cannot_read = 2;

void complain(std::string_view message) {
  std::fprintf(stderr, "jekyll-ls: %.*s\n", static_cast<int>(message.size()), message.data());
}

// False when standard output is full or gone.
bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

// A site of the disk and what of it is asked for, relative to its source. nullopt: the user has been told
// why.
struct Opened {
  site::SitePtr site;
  std::vector<std::string> below;
  bool one_file = false;
};

// `_config.yml` may name another folder as `source:`; what lies outside it is no part of the site.
std::optional<std::string> relative_to_source(const std::string& path, const site::Config& config) {
  if (path.empty() || path == config.file || config.source == "." || config.source.empty()) return path;
  const std::string prefix = config.source + "/";
  if (path == config.source || prefix.starts_with(path + "/")) return std::string();
  if (path.starts_with(prefix)) return path.substr(prefix.size());
  return std::nullopt;
}

std::optional<Opened> open_site(const std::vector<std::string>& paths,
                                const std::optional<site::LocalTime>& now) {
  std::optional<std::string> root;
  std::vector<std::string> given;
  bool given_file = false;
  for (const std::string& path : paths) {
    std::variant<SiteFolder, std::string> found = find_site(path);
    if (const auto* reason = std::get_if<std::string>(&found)) {
      complain(*reason);
      return std::nullopt;
    }
    auto& folder = std::get<SiteFolder>(found);
    if (root && *root != folder.root) {
      complain(path + ": belongs to another site than " + paths.front() + "; check one site at a time");
      return std::nullopt;
    }
    root = folder.root;
    given_file = folder.is_file;
    given.push_back(std::move(folder.below));
  }

  ProgressLine progress;
  site::LoadOptions options;
  options.now = now;
  options.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  options.warn = [&progress](const std::string& message) {
    progress.clear();
    complain(message);
  };
  Opened opened;
  opened.one_file = paths.size() == 1 && given_file;
  opened.site = site::load_site(site::disk(*root), options);
  for (const std::string& path : given) {
    if (std::optional<std::string> below = relative_to_source(path, opened.site->config())) {
      opened.below.push_back(std::move(*below));
    }
  }
  if (opened.below.empty()) {
    complain(paths.front() + ": outside the site's source folder '" + opened.site->config().source + "'");
    return std::nullopt;
  }
  return opened;
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
  } else {
    TextStyle style;
    style.color = use_color(arguments.color, STDOUT_FILENO);
    style.width = terminal_width(STDOUT_FILENO);
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
