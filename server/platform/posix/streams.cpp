#include "server/platform/streams.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace platform {

void ignore_broken_pipes() {
  std::signal(SIGPIPE, SIG_IGN);
}

int duplicate(int descriptor) {
  const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (copy == -1) throw std::system_error(errno, std::generic_category(), "Cannot duplicate a descriptor");
  return copy;
}

TakenStreams take_standard_streams() {
  const int input = duplicate(STDIN_FILENO);
  const int output = duplicate(STDOUT_FILENO);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  ::dup2(nothing, STDIN_FILENO);
  if (::dup2(STDERR_FILENO, STDOUT_FILENO) == -1) ::dup2(nothing, STDOUT_FILENO);  // no standard error
  ::close(nothing);
  return {input, output};
}

int file_mode(int descriptor) {
  return ::fcntl(descriptor, F_GETFL);
}

void restore_file_mode(int descriptor, int mode) {
  if (mode != -1) ::fcntl(descriptor, F_SETFL, mode);
}

}  // namespace platform
