#include "server/lsp/machine/folder_walk.h"

#include <filesystem>
#include <system_error>

#include "server/lsp/machine/watcher.h"

namespace lsp {
namespace fs = std::filesystem;
namespace {

// `visit` sees every entry that is no ignored folder.
void walk(const std::string& root, const std::function<bool()>& stopped,
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
      if (is_folder && is_ignored_folder(entry->path().filename().string())) continue;
      if (is_folder) open.push_back(entry->path());
      visit(*entry, is_folder);
    }
    error.clear();  // a folder that vanished or cannot be read has no files
  }
}

}  // namespace

std::vector<std::string> folders_below(const std::string& root, const std::function<bool()>& stopped) {
  std::vector<std::string> folders = {root};
  walk(root, stopped, [&](const fs::directory_entry& entry, bool is_folder) {
    if (is_folder) folders.push_back(entry.path().string());
  });
  return folders;
}

FolderState read_folder_state(const std::string& root, const std::function<bool()>& stopped) {
  FolderState state;
  walk(root, stopped, [&](const fs::directory_entry& entry, bool is_folder) {
    std::error_code error;
    if (is_folder || !entry.is_regular_file(error)) return;
    const FileStamp stamp{entry.last_write_time(error).time_since_epoch().count(), entry.file_size(error)};
    state.emplace(entry.path().string(), stamp);
  });
  return state;
}

std::vector<std::string> changed_files(const FolderState& before, const FolderState& after) {
  std::vector<std::string> changed;
  for (const auto& [path, stamp] : before) {
    const auto now = after.find(path);
    if (now == after.end() || now->second != stamp) changed.push_back(path);
  }
  for (const auto& [path, stamp] : after) {
    if (!before.contains(path)) changed.push_back(path);
  }
  return changed;
}

}  // namespace lsp
