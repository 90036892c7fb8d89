#include "tests/support/memory_file_system.h"

#include <utility>

namespace support {

MemoryFileSystem::MemoryFileSystem(std::map<std::string, std::string> files) {
  for (auto& [path, text] : files) write(path, std::move(text));
}

void MemoryFileSystem::write(const std::string& path, std::string text,
                             std::optional<std::int64_t> modified) {
  File& file = files_[path];
  file.text = std::move(text);
  if (modified) file.modified = *modified;
}

void MemoryFileSystem::remove(const std::string& path) {
  files_.erase(path);
}

std::vector<platform::DirectoryEntry> MemoryFileSystem::list(std::string_view directory) const {
  std::string prefix(directory);
  if (prefix == ".") prefix.clear();
  if (!prefix.empty() && !prefix.ends_with('/')) prefix += '/';
  std::map<std::string, bool> names;  // name -> is it a folder; sorted
  for (auto it = files_.lower_bound(prefix); it != files_.end() && it->first.starts_with(prefix); ++it) {
    const std::string rest = it->first.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    if (!rest.empty()) names.emplace(rest.substr(0, slash), slash != std::string::npos);
  }
  std::vector<platform::DirectoryEntry> entries;
  for (const auto& [name, is_directory] : names) entries.push_back({name, is_directory});
  return entries;
}

std::optional<std::string> MemoryFileSystem::read(std::string_view path) const {
  const auto it = files_.find(path);
  return it == files_.end() ? std::nullopt : std::optional(it->second.text);
}

std::optional<std::string> MemoryFileSystem::read_prefix(std::string_view path, std::size_t limit) const {
  const auto it = files_.find(path);
  return it == files_.end() ? std::nullopt : std::optional(it->second.text.substr(0, limit));
}

bool MemoryFileSystem::exists(std::string_view path) const {
  return files_.contains(path) || !list(path).empty();
}

std::optional<std::int64_t> MemoryFileSystem::modified(std::string_view path) const {
  const auto it = files_.find(path);
  return it == files_.end() ? std::nullopt : std::optional(it->second.modified);
}

std::optional<std::uint64_t> MemoryFileSystem::size(std::string_view path) const {
  const auto it = files_.find(path);
  return it == files_.end() ? std::nullopt : std::optional<std::uint64_t>(it->second.text.size());
}

}  // namespace support
