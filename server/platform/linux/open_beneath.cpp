// openat2, since Linux 5.6. Older kernels do not know it, some sandboxes refuse it.
#include "server/platform/posix/open_beneath.h"

#if __has_include(<linux/openat2.h>)
#include <cerrno>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace platform {

std::optional<Descriptor> open_beneath(const Descriptor& folder, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<decltype(how.flags)>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  const long opened = ::syscall(SYS_openat2, folder.number(), path.c_str(), &how, sizeof how);
  if (opened >= 0) return Descriptor(static_cast<int>(opened));
  if (errno != ELOOP && errno != ENOSYS && errno != EPERM) return Descriptor(-1);
  return std::nullopt;
}

}  // namespace platform

#else

namespace platform {

std::optional<Descriptor> open_beneath(const Descriptor&, const std::string&, int) {
  return std::nullopt;
}

}  // namespace platform

#endif
