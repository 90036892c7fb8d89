// The text behind a YAML tree: turns libyaml's marks, which count code points, into byte offsets, and finds
// where a node really begins and ends. Knows no libyaml. Offsets are relative to the text unless a name says
// otherwise.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "server/text/range.h"

namespace syntax::yaml {

class Source {
 public:
  // `base` is the place of `text` in its document.
  Source(std::string_view text, text::Offset base);

  // Byte offset of the code point with this index; the text's size for one behind the last.
  [[nodiscard]] text::Offset offset(std::size_t code_point) const;

  [[nodiscard]] text::Offset size() const { return static_cast<text::Offset>(text_.size()); }
  [[nodiscard]] text::Range in_document(text::Range range) const {
    return {range.begin + base_, range.end + base_};
  }
  [[nodiscard]] text::Offset in_text(text::Offset in_document) const { return in_document - base_; }

  // Steps over at most `count` anchors and tags, with the blanks, comments and line ends behind them.
  [[nodiscard]] text::Offset skip_properties(text::Offset begin, text::Offset end, int count = 2) const;

  // `end` without the blanks and line ends before it, not below `begin`.
  [[nodiscard]] text::Offset trim_end(text::Offset begin, text::Offset end) const;

  // One visible character at `place`, or the last one before it. In document coordinates.
  [[nodiscard]] text::Range problem_range(text::Offset place) const;

 private:
  std::string_view text_;
  text::Offset base_;
  std::vector<text::Offset> code_points_;  // where each begins; empty for a text of ASCII alone
};

}  // namespace syntax::yaml
