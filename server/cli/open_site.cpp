#include "server/cli/open_site.h"

#include <cstdio>
#include <utility>
#include <variant>

#include "server/cli/site_folder.h"
#include "server/cli/terminal.h"
#include "server/platform/disk.h"
#include "server/platform/paths.h"
#include "server/text/path.h"

namespace cli {
namespace {

// `_config.yml` may name another folder as `source:`; what lies outside it is no part of the site.
std::optional<std::string> relative_to_source(const std::string& path, const site::Config& config) {
  if (path.empty() || path == config.file || config.source == "." || config.source.empty()) return path;
  if (text::is_within(config.source, path)) return std::string();
  if (text::is_below(path, config.source)) return path.substr(config.source.size() + 1);
  return std::nullopt;
}

}  // namespace

std::string shown_folder(const Opened& opened) {
  const std::string folder = platform::way_from_working_folder(opened.source_folder);
  const bool elsewhere = folder == ".." || folder.starts_with("../") || folder.starts_with('/');
  return folder == "." || elsewhere ? std::string() : folder + "/";
}

void complain(std::string_view message) {
  std::fprintf(stderr, "jekyll-ls: %.*s\n", static_cast<int>(message.size()), message.data());
}

std::optional<Opened> open_site(const std::vector<std::string>& paths,
                                const std::optional<dates::LocalTime>& now) {
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
  opened.root = *root;
  opened.site = site::load_site(platform::disk(*root), options);
  const std::string& source = opened.site->config().source;
  opened.source_folder = source.empty() || source == "." ? *root : *root + "/" + source;
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

}  // namespace cli
