// A tree of files that can be read: a folder of the disk (disk.h), a site that a test has in memory, a folder
// with unsaved texts in front. The only way to files for everything below server/lsp. Paths are UTF-8, with
// `/`, and relative to the root that the object was made for; nothing outside that root can be read, also not
// through symbolic links. What cannot be read is missing; nothing fails in another way. Safe to use from any
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace platform {

struct DirectoryEntry {
  std::string name;
  bool directory = false;
  bool link = false;     // a symbolic link that stays inside the root
  bool outside = false;  // a symbolic link that leads outside: its content can neither be listed nor read
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // Entries in byte order of their names; empty for what is no directory. Symbolic links are followed inside
  // the root; loops and links that lead outside are left out.
  [[nodiscard]] virtual std::vector<DirectoryEntry> list(std::string_view directory) const = 0;
  // nullopt: no such file, not readable, or larger than 16 MiB.
  [[nodiscard]] virtual std::optional<std::string> read(std::string_view path) const = 0;
  // The first `limit` bytes, or the whole file if it is shorter; of files of any size. nullopt as above.
  [[nodiscard]] virtual std::optional<std::string> read_prefix(std::string_view path,
                                                               std::size_t limit) const = 0;
  [[nodiscard]] virtual bool exists(std::string_view path) const = 0;
  // In bytes, without reading it; nullopt as for `read`, but of files of any size.
  [[nodiscard]] virtual std::optional<std::uint64_t> size(std::string_view path) const = 0;
  [[nodiscard]] virtual std::optional<std::int64_t> modified(std::string_view path) const = 0;
};

// `folder` of `files` as a root of its own (`source:` in `_config.yml`). Paths may climb out of the folder
// with `..`, but not out of the root of `files`.
[[nodiscard]] std::shared_ptr<const FileSystem> subfolder(std::shared_ptr<const FileSystem> files,
                                                          std::string folder);

// Texts by their paths, those that nobody has written to the disk yet.
using Texts = std::map<std::string, std::string, std::less<>>;

// `base` with these texts in place of what it has, also at paths where it has nothing, if their folders are
// there.
[[nodiscard]] std::shared_ptr<const FileSystem> with_texts(std::shared_ptr<const FileSystem> base,
                                                           Texts texts);

}  // namespace platform
