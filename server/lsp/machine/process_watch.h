// Ends an orphan: calls back when the editor's process is gone (LSP 3.17, "InitializeParams.processId"). Main
// strand only.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

#include "server/lsp/machine/scheduler.h"

namespace lsp {

class ProcessWatch {
 public:
  ProcessWatch(Scheduler& scheduler, std::chrono::milliseconds every, std::function<void()> gone);

  // A process that cannot be seen from here in the first place is not watched: an editor outside of the
  // server's container has a number that means nothing inside.
  void watch(std::int64_t process);

 private:
  void check(std::int64_t process);

  Scheduler& scheduler_;
  std::chrono::milliseconds every_;
  std::function<void()> gone_;
};

}  // namespace lsp
