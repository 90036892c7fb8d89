// The server as a program: `jekyll-ls` without a subcommand. Sets up log, transport and event loop, and runs
// one session to its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/lsp/machine/log.h"

namespace lsp {

struct Options {
  enum class Transport : std::uint8_t { stdio, socket, pipe };
  Transport transport = Transport::stdio;
  std::uint16_t port = 0;                      // socket: where the editor listens on 127.0.0.1
  std::string pipe;                            // pipe: path of the Unix socket that the editor listens on
  std::optional<std::int64_t> client_process;  // the server ends when this process does
  std::string log_file;                        // "" : standard error
  LogLevel log_level = LogLevel::warning;
};

// The exit status: 0 after `shutdown`, else 1. A transport that cannot be opened costs a log line.
[[nodiscard]] int run(const Options& options);

}  // namespace lsp
