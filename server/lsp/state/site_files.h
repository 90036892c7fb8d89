// A site's files as the server reads them, below the site's folder. May run on any thread.
#pragma once

#include <string>

#include "server/site/site.h"

namespace lsp {

// The absolute source folder of a site: the folder of `_config.yml`, unless that says `source:`.
[[nodiscard]] std::string source_folder(const std::string& site_folder, const site::Config& config);

// What has become of a path of the site on disk. Files that cannot hold front matter (images) are not read in
// full: their first bytes stand for them.
[[nodiscard]] site::Change read_change(const site::Site& site, std::string path);

}  // namespace lsp
