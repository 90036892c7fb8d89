// Which site does a path of the command line belong to? Knows only file names; what Jekyll reads is
// server/site's to say.
#pragma once

#include <string>
#include <variant>

namespace cli {

struct SiteFolder {
  std::string root;      // absolute: the folder of `_config.yml`, or the one that holds `_posts`
  std::string below;     // the given path relative to `root`, with `/`; "" for the whole site
  bool is_file = false;  // the given path is no folder
};

// Takes any existing folder or file of the machine. The nearest folder upwards that holds `_config.yml` (or
// .yaml, .toml) wins; without any, the given folder if it holds `_posts`, else the outermost one that does. A
// string is the reason why there is none, for the user.
[[nodiscard]] std::variant<SiteFolder, std::string> find_site(const std::string& path);

}  // namespace cli
