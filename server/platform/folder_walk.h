// Walks over folders of the disk for who watches them: which folders there are, and what state their files
// are in. Links are not followed; what cannot be read is left out. Plain functions that may run on any
// thread. Both end early, with what they have, when `stopped` says so.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

// Folders with such a name are left out with all they hold, at any depth below the first.
using IsIgnored = std::function<bool(std::string_view name)>;

// All folders below and with `root`.
[[nodiscard]] std::vector<std::string> folders_below(const std::string& root, const IsIgnored& is_ignored,
                                                     const std::function<bool()>& stopped);

// What tells two states of a file apart without reading it.
struct FileStamp {
  std::int64_t modified = 0;  // nanoseconds, from a time that is the system's to choose
  std::uintmax_t size = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
using FolderState = std::map<std::string, FileStamp>;  // absolute path of each file

[[nodiscard]] FolderState read_folder_state(const std::string& root, const IsIgnored& is_ignored,
                                            const std::function<bool()>& stopped);

}  // namespace platform
