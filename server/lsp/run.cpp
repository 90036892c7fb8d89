#include "server/lsp/run.h"

#include <algorithm>
#include <asio/io_context.hpp>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "protocol/socket_transport.h"
#include "protocol/stdio_transport.h"
#include "server/lsp/language_server.h"
#include "server/platform/streams.h"

namespace lsp {
namespace {

std::unique_ptr<protocol::Transport> open_transport(asio::io_context& main, const Options& options) {
  switch (options.transport) {
    case Options::Transport::socket:
      return protocol::connect_tcp(main, options.port);
    case Options::Transport::pipe:
      return protocol::connect_unix(main, options.pipe);
    case Options::Transport::stdio:
      break;
  }
  return protocol::make_stdio_transport(main);
}

}  // namespace

int run(const Options& options) {
  // A reader that went away is an error of the write, not the end of the process; also for standard error.
  platform::ignore_broken_pipes();
  if (!open_log(options.log_level, options.log_file))
    log_warning("the log file cannot be opened: " + options.log_file);
  asio::io_context main;
  std::unique_ptr<protocol::Transport> transport;
  try {
    transport = open_transport(main, options);
  } catch (const std::exception& error) {
    log_error(std::string("no connection to the editor: ") + error.what());
    return 1;
  }
  ServerOptions server_options;
  server_options.client_process = options.client_process;
  server_options.workers = std::clamp(std::thread::hardware_concurrency(), 2U, 8U);
  LanguageServer server(main, std::move(transport), server_options);
  server.start();
  main.run();
  return server.exit_code();
}

}  // namespace lsp
