// Writes files to the disk, whole or not at all. Each function gives "" or the reason why nothing was
// written, in the system's words where it is the system that refuses.
#pragma once

#include <string>
#include <string_view>

namespace platform {

// Replaces the content of `folder`/`path` by way of a new file beside it and a rename; mode and, where
// possible, owner stay. Behind a symbolic link its target is replaced. Refuses a file that lies outside
// `folder` (an absolute path), is not writable, or no longer holds `before`.
[[nodiscard]] std::string replace_file(const std::string& folder, const std::string& path,
                                       std::string_view before, std::string_view after);

// Makes a new file `folder`/`path`, and the folders above it. Never replaces what is there. Refuses a place
// outside of `folder`, also where a link or `..` leads there.
[[nodiscard]] std::string create_file(const std::string& folder, const std::string& path,
                                      std::string_view text);

[[nodiscard]] std::string remove_file(const std::string& path);

}  // namespace platform
