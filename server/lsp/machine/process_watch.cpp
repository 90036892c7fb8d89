#include "server/lsp/machine/process_watch.h"

#include <string>
#include <utility>

#include "server/lsp/machine/log.h"
#include "server/platform/process.h"

namespace lsp {

ProcessWatch::ProcessWatch(Scheduler& scheduler, std::chrono::milliseconds every, std::function<void()> gone)
    : scheduler_(scheduler), every_(every), gone_(std::move(gone)) {}

void ProcessWatch::watch(std::int64_t process) {
  if (!platform::is_process_number(process)) return;
  if (!platform::is_running(process))
    return log_warning("the client's process cannot be seen: " + std::to_string(process));
  check(process);
}

void ProcessWatch::check(std::int64_t process) {
  if (!platform::is_running(process)) return gone_();
  scheduler_.debounce("process " + std::to_string(process), every_, [this, process] { check(process); });
}

}  // namespace lsp
