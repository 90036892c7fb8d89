#include "server/platform/file_system.h"

#include <algorithm>
#include <utility>

#include "server/text/path.h"

namespace platform {
namespace {

class Subfolder final : public FileSystem {
 public:
  Subfolder(std::shared_ptr<const FileSystem> files, std::string folder)
      : files_(std::move(files)), folder_(std::move(folder)) {}

  std::vector<DirectoryEntry> list(std::string_view directory) const override {
    return files_->list(path(directory));
  }
  std::optional<std::string> read(std::string_view path_below) const override {
    return files_->read(path(path_below));
  }
  std::optional<std::string> read_prefix(std::string_view path_below, std::size_t limit) const override {
    return files_->read_prefix(path(path_below), limit);
  }
  bool exists(std::string_view path_below) const override { return files_->exists(path(path_below)); }
  std::optional<std::int64_t> modified(std::string_view path_below) const override {
    return files_->modified(path(path_below));
  }
  std::optional<std::uint64_t> size(std::string_view path_below) const override {
    return files_->size(path(path_below));
  }

 private:
  [[nodiscard]] std::string path(std::string_view below) const {
    return text::normalized_path(folder_ + '/' + std::string(below));
  }

  std::shared_ptr<const FileSystem> files_;
  std::string folder_;
};

class WithTexts final : public FileSystem {
 public:
  WithTexts(std::shared_ptr<const FileSystem> base, Texts texts)
      : base_(std::move(base)), texts_(std::move(texts)) {}

  std::vector<DirectoryEntry> list(std::string_view directory) const override {
    std::vector<DirectoryEntry> entries = base_->list(directory);
    if (directory == ".") directory = {};
    for (const auto& [path, text] : texts_) {
      if (text::parent_folder(path) != directory) continue;
      const std::string_view name = text::file_name(path);
      const auto place = std::lower_bound(
          entries.begin(), entries.end(), name,
          [](const DirectoryEntry& entry, std::string_view other) { return entry.name < other; });
      if (place == entries.end() || place->name != name) entries.insert(place, {.name = std::string(name)});
    }
    return entries;
  }
  std::optional<std::string> read(std::string_view path) const override {
    const auto text = texts_.find(path);
    return text != texts_.end() ? text->second : base_->read(path);
  }
  std::optional<std::string> read_prefix(std::string_view path, std::size_t limit) const override {
    const auto text = texts_.find(path);
    return text != texts_.end() ? text->second.substr(0, limit) : base_->read_prefix(path, limit);
  }
  bool exists(std::string_view path) const override {
    return texts_.find(path) != texts_.end() || base_->exists(path);
  }
  std::optional<std::int64_t> modified(std::string_view path) const override { return base_->modified(path); }
  std::optional<std::uint64_t> size(std::string_view path) const override {
    const auto text = texts_.find(path);
    return text != texts_.end() ? text->second.size() : base_->size(path);
  }

 private:
  std::shared_ptr<const FileSystem> base_;
  Texts texts_;
};

}  // namespace

std::shared_ptr<const FileSystem> subfolder(std::shared_ptr<const FileSystem> files, std::string folder) {
  return std::make_shared<const Subfolder>(std::move(files), std::move(folder));
}

std::shared_ptr<const FileSystem> with_texts(std::shared_ptr<const FileSystem> base, Texts texts) {
  if (texts.empty()) return base;
  return std::make_shared<const WithTexts>(std::move(base), std::move(texts));
}

}  // namespace platform
