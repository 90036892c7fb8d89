// What each POSIX system answers in a way of its own: opening a path below a folder so that no link can lead
// out. For posix/disk.cpp alone.
#pragma once

#include <optional>
#include <string>

#include "server/platform/posix/descriptor.h"

namespace platform {

// Opens `path`, which is relative and normalized, below an open folder, if the system itself proves that no
// link is on the way. A closed descriptor: it cannot be opened. nullopt: there is a link, or the system
// cannot tell, so the path has to be resolved.
[[nodiscard]] std::optional<Descriptor> open_beneath(const Descriptor& folder, const std::string& path,
                                                     int flags);

}  // namespace platform
