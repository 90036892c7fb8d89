#include "server/features/knowledge/liquid_names.h"

#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace features {
namespace {

constexpr std::size_t most_files = 50;
constexpr std::size_t largest_file = std::size_t{256} << 10U;

// `_plugins` and what is below it; links out of the site are not followed.
void add_files(const site::FileSystem& files, const std::string& folder, std::size_t depth,
               std::vector<std::string>& paths) {
  constexpr std::size_t deepest = 5;
  for (const site::DirectoryEntry& entry : files.list(folder)) {
    if (paths.size() == most_files || entry.outside) return;
    const std::string path = folder + "/" + entry.name;
    if (entry.directory && depth < deepest) add_files(files, path, depth + 1, paths);
    if (!entry.directory && entry.name.ends_with(".rb")) paths.push_back(path);
  }
}

void append(std::vector<std::string>& all, std::vector<std::string> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

site::RubyPlugin own_liquid(const site::Site& site) {
  site::RubyPlugin all;
  const site::Config& config = site.config();
  if (!config.own_plugins || config.safe || config.github_pages) return all;
  std::vector<std::string> paths;
  add_files(site.files(), config.plugins_dir, 0, paths);
  for (const std::string& path : paths) {
    const auto text = site.files().read_prefix(path, largest_file);
    if (!text) continue;
    site::RubyPlugin plugin = site::scan_ruby_plugin(*text);
    append(all.tags, std::move(plugin.tags));
    append(all.blocks, std::move(plugin.blocks));
    append(all.filters, std::move(plugin.filters));
  }
  return all;
}

bool brings_liquid(const site::Site* site, std::string_view by) {
  return by == "liquid" || by == "jekyll" || (site && site->config().has_plugin(by));
}

}  // namespace features
