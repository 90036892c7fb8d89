// Fuzz target: however a byte stream is sliced, Framing gives the same bodies and the same verdict.
// The first 16 bytes choose the slices, the rest is the stream. Limits are small so that the fuzzer reaches
// them.

#include "protocol/framing.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/json_rpc.h"

namespace {

constexpr std::size_t slice_bytes = 16;
constexpr protocol::FramingLimits limits{.header = 128, .body = 4096};

struct Outcome {
  std::vector<std::string> bodies;
  std::optional<std::string> error;
  bool inside_message = false;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

void take(protocol::Framing& framing, Outcome& out) {
  while (std::optional<std::string> body = framing.next()) out.bodies.push_back(std::move(*body));
  out.error = framing.error();
  out.inside_message = framing.inside_message();
}

Outcome read_at_once(std::string_view stream) {
  protocol::Framing framing(limits);
  Outcome out;
  framing.feed(stream);
  take(framing, out);
  return out;
}

Outcome read_sliced(std::string_view stream, std::string_view sizes) {
  protocol::Framing framing(limits);
  Outcome out;
  for (std::size_t turn = 0; !stream.empty(); ++turn) {
    const std::size_t size = static_cast<unsigned char>(sizes[turn % sizes.size()]) % 64U + 1U;
    framing.feed(stream.substr(0, size));
    stream.remove_prefix(std::min(size, stream.size()));
    if (turn % 3 != 2 || stream.empty()) take(framing, out);  // now and then several slices before a look
  }
  return out;
}

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size <= slice_bytes) return 0;
  const std::string input(data, data + size);
  const std::string_view sizes = std::string_view(input).substr(0, slice_bytes);
  const std::string_view stream = std::string_view(input).substr(slice_bytes);

  const Outcome whole = read_at_once(stream);
  require(read_sliced(stream, sizes) == whole);

  // What was read is written and read again unchanged, and parse_message takes any body.
  std::string framed;
  for (const std::string& body : whole.bodies) {
    require(body.size() <= limits.body);
    framed += protocol::frame(body);
    (void)protocol::parse_message(body);
  }
  require(read_at_once(framed).bodies == whole.bodies);
  (void)protocol::parse_message(stream);
  return 0;
}
