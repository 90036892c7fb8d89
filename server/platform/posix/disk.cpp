// The real disk, through POSIX calls relative to one open folder. Where the system itself proves that a path
// holds no symbolic link (open_beneath.h), only paths that do are resolved and compared with the root.
#include "server/platform/disk.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

#include "server/platform/posix/descriptor.h"
#include "server/platform/posix/open_beneath.h"
#include "server/text/path.h"

namespace platform {
namespace {

constexpr std::int64_t largest_file = 16 * 1024 * 1024;

std::optional<std::string> resolved_path(const std::string& path) {
  char* resolved = ::realpath(path.c_str(), nullptr);
  if (!resolved) return std::nullopt;
  std::string result = resolved;
  std::free(resolved);
  return result;
}

class Disk final : public FileSystem {
 public:
  explicit Disk(const std::string& root)
      : root_(resolved_path(root).value_or(root)),
        folder_(::open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

  std::vector<DirectoryEntry> list(std::string_view directory) const override {
    std::vector<DirectoryEntry> entries;
    const std::string path = text::normalized_path(directory);
    Descriptor opened = open(path, O_DIRECTORY);
    if (!opened) return entries;
    DIR* stream = ::fdopendir(opened.number());
    if (!stream) return entries;
    static_cast<void>(opened.release());  // closedir closes it
    while (const dirent* found = ::readdir(stream)) {
      const std::string_view name = found->d_name;
      if (name != "." && name != "..") add(entries, path, std::string(name), *found, stream);
    }
    ::closedir(stream);
    std::sort(entries.begin(), entries.end(),
              [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
    return entries;
  }

  std::optional<std::string> read(std::string_view path) const override {
    return read_up_to(path, largest_file, false);
  }

  std::optional<std::string> read_prefix(std::string_view path, std::size_t limit) const override {
    return read_up_to(path, static_cast<std::int64_t>(limit), true);
  }

  bool exists(std::string_view path) const override { return status(path).has_value(); }

  std::optional<std::int64_t> modified(std::string_view path) const override {
    const auto found = status(path);
    if (!found) return std::nullopt;
    return static_cast<std::int64_t>(found->st_mtime);
  }

  std::optional<std::uint64_t> size(std::string_view path) const override {
    const auto found = status(path);
    if (!found || !S_ISREG(found->st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(found->st_size);
  }

 private:
  // An open file or folder inside the root. Pipes and devices never block: they are opened without waiting
  // and told apart by their status.
  [[nodiscard]] Descriptor open(const std::string& path, int extra) const {
    const int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | extra;
    const std::string name = path.empty() ? "." : path;
    if (path == "..") return Descriptor(-1);
    if (std::optional<Descriptor> opened = open_beneath(folder_, name, flags)) return *std::move(opened);
    const auto resolved = inside(path);
    return Descriptor(resolved ? ::open(resolved->c_str(), flags | O_NOFOLLOW) : -1);
  }

  // The path of the machine behind all links, if that lies inside the root.
  [[nodiscard]] std::optional<std::string> inside(const std::string& path) const {
    auto resolved = resolved_path(root_ + '/' + path);
    if (!resolved || (*resolved != root_ && !resolved->starts_with(root_ == "/" ? root_ : root_ + '/')))
      return std::nullopt;
    return resolved;
  }

  [[nodiscard]] std::optional<struct stat> status(std::string_view path) const {
    const Descriptor opened = open(text::normalized_path(path), 0);
    struct stat found {};
    if (!opened || ::fstat(opened.number(), &found) != 0) return std::nullopt;
    if (!S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode)) return std::nullopt;
    return found;
  }

  [[nodiscard]] std::optional<std::string> read_up_to(std::string_view path, std::int64_t limit,
                                                      bool prefix) const {
    const Descriptor opened = open(text::normalized_path(path), 0);
    struct stat found {};
    if (!opened || ::fstat(opened.number(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
    if (found.st_size > limit && !prefix) return std::nullopt;
    std::string text(static_cast<std::size_t>(std::min<std::int64_t>(found.st_size, limit)), '\0');
    std::size_t done = 0;
    while (done < text.size()) {
      const ssize_t count = ::read(opened.number(), text.data() + done, text.size() - done);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return std::nullopt;
      if (count == 0) break;
      done += static_cast<std::size_t>(count);
    }
    text.resize(done);  // shorter if the file shrank meanwhile
    return text;
  }

  void add(std::vector<DirectoryEntry>& entries, const std::string& folder, std::string name,
           const dirent& found, DIR* stream) const {
    if (found.d_type == DT_REG || found.d_type == DT_DIR) {
      entries.push_back({std::move(name), found.d_type == DT_DIR, false, false});
      return;
    }
    if (found.d_type != DT_LNK && found.d_type != DT_UNKNOWN) return;
    struct stat own {};
    if (::fstatat(::dirfd(stream), name.c_str(), &own, AT_SYMLINK_NOFOLLOW) != 0) return;
    if (!S_ISLNK(own.st_mode)) {
      if (S_ISREG(own.st_mode) || S_ISDIR(own.st_mode))
        entries.push_back({std::move(name), S_ISDIR(own.st_mode), false, false});
      return;
    }
    struct stat target {};
    if (::fstatat(::dirfd(stream), name.c_str(), &target, 0) != 0) return;
    const bool directory = S_ISDIR(target.st_mode);
    if (!directory && !S_ISREG(target.st_mode)) return;
    const auto resolved = inside(text::join_path(folder, name));
    if (!resolved) {
      entries.push_back({std::move(name), directory, true, true});
    } else if (!directory || !encloses(*resolved, folder)) {
      entries.push_back({std::move(name), directory, true, false});
    }
  }

  // Does the walk to `folder` already pass through the real folder `target`? Then a link to it is a loop.
  [[nodiscard]] bool encloses(const std::string& target, const std::string& folder) const {
    for (std::size_t end = 0;; ++end) {
      end = std::min(folder.find('/', end), folder.size());
      const auto step = resolved_path(root_ + '/' + folder.substr(0, end));
      if (step && (*step == target || step->starts_with(target + '/'))) return true;
      if (end == folder.size()) return target == root_;
    }
  }

  std::string root_;
  Descriptor folder_;
};

}  // namespace

std::shared_ptr<const FileSystem> disk(std::string root) {
  return std::make_shared<const Disk>(root);
}

}  // namespace platform
