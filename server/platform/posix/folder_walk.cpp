#include "server/platform/folder_walk.h"

#include <chrono>
#include <filesystem>
#include <system_error>

namespace platform {
namespace {

namespace fs = std::filesystem;

// `visit` sees every entry that is no ignored folder.
void walk(const std::string& root, const IsIgnored& is_ignored, const std::function<bool()>& stopped,
          const std::function<void(const fs::directory_entry&, bool is_folder)>& visit) {
  std::error_code error;
  std::vector<fs::path> open = {root};
  while (!open.empty() && !stopped()) {
    const fs::path folder = std::move(open.back());
    open.pop_back();
    for (fs::directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && entry != end; entry.increment(error)) {
      std::error_code ignored;
      const bool is_folder = entry->is_directory(ignored) && !entry->is_symlink(ignored);
      if (is_folder && is_ignored(entry->path().filename().string())) continue;
      if (is_folder) open.push_back(entry->path());
      visit(*entry, is_folder);
    }
    error.clear();  // a folder that vanished or cannot be read has no files
  }
}

FileStamp stamp_of(const fs::directory_entry& file) {
  std::error_code error;
  const auto modified = file.last_write_time(error).time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::nanoseconds>(modified).count(), file.file_size(error)};
}

}  // namespace

std::vector<std::string> folders_below(const std::string& root, const IsIgnored& is_ignored,
                                       const std::function<bool()>& stopped) {
  std::vector<std::string> folders = {root};
  walk(root, is_ignored, stopped, [&](const fs::directory_entry& entry, bool is_folder) {
    if (is_folder) folders.push_back(entry.path().string());
  });
  return folders;
}

FolderState read_folder_state(const std::string& root, const IsIgnored& is_ignored,
                              const std::function<bool()>& stopped) {
  FolderState state;
  walk(root, is_ignored, stopped, [&](const fs::directory_entry& entry, bool is_folder) {
    std::error_code error;
    if (!is_folder && entry.is_regular_file(error)) state.emplace(entry.path().string(), stamp_of(entry));
  });
  return state;
}

}  // namespace platform
