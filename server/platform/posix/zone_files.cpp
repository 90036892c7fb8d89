// Zone files as Unix keeps them: folders named like the zones, and /etc/localtime.
#include "server/platform/zone_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include "server/platform/process.h"

namespace platform {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_zone_file = 1 << 20;
constexpr std::array<const char*, 4> usual_folders = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                                                      "/usr/share/lib/zoneinfo", "/etc/zoneinfo"};

std::optional<std::string> read_small_file(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) || error) return std::nullopt;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > largest_zone_file) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

// The name behind `/etc/localtime`; "" if it has none.
std::string system_zone_name() {
  std::error_code error;
  const std::string target = fs::read_symlink("/etc/localtime", error).string();
  constexpr std::string_view folder = "zoneinfo/";
  const std::size_t at = target.rfind(folder);
  if (!error && at != std::string::npos) return target.substr(at + folder.size());
  std::string name = read_small_file("/etc/timezone").value_or("");
  while (!name.empty() && (name.back() == '\n' || name.back() == ' ')) name.pop_back();
  return name;
}

}  // namespace

void read_zone_files(std::string_view name, const std::function<bool(const std::string& bytes)>& take) {
  if (name.empty() || name.find("..") != std::string_view::npos || name.front() == '/') return;
  const auto taken = [&](const fs::path& folder) {
    const std::optional<std::string> file = read_small_file(folder / name);
    return file && take(*file);
  };
  if (const std::optional<std::string> own = environment_variable("TZDIR");
      own && !own->empty() && taken(*own))
    return;
  static_cast<void>(std::any_of(usual_folders.begin(), usual_folders.end(), taken));
}

std::optional<std::string> zone_file_at(const std::string& path) {
  return read_small_file(path);
}

SystemZone system_zone() {
  return {system_zone_name(), read_small_file("/etc/localtime")};
}

}  // namespace platform
