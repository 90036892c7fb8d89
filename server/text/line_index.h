// Byte offset <-> line and column, in any of the three position encodings of LSP 3.17.
// Lines end at "\n", "\r\n" or "\r" (LSP, "Text Documents"). Knows nothing but bytes.
#pragma once

#include <string_view>
#include <vector>

#include "server/text/range.h"

namespace text {

// What a column counts: bytes, UTF-16 code units or code points.
enum class Encoding : std::uint8_t { utf8, utf16, utf32 };

// Zero-based line and column; the column in units of an Encoding.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr auto operator<=>(Position, Position) = default;
};

class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  // At least 1: an empty text has one empty line, and so has the place after a final line end.
  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(starts_.size()); }

  // Offset of the first byte of a zero-based line; the end of the text for lines past the last.
  [[nodiscard]] Offset line_start(std::uint32_t line) const;

  // The bytes of a line without its line end. `text` is the text that the index was built from.
  [[nodiscard]] Range line_range(std::string_view text, std::uint32_t line) const;

  // Zero-based line that holds `offset` (an offset past the end belongs to the last line).
  [[nodiscard]] std::uint32_t line_of(Offset offset) const;

  // Offsets inside a character count as its start; offsets past the end are clamped. Invalid UTF-8: every
  // stray byte counts as one character.
  [[nodiscard]] Position position(std::string_view text, Offset offset, Encoding encoding) const;

  // Columns past the line's end are clamped to it (LSP, "Position"); lines past the last give the end.
  [[nodiscard]] Offset offset(std::string_view text, Position position, Encoding encoding) const;

 private:
  std::vector<Offset> starts_;
  Offset size_ = 0;
};

}  // namespace text
