#include "protocol/socket_transport.h"

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/local/stream_protocol.hpp>

#include "protocol/stdio_transport.h"

namespace protocol {

// Once connected, a socket is a descriptor like any other.

std::unique_ptr<Transport> connect_tcp(asio::io_context& io, std::uint16_t port) {
  asio::ip::tcp::socket socket(io);
  socket.connect({asio::ip::address_v4::loopback(), port});
  socket.set_option(asio::ip::tcp::no_delay(true));  // messages are small and awaited
  const int descriptor = socket.release();
  return make_descriptor_transport(io, descriptor, descriptor);
}

std::unique_ptr<Transport> connect_unix(asio::io_context& io, const std::string& path) {
  asio::local::stream_protocol::socket socket(io);
  socket.connect(asio::local::stream_protocol::endpoint(path));
  const int descriptor = socket.release();
  return make_descriptor_transport(io, descriptor, descriptor);
}

}  // namespace protocol
