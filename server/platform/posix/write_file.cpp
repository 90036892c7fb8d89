#include "server/platform/write_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

#include "server/platform/posix/descriptor.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

std::string last_error() {
  return std::strerror(errno);
}

bool lies_below(const fs::path& path, const fs::path& folder) {
  const std::string prefix = folder == "/" ? "/" : folder.string() + "/";
  return path.string().starts_with(prefix);
}

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A new file that is removed again unless it takes another one's place.
class Replacement {
 public:
  explicit Replacement(const fs::path& target)
      : target_(target), name_((target.parent_path() / ".jekyll-ls-XXXXXX").string()) {
    file_ = Descriptor(::mkostemp(name_.data(), O_CLOEXEC));
  }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;
  ~Replacement() {
    if (!name_.empty() && made_) ::unlink(name_.c_str());
  }

  // "" or why not.
  std::string take_place(std::string_view text, const struct stat& old) {
    if (!file_) return last_error();
    made_ = true;
    // Only root may give files away; for others the owner is right already, or cannot be kept.
    if (::fchown(file_.number(), old.st_uid, old.st_gid) != 0) errno = 0;
    if (::fchmod(file_.number(), old.st_mode & 07777U) != 0 || !write_all(file_.number(), text) ||
        ::fsync(file_.number()) != 0 || std::rename(name_.c_str(), target_.c_str()) != 0)
      return last_error();
    made_ = false;
    return {};
  }

 private:
  fs::path target_;
  std::string name_;
  Descriptor file_{-1};
  bool made_ = false;
};

}  // namespace

std::string replace_file(const std::string& folder, const std::string& path, std::string_view before,
                         std::string_view after) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return error.message();
  const fs::path target = fs::canonical(root / path, error);
  if (error) return error.message();
  if (!lies_below(target, root)) return "lies outside the site";
  struct stat old {};
  if (::lstat(target.c_str(), &old) != 0) return last_error();
  if (!S_ISREG(old.st_mode)) return "is no file";
  if (::access(target.c_str(), W_OK) != 0) return last_error();
  std::ifstream stream(target, std::ios::binary);
  const std::string present{std::istreambuf_iterator<char>(stream), {}};
  if (present == after) return {};  // written under another name already
  if (present != before) return "has changed meanwhile; nothing was written";
  return Replacement(target).take_place(after, old);
}

std::string create_file(const std::string& folder, const std::string& path, std::string_view text) {
  std::error_code error;
  const fs::path root = fs::canonical(folder, error);
  if (error) return error.message();
  // Of what is not there yet no part can be a link.
  const fs::path target = fs::weakly_canonical(root / path, error);
  if (error) return error.message();
  if (!lies_below(target, root)) return "lies outside the site";
  fs::create_directories(target.parent_path(), error);
  if (error) return error.message();
  Descriptor file(::open(target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!file) return last_error();
  if (!write_all(file.number(), text)) {
    const std::string reason = last_error();
    fs::remove(target, error);
    return reason;
  }
  return ::close(file.release()) == 0 ? std::string() : last_error();
}

std::string remove_file(const std::string& path) {
  std::error_code error;
  return fs::remove(path, error) ? std::string() : error.message();
}

}  // namespace platform
