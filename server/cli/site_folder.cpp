#include "server/cli/site_folder.h"

#include <optional>
#include <utility>
#include <vector>

#include "server/platform/paths.h"
#include "server/text/path.h"

namespace cli {
namespace {

bool has_config(const std::string& folder) {
  return platform::is_file(text::join_path(folder, "_config.yml")) ||
         platform::is_file(text::join_path(folder, "_config.yaml")) ||
         platform::is_file(text::join_path(folder, "_config.toml"));
}

bool has_posts(const std::string& folder) {
  return platform::is_folder(text::join_path(folder, "_posts"));
}

// `start` and the folders above it that pass `test`, nearest first.
std::vector<std::string> upwards(std::string start, bool (*test)(const std::string&)) {
  std::vector<std::string> found;
  for (; !start.empty(); start = std::string(text::parent_folder(start))) {
    if (test(start)) found.push_back(start);
  }
  return found;
}

// A folder inside of a site may hold a `_posts` as well (`news/_posts`): of several the outermost is the
// site, unless the user names one.
std::optional<std::string> root_of(const std::string& start) {
  if (const std::vector<std::string> configured = upwards(start, has_config); !configured.empty())
    return configured.front();
  if (has_posts(start)) return start;
  if (const std::vector<std::string> posts = upwards(start, has_posts); !posts.empty()) return posts.back();
  return std::nullopt;
}

}  // namespace

std::variant<SiteFolder, std::string> find_site(const std::string& path) {
  const auto [given, problem] = platform::real_path(path);
  if (!problem.empty()) return path + ": " + problem;
  const bool is_file = !platform::is_folder(given);
  const std::optional<std::string> root = root_of(is_file ? std::string(text::parent_folder(given)) : given);
  if (!root) return path + ": no _config.yml and no _posts folder here or above, so this is no Jekyll site";
  const std::size_t below = *root == "/" ? 1 : root->size() + 1;
  return SiteFolder{*root, given == *root ? std::string() : given.substr(below), is_file};
}

}  // namespace cli
