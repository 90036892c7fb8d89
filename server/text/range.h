// Offsets and ranges in UTF-8 bytes: the only coordinates that exist below server/lsp.
// LSP positions (line and column) appear at the border alone, in lsp/convert.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace text {

// A byte offset from the start of a document's text. Documents over 4 GiB are not read.
using Offset = std::uint32_t;

// Half-open: [begin, end). An empty range is a place between two bytes.
struct Range {
  Offset begin = 0;
  Offset end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr Offset size() const { return end - begin; }
  [[nodiscard]] constexpr bool contains(Offset offset) const { return begin <= offset && offset < end; }
  // A cursor touches a word on both of its sides.
  [[nodiscard]] constexpr bool touches(Offset offset) const { return begin <= offset && offset <= end; }
  [[nodiscard]] constexpr bool contains(Range other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Range other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(Range, Range) = default;
};

// The bytes of `range` in `text`, cut to what the text has.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Range range) {
  const std::size_t begin = std::min<std::size_t>(range.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(range.end, begin, text.size());
  return text.substr(begin, end - begin);
}

}  // namespace text
