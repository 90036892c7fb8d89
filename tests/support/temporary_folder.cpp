#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "protocol/uri.h"

namespace support {
namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  std::string name = (fs::temp_directory_path() / "jekyll-ls-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder: " + name);
  path_ = fs::canonical(name).string();
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string TemporaryFolder::path(std::string_view relative) const {
  return relative.empty() ? path_ : path_ + "/" + std::string(relative);
}

std::string TemporaryFolder::uri(std::string_view relative) const {
  return protocol::path_to_uri(path(relative));
}

void TemporaryFolder::write(std::string_view relative, std::string_view text) const {
  const fs::path file = path(relative);
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

void TemporaryFolder::replace(std::string_view relative, std::string_view text) const {
  const std::string beside = std::string(relative) + ".new";
  write(beside, text);
  rename(beside, relative);
}

void TemporaryFolder::rename(std::string_view from, std::string_view to) const {
  fs::create_directories(fs::path(path(to)).parent_path());
  fs::rename(path(from), path(to));
}

void TemporaryFolder::remove(std::string_view relative) const {
  fs::remove_all(path(relative));
}

}  // namespace support
