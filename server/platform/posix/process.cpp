#include "server/platform/process.h"

#include <cerrno>
#include <cstdlib>
#include <limits>
#include <signal.h>
#include <sys/types.h>

namespace platform {

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

bool is_process_number(std::int64_t number) {
  return number > 0 && number <= std::numeric_limits<pid_t>::max();
}

bool is_running(std::int64_t process) {
  return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

}  // namespace platform
