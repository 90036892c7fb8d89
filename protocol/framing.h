// Content-Length framing (LSP 3.17, "Header Part"): bytes in, message bodies out, and the way back.
// No I/O and no JSON, so that every bad header is a small test.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace protocol {

struct FramingLimits {
  std::size_t header = 8 * 1024;        // bytes of one header block, its blank line included
  std::size_t body = 64 * 1024 * 1024;  // bytes of one body
};

// Cuts a byte stream into bodies. Feed slices of any size, then take bodies until there is none:
//   framing.feed(bytes);
//   while (std::optional<std::string> body = framing.next()) handle(std::move(*body));
//   if (framing.error()) end_the_session();
// A header it cannot trust is final: without a believable length nobody knows where the next message starts.
// After an error all further bytes are ignored and next() gives nothing more; the bodies before it were
// already given.
class Framing {
 public:
  explicit Framing(FramingLimits limits = {}) : limits_(limits) {}

  void feed(std::string_view bytes);

  // The next complete body, or nothing when more bytes are needed or a header was bad.
  [[nodiscard]] std::optional<std::string> next();

  // Set by next(): a sentence that says what is wrong with the header.
  [[nodiscard]] const std::optional<std::string>& error() const { return error_; }

  // True when the bytes so far end inside a message: an input that stops here was cut off.
  [[nodiscard]] bool inside_message() const;

 private:
  bool read_header();

  FramingLimits limits_;
  std::string buffer_;                      // bytes not yet given out
  std::size_t start_ = 0;                   // where in buffer_ they begin
  std::size_t scanned_ = 0;                 // header bytes after start_ already searched for their end
  std::optional<std::size_t> body_length_;  // known: the header is read, the body is awaited
  std::optional<std::string> error_;
};

// The length named by one header block (lines ended by CRLF, without the final blank line), or what is wrong
// with it. Content-Length (any case) must be there once, in plain digits; Content-Type may only name utf-8
// (or the historical utf8); other fields are ignored.
struct HeaderFields {
  std::size_t content_length = 0;
  std::optional<std::string> error{};
};
[[nodiscard]] HeaderFields parse_header(std::string_view block, const FramingLimits& limits = {});

// The header and the body, ready to be written.
[[nodiscard]] std::string frame(std::string_view body);

}  // namespace protocol
