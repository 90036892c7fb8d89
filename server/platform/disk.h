// A folder of the machine's disk as a FileSystem. Knows nothing of sites.
#pragma once

#include <memory>
#include <string>

#include "server/platform/file_system.h"

namespace platform {

// `root` is an absolute path. A folder that is missing or cannot be read is an empty one.
[[nodiscard]] std::shared_ptr<const FileSystem> disk(std::string root);

}  // namespace platform
