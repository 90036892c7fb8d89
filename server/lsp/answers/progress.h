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

// Asks the client for a progress display and feeds it. The end is sent when the last holder lets it go,
// whatever thread that is on. Only for clients that support it. Main strand only.
[[nodiscard]] std::shared_ptr<Sites::Progress> begin_progress(protocol::Endpoint& endpoint,
                                                              Scheduler& scheduler, std::string title);

}  // namespace lsp
