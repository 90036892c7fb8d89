// What a rendering writes: the text, and the segments that say where its bytes come from. Inside `capture`
// there is only text, and whether all of it is known. Not for use outside of the renderer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/source_map.h"

namespace liquid {

class Output {
 public:
  // Where what follows comes from: `file` as in SourceSegment, `include` the tag in the document,
  // `branch` as there.
  struct Place {
    std::uint32_t file = 0;
    text::Range include;
    std::uint32_t branch = 0;
  };

  explicit Output(bool mapped) : mapped_(mapped) {}

  void copy(std::string_view bytes, text::Offset begin, const Place& place, bool maybe);
  void evaluated(std::string_view bytes, text::Range node, const Place& place, bool maybe);
  void unknown(std::string_view stand_in, text::Range node, const Place& place, bool maybe);
  // Something that may or may not be there.
  void mark_unknown() { known_ = false; }

  [[nodiscard]] bool known() const { return known_; }
  [[nodiscard]] std::string& text() { return text_; }
  [[nodiscard]] std::vector<syntax::SourceSegment>& segments() { return segments_; }

 private:
  void add(std::string_view bytes, syntax::SourceSegment segment, text::Range range, const Place& place);

  bool mapped_;
  bool known_ = true;
  std::string text_;
  std::vector<syntax::SourceSegment> segments_;
};

}  // namespace liquid
