// Writes a changed file of a site to the disk, whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace cli {

// Replaces the content of `folder`/`path` by way of a new file beside it and a rename; mode and, where
// possible, owner stay. Behind a symbolic link its target is replaced. Gives "" or the reason why nothing was
// written: the file lies outside `folder` (an absolute path), is not writable, or no longer holds `before`.
[[nodiscard]] std::string replace_file(const std::string& folder, const std::string& path,
                                       std::string_view before, std::string_view after);

}  // namespace cli
