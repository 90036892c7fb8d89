// Transport over a pair of descriptors: standard input and output, whatever they are (pipes, files,
// terminals, sockets), or any other pair.
#pragma once

#include <memory>

#include "protocol/transport.h"

namespace asio {
class io_context;
}

namespace protocol {

// Takes standard input and output for the protocol: descriptor 0 is /dev/null afterwards and 1 is a copy of
// standard error, so that a stray print cannot spoil the stream. Call once per process, before other threads
// start. `io` must outlive the transport and run while it is in use; io.run() returns once the transport is
// done. Throws std::system_error when the descriptors cannot be duplicated. SIGPIPE is ignored from then on,
// in the whole process: a reader that went away is a write_failed.
[[nodiscard]] std::unique_ptr<Transport> make_stdio_transport(asio::io_context& io);

// The same over two open descriptors, which the transport owns from here on (also when both are the same
// one).
[[nodiscard]] std::unique_ptr<Transport> make_descriptor_transport(asio::io_context& io, int input,
                                                                   int output);

}  // namespace protocol
