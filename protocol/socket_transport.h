// Transport over a socket that the editor listens on: `--socket=PORT` and `--pipe=PATH` of
// vscode-languageclient. The server is the one who connects (LSP 3.17, "Implementation Considerations").
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "protocol/transport.h"

namespace asio {
class io_context;
}

namespace protocol {

// Connects to 127.0.0.1:port. Blocks until connected; throws std::system_error when nobody listens.
// The rest as with make_stdio_transport.
[[nodiscard]] std::unique_ptr<Transport> connect_tcp(asio::io_context& io, std::uint16_t port);

// Connects to a Unix socket. Throws std::system_error, also when the path is too long for one.
[[nodiscard]] std::unique_ptr<Transport> connect_unix(asio::io_context& io, const std::string& path);

}  // namespace protocol
