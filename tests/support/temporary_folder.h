// A folder on the real disk that lives as long as the object: for tests that need files which other programs
// see.
#pragma once

#include <string>
#include <string_view>

namespace support {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // Absolute, without a final slash, links resolved.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string path(std::string_view relative) const;
  [[nodiscard]] std::string uri(std::string_view relative) const;  // "" : of the folder

  // Makes the folders above; replaces the content in place.
  void write(std::string_view relative, std::string_view text) const;
  // As editors save: a new file beside the old one, then a rename over it.
  void replace(std::string_view relative, std::string_view text) const;
  void rename(std::string_view from, std::string_view to) const;
  void remove(std::string_view relative) const;  // folders with all they hold

 private:
  std::string path_;
};

}  // namespace support
