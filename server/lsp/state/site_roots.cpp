#include "server/lsp/state/site_roots.h"

#include <algorithm>
#include <array>
#include <deque>

#include "server/platform/paths.h"
#include "server/text/path.h"

namespace lsp {
namespace {

constexpr std::array<std::string_view, 3> config_names = {"_config.yml", "_config.yaml", "_config.toml"};
constexpr std::array<std::string_view, 9> ignored_folders = {
    "_site",  ".git",    "node_modules", ".jekyll-cache",    ".sass-cache",
    "vendor", ".bundle", ".svn",         ".jekyll-metadata",
};
// Deeper or wider trees than these are searched upwards from each opened file only.
constexpr std::size_t deepest_search = 6;
constexpr std::size_t most_folders = 20'000;

bool has_config(const std::string& folder) {
  return std::any_of(config_names.begin(), config_names.end(),
                     [&](std::string_view name) { return platform::is_file(text::join_path(folder, name)); });
}

bool has_posts(const std::string& folder) {
  return platform::is_folder(text::join_path(folder, "_posts"));
}

}  // namespace

bool is_config_name(std::string_view name) {
  return std::find(config_names.begin(), config_names.end(), name) != config_names.end();
}

const std::string* innermost_folder(const std::vector<std::string>& folders, std::string_view path) {
  const std::string* innermost = nullptr;
  for (const std::string& folder : folders) {
    if (text::is_within(path, folder) && (innermost == nullptr || folder.size() > innermost->size()))
      innermost = &folder;
  }
  return innermost;
}

bool is_ignored_folder(std::string_view name) {
  return std::find(ignored_folders.begin(), ignored_folders.end(), name) != ignored_folders.end();
}

bool lies_in_ignored_folder(std::string_view folder, std::string_view path) {
  std::string_view rest = path.substr(std::min(folder.size(), path.size()));
  while (!rest.empty()) {
    if (rest.front() == '/') rest.remove_prefix(1);
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return false;
    if (is_ignored_folder(rest.substr(0, slash))) return true;
    rest.remove_prefix(slash);
  }
  return false;
}

std::optional<std::string> find_site_folder(std::string_view file,
                                            const std::vector<std::string>& workspace_folders) {
  const std::string* workspace = innermost_folder(workspace_folders, file);
  std::string outermost_with_posts;
  std::string below;  // the folder that the walk came from
  for (std::string folder(text::parent_folder(file)); !folder.empty();
       folder.resize(text::parent_folder(folder).size())) {
    // A configuration inside of a folder that no site is made of is not one that anybody edits.
    const bool ignored =
        workspace != nullptr && text::is_within(folder, *workspace) &&
        (is_ignored_folder(text::file_name(folder)) || lies_in_ignored_folder(*workspace, folder));
    if (!ignored && has_config(folder)) return folder;
    const bool within = workspace != nullptr && text::is_within(folder, *workspace);
    if (!ignored && (text::file_name(below) == "_posts" || (within && has_posts(folder))))
      outermost_with_posts = folder;
    below = folder;
  }
  if (outermost_with_posts.empty()) return std::nullopt;
  return outermost_with_posts;
}

std::vector<std::string> find_site_folders_below(const std::string& folder, std::size_t limit,
                                                 const std::function<bool()>& stopped) {
  struct Open {
    std::string path;
    std::size_t depth;
    bool in_site;  // below a site's folder only another configuration makes a site
  };
  std::vector<std::string> found;
  std::deque<Open> open = {{folder, 0, false}};
  for (std::size_t seen = 0; !open.empty() && seen < most_folders && found.size() < limit && !stopped();
       ++seen) {
    Open current = std::move(open.front());
    open.pop_front();
    if (has_config(current.path) || (!current.in_site && has_posts(current.path))) {
      found.push_back(current.path);
      current.in_site = true;
    }
    if (current.depth == deepest_search) continue;
    for (const std::string& name : platform::folders_in(current.path)) {
      if (!is_ignored_folder(name))
        open.push_back({text::join_path(current.path, name), current.depth + 1, current.in_site});
    }
  }
  return found;
}

}  // namespace lsp
