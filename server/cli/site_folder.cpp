#include "server/cli/site_folder.h"

#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace cli {
namespace {

namespace fs = std::filesystem;

bool has_config(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "_config.yml", ignored) ||
         fs::is_regular_file(folder / "_config.yaml", ignored) ||
         fs::is_regular_file(folder / "_config.toml", ignored);
}

bool has_posts(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "_posts", ignored);
}

// `start` and the folders above it that pass `test`, nearest first.
std::vector<fs::path> upwards(fs::path start, bool (*test)(const fs::path&)) {
  std::vector<fs::path> found;
  for (;; start = start.parent_path()) {
    if (test(start)) found.push_back(start);
    if (start == start.parent_path()) return found;
  }
}

// A folder inside of a site may hold a `_posts` as well (`news/_posts`): of several the outermost is the
// site, unless the user names one.
std::optional<fs::path> root_of(const fs::path& start) {
  if (const std::vector<fs::path> configured = upwards(start, has_config); !configured.empty())
    return configured.front();
  if (has_posts(start)) return start;
  if (const std::vector<fs::path> posts = upwards(start, has_posts); !posts.empty()) return posts.back();
  return std::nullopt;
}

}  // namespace

std::variant<SiteFolder, std::string> find_site(const std::string& path) {
  std::error_code error;
  const fs::path given = fs::canonical(path, error);
  if (error) return path + ": " + error.message();
  const bool is_file = !fs::is_directory(given, error);
  const fs::path start = is_file ? given.parent_path() : given;

  const std::optional<fs::path> root = root_of(start);
  if (!root) return path + ": no _config.yml and no _posts folder here or above, so this is no Jekyll site";

  std::string below = given.lexically_relative(*root).generic_string();
  if (below == ".") below.clear();
  return SiteFolder{root->string(), std::move(below), is_file};
}

}  // namespace cli
