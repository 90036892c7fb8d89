// Work-done progress of the server's own work (LSP 3.17, "Work Done Progress", "Server Initiated Progress").
#pragma once

#include <memory>
#include <string>

#include "server/lsp/state/sites.h"

namespace protocol {
class Endpoint;
}  // namespace protocol

namespace lsp {

class Scheduler;

// The displays of one session. Only for clients that support them. Main strand only.
class ProgressDisplays {
 public:
  ProgressDisplays(protocol::Endpoint& endpoint, Scheduler& scheduler)
      : endpoint_(endpoint), scheduler_(scheduler) {}

  // Asks the client for a display and feeds it. The end is sent when the last holder lets it go, whatever
  // thread that is on.
  [[nodiscard]] std::shared_ptr<Sites::Progress> begin(std::string title);

 private:
  protocol::Endpoint& endpoint_;
  Scheduler& scheduler_;
  int count_ = 0;  // each has a token of its own
};

}  // namespace lsp
