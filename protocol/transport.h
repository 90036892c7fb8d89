// Where message bodies come from and go to. The interface says nothing of descriptors, sockets or the event
// loop; stdio_transport and socket_transport implement it, tests bring their own.
#pragma once

#include <functional>
#include <string>

namespace protocol {

enum class EndReason {
  end_of_input,  // the other side closed its end between two messages; answers may still be sent
  cut_off,       // … inside a message
  bad_header,    // see Framing
  read_failed,
  write_failed,  // nobody reads us any more (EPIPE and the like)
  closed,        // close() was called, and what was queued has been written
};

struct End {
  EndReason reason = EndReason::closed;
  std::string message{};  // a sentence for the log
};

// All calls and callbacks happen on one strand: the thread that runs the event loop. Send from elsewhere by
// posting to it.
class Transport {
 public:
  using OnBody = std::function<void(std::string body)>;
  using OnEnd = std::function<void(const End& end)>;

  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  // Starts reading; once. `on_body` gets every body in order. `on_end` is called exactly once, as the last
  // callback: nothing more will be read. Only write_failed and closed also end the sending. Neither callback
  // is called from inside start, send or close. They may call any member, but not destroy the transport.
  virtual void start(OnBody on_body, OnEnd on_end) = 0;

  // Queues one body; it is framed here. Bodies leave in the order of the calls, through one writer. Never
  // blocks. After close() or a failed write the body is dropped.
  virtual void send(std::string body) = 0;

  // Stops reading at once, writes what is queued, then lets the descriptors go. A reader that takes nothing
  // for some seconds forfeits the rest, so a stuck editor cannot keep the server alive. More calls do
  // nothing.
  virtual void close() = 0;
};

}  // namespace protocol
