#include "server/cli/checked_files.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "server/features/knowledge/own_schemas.h"
#include "server/site/settings/project_settings.h"

namespace cli {
namespace {

bool is_below(std::string_view path, const std::vector<std::string>& folders) {
  if (folders.empty()) return true;
  return std::ranges::any_of(folders, [path](const std::string& folder) {
    return folder.empty() || path == folder ||
           (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
  });
}

}  // namespace

std::vector<std::string> paths_to_check(const site::Site& site, const std::vector<std::string>& below) {
  std::vector<std::string> paths = site.written_by_hand();
  if (!site.config().file.empty()) paths.push_back(site.config().file);
  std::string settings = features::from_root(site.config(), site::project_settings_name);
  if (site.files().exists(settings)) paths.push_back(std::move(settings));
  std::erase_if(paths, [&below](const std::string& path) { return !is_below(path, below); });
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

// The configuration lies where the site was opened, which need not be its source folder: its text comes from
// the snapshot.
syntax::DocumentPtr read_document(const site::Site& site, const std::string& path) {
  if (path == site.config().file) return site.config().document;
  std::optional<std::string> text = site.files().read(path);
  if (!text) return nullptr;
  return std::make_shared<const syntax::Document>(std::move(*text), site.parse_options(path));
}

}  // namespace cli
