// Which folder is the site that a file belongs to? The folder of the nearest `_config.yml` upwards from the
// file; where there is none, the outermost folder that holds `_posts`. Looks at the disk by name only and
// reads nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lsp {

// `_config.yml`, `_config.yaml`, `_config.toml`: the names Jekyll looks for
// (jekyll/lib/jekyll/configuration.rb).
[[nodiscard]] bool is_config_name(std::string_view name);

// The innermost of `folders` that holds the path; nullptr if none does.
[[nodiscard]] const std::string* innermost_folder(const std::vector<std::string>& folders,
                                                  std::string_view path);

// Folders that hold no source of a site: never watched, never searched. Their names are ignored at any depth.
[[nodiscard]] bool is_ignored_folder(std::string_view name);
// Some folder on the way from `folder` to `path`, the last name excluded, is one that holds no sources
// (`_site`, `node_modules`, …).
[[nodiscard]] bool lies_in_ignored_folder(std::string_view folder, std::string_view path);

// The site's folder of an absolute file path; nullopt outside of any site. A configuration file counts also
// above the workspace folders, a `_posts` folder only within them or when it is on the file's own path.
[[nodiscard]] std::optional<std::string> find_site_folder(std::string_view file,
                                                          const std::vector<std::string>& workspace_folders);

// The folders of sites in and below a workspace folder, the ones nearest to it first; at most `limit`, since
// some repositories hold hundreds of small sites as test data.
[[nodiscard]] std::vector<std::string> find_site_folders_below(const std::string& folder, std::size_t limit,
                                                               const std::function<bool()>& stopped);

}  // namespace lsp
