#include "protocol/stdio_transport.h"

#include <array>
#include <asio/buffer.hpp>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/write.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "protocol/framing.h"
#include "server/platform/streams.h"

namespace protocol {

namespace {

// How long close() waits for a reader that takes nothing.
constexpr std::chrono::seconds drain_patience{5};

// The state behind a transport. It is shared with the operations in flight, so that the transport itself may
// be destroyed at any time outside its callbacks.
//
// Asio switches descriptors to non-blocking mode, which is a property of the open file and so reaches
// everyone who shares it (a terminal, one socket for three streams). The former mode is put back at the
// end. Regular files cannot be polled by epoll; asio then reads and writes them at once, which never blocks
// for long.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(asio::io_context& io, int input, int output)
      : io_(io),
        input_mode_(platform::file_mode(input)),
        output_mode_(platform::file_mode(output)),
        input_(io, input),
        output_(io, output),
        patience_(io) {}

  void start(Transport::OnBody on_body, Transport::OnEnd on_end) {
    on_body_ = std::move(on_body);
    on_end_ = std::move(on_end);
    if (!closing_) read();
  }

  void send(std::string_view body) {
    if (closing_ || write_failed_) return;
    queued_ += frame(body);
    if (!writing_) write();
  }

  void close() {
    if (closing_) return;
    closing_ = true;
    cancel(input_);
    if (!writing_) {
      asio::post(io_, [self = shared_from_this()] { self->release(); });
      return;
    }
    patience_.expires_after(drain_patience);
    patience_.async_wait([self = shared_from_this()](std::error_code error) {
      if (!error) self->cancel(self->output_);
    });
  }

  // The owner is gone: no more callbacks, nothing more is written.
  void abandon() {
    closing_ = true;
    on_body_ = nullptr;
    on_end_ = nullptr;
    release();
  }

 private:
  void read() {
    input_.async_read_some(asio::buffer(chunk_),
                           [self = shared_from_this()](std::error_code error, std::size_t size) {
                             if (!self->closing_ && !self->ended_)
                               self->take(error, {self->chunk_.data(), size});
                           });
  }

  void take(std::error_code error, std::string_view bytes) {
    framing_.feed(bytes);
    while (std::optional<std::string> body = framing_.next()) {
      on_body_(std::move(*body));
      if (closing_ || ended_) return;
    }
    if (framing_.error()) {
      end(EndReason::bad_header, *framing_.error());
    } else if (!error) {
      read();
    } else if (error != asio::error::eof) {
      end(EndReason::read_failed, "Reading failed: " + error.message() + ".");
    } else if (framing_.inside_message()) {
      end(EndReason::cut_off, "The input ended inside a message.");
    } else {
      end(EndReason::end_of_input, "The input ended.");
    }
  }

  // While one write is under way, everything sent meanwhile gathers for the next one.
  void write() {
    writing_ = true;
    under_way_ = std::exchange(queued_, {});
    asio::async_write(
        output_, asio::buffer(under_way_),
        [self = shared_from_this()](std::error_code error, std::size_t) { self->written(error); });
  }

  void written(std::error_code error) {
    writing_ = false;
    if (error) {
      write_failed_ = true;
      queued_.clear();
    } else if (!queued_.empty()) {
      write();
      return;
    }
    if (closing_) {
      release();
    } else if (error) {
      cancel(input_);
      end(EndReason::write_failed, "Writing failed: " + error.message() + ".");
    }
  }

  void release() {
    patience_.cancel();
    release(input_, input_mode_);
    release(output_, output_mode_);
    end(EndReason::closed, "The connection was closed.");
  }

  static void release(asio::posix::stream_descriptor& descriptor, int mode) {
    if (!descriptor.is_open()) return;
    platform::restore_file_mode(descriptor.native_handle(), mode);
    std::error_code ignored;
    descriptor.close(ignored);
  }

  static void cancel(asio::posix::stream_descriptor& descriptor) {
    std::error_code ignored;
    if (descriptor.is_open()) descriptor.cancel(ignored);
  }

  void end(EndReason reason, std::string message) {
    if (std::exchange(ended_, true)) return;
    on_body_ = nullptr;
    if (const Transport::OnEnd on_end = std::exchange(on_end_, nullptr)) {
      on_end({.reason = reason, .message = std::move(message)});
    }
  }

  asio::io_context& io_;
  int input_mode_;
  int output_mode_;
  asio::posix::stream_descriptor input_;
  asio::posix::stream_descriptor output_;
  asio::steady_timer patience_;
  Transport::OnBody on_body_;
  Transport::OnEnd on_end_;
  Framing framing_;
  std::array<char, 64 * 1024> chunk_{};
  std::string queued_;
  std::string under_way_;
  bool writing_ = false;
  bool write_failed_ = false;
  bool closing_ = false;
  bool ended_ = false;
};

class DescriptorTransport final : public Transport {
 public:
  DescriptorTransport(asio::io_context& io, int input, int output)
      : session_(std::make_shared<Session>(io, input, output)) {}
  ~DescriptorTransport() override { session_->abandon(); }

  void start(OnBody on_body, OnEnd on_end) override {
    session_->start(std::move(on_body), std::move(on_end));
  }
  void send(std::string body) override { session_->send(body); }
  void close() override { session_->close(); }

 private:
  std::shared_ptr<Session> session_;
};

}  // namespace

std::unique_ptr<Transport> make_descriptor_transport(asio::io_context& io, int input, int output) {
  platform::ignore_broken_pipes();
  // Epoll knows a descriptor once, so a socket used both ways needs a second one.
  if (input == output) output = platform::duplicate(input);
  return std::make_unique<DescriptorTransport>(io, input, output);
}

std::unique_ptr<Transport> make_stdio_transport(asio::io_context& io) {
  const auto [input, output] = platform::take_standard_streams();
  return make_descriptor_transport(io, input, output);
}

}  // namespace protocol
