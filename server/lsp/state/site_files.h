// A site's files as the server reads them: below the site's folder, with unsaved texts in front of the disk.
// Free functions and one FileSystem; all may run on any thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/platform/file_system.h"
#include "server/site/site.h"

namespace lsp {

// The absolute source folder of a site: the folder of `_config.yml`, unless that says `source:`.
[[nodiscard]] std::string source_folder(const std::string& site_folder, const site::Config& config);

// What has become of a path of the site on disk. Files that cannot hold front matter (images) are not read in
// full: their first bytes stand for them.
[[nodiscard]] site::Change read_change(const site::Site& site, std::string path);

// `base` with some texts in place of what the disk has. For the few files that decide how a site is read
// (`_config.yml`, `Gemfile`); paths are relative to the folder.
[[nodiscard]] std::shared_ptr<const platform::FileSystem> with_texts(
    std::shared_ptr<const platform::FileSystem> base, std::map<std::string, std::string> texts);

}  // namespace lsp
