// What the machine says of single paths, absolute or from the working folder: by name alone, nothing is read.
// Whatever cannot be looked at does not exist. Knows nothing of sites.
#pragma once

#include <string>
#include <vector>

namespace platform {

// Links are followed.
[[nodiscard]] bool is_file(const std::string& path);
[[nodiscard]] bool is_folder(const std::string& path);

// The names of the folders directly in `folder`, in byte order, without those that are links.
[[nodiscard]] std::vector<std::string> folders_in(const std::string& folder);

struct RealPath {
  std::string path;     // absolute, without links, `.` and `..`, and without a final slash
  std::string problem;  // if there is no such file or folder: why, in the system's words
};
[[nodiscard]] RealPath real_path(const std::string& path);

// The way from the working folder to a path, with `..` where it leads up; links on both are resolved first.
// "." is the working folder itself. Throws std::system_error when that is gone.
[[nodiscard]] std::string way_from_working_folder(const std::string& path);

}  // namespace platform
