#include "server/lsp/machine/process_watch.h"

#include <cerrno>
#include <limits>
#include <signal.h>
#include <string>
#include <sys/types.h>
#include <utility>

#include "server/lsp/machine/log.h"

namespace lsp {
namespace {

bool is_running(std::int64_t process) {
  return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

}  // namespace

ProcessWatch::ProcessWatch(Scheduler& scheduler, std::chrono::milliseconds every, std::function<void()> gone)
    : scheduler_(scheduler), every_(every), gone_(std::move(gone)) {}

void ProcessWatch::watch(std::int64_t process) {
  // Zero and negative numbers would mean process groups.
  if (process <= 0 || process > std::numeric_limits<pid_t>::max()) return;
  if (!is_running(process))
    return log_warning("the client's process cannot be seen: " + std::to_string(process));
  check(process);
}

void ProcessWatch::check(std::int64_t process) {
  if (!is_running(process)) return gone_();
  scheduler_.debounce("process " + std::to_string(process), every_, [this, process] { check(process); });
}

}  // namespace lsp
