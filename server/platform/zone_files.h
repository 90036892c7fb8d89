// The time zones that the machine has: which one is its own, and the files of all of them as plain bytes.
// What is missing or cannot be read is left out; nothing here fails in another way. Knows nothing of what is
// in the files: that is server/dates.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace platform {

// Shows `take` the files of a name of the tz database ("Asia/Seoul") in the machine's zone folders, the one
// that counts first at the front, until it takes one. Nothing outside those folders is read: a name that is
// absolute or holds `..` has no file. A file larger than 1 MiB is no zone file.
void read_zone_files(std::string_view name, const std::function<bool(const std::string& bytes)>& take);

// A zone file anywhere on the machine, by its absolute path.
[[nodiscard]] std::optional<std::string> zone_file_at(const std::string& path);

struct SystemZone {
  std::string name;                 // of the tz database, for people to read; "" if unknown
  std::optional<std::string> file;  // its content
};
[[nodiscard]] SystemZone system_zone();

}  // namespace platform
