// Walks over folders of the disk for the watcher: which folders there are, and what has changed since the
// last walk. Plain functions that may run on any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace lsp {

// All folders below and with `root`, without ignored ones and without following links. Ends early when
// `stopped` says so.
[[nodiscard]] std::vector<std::string> folders_below(const std::string& root,
                                                     const std::function<bool()>& stopped);

// What tells two states of a file apart without reading it.
struct FileStamp {
  std::int64_t modified = 0;
  std::uintmax_t size = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
using FolderState = std::map<std::string, FileStamp>;  // absolute path of each file

[[nodiscard]] FolderState read_folder_state(const std::string& root, const std::function<bool()>& stopped);

// Files that are in only one of the two, or differ.
[[nodiscard]] std::vector<std::string> changed_files(const FolderState& before, const FolderState& after);

}  // namespace lsp
