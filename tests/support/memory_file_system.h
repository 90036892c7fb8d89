// A site that exists only in memory: tests write files into it and load them like a folder of the disk.
// Paths are relative to the root, with `/`; folders exist as soon as a file lies below them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/platform/file_system.h"

namespace support {

class MemoryFileSystem : public platform::FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files);

  // Replaces what was there. `modified` is in seconds since 1970 and stays as it was without a value (0 at
  // first).
  void write(const std::string& path, std::string text, std::optional<std::int64_t> modified = std::nullopt);
  void remove(const std::string& path);

  [[nodiscard]] std::vector<platform::DirectoryEntry> list(std::string_view directory) const override;
  [[nodiscard]] std::optional<std::string> read(std::string_view path) const override;
  [[nodiscard]] std::optional<std::string> read_prefix(std::string_view path,
                                                       std::size_t limit) const override;
  [[nodiscard]] bool exists(std::string_view path) const override;
  [[nodiscard]] std::optional<std::int64_t> modified(std::string_view path) const override;
  [[nodiscard]] std::optional<std::uint64_t> size(std::string_view path) const override;

 private:
  struct File {
    std::string text;
    std::int64_t modified = 0;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace support
