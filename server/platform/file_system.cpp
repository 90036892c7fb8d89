#include "server/platform/file_system.h"

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

}  // namespace

std::shared_ptr<const FileSystem> subfolder(std::shared_ptr<const FileSystem> files, std::string folder) {
  return std::make_shared<const Subfolder>(std::move(files), std::move(folder));
}

}  // namespace platform
