// One LSP session from `initialize` to `exit`: the lifecycle, document sync, settings and folders. The only
// writer of what changes; everything else is told by it. Runs on the main strand; blocks never.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

#include "protocol/transport.h"
#include "server/platform/watcher.h"

namespace asio {
class io_context;
}  // namespace asio

namespace lsp {

struct ServerOptions {
  unsigned workers = 2;  // 0: everything on the main strand
  std::optional<std::int64_t> client_process;
  std::chrono::milliseconds check_process_every{1000};
  platform::Watcher::Options watcher;
};

class LanguageServer {
 public:
  LanguageServer(asio::io_context& main, std::unique_ptr<protocol::Transport> transport,
                 const ServerOptions& options);
  ~LanguageServer();
  LanguageServer(const LanguageServer&) = delete;
  LanguageServer& operator=(const LanguageServer&) = delete;

  // Starts to read. The session is over when the io_context runs out of work.
  void start();
  // 0 if the client said `shutdown` before the end, else 1 (LSP 3.17, "Exit Notification").
  [[nodiscard]] int exit_code() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lsp
