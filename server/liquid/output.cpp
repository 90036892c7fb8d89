#include "server/liquid/output.h"

namespace liquid {

using Kind = syntax::SourceSegment::Kind;

void Output::copy(std::string_view bytes, text::Offset begin, const Place& place, bool maybe) {
  const text::Range range{begin, begin + static_cast<text::Offset>(bytes.size())};
  if (mapped_ && !segments_.empty() && !bytes.empty()) {
    syntax::SourceSegment& last = segments_.back();
    text::Range& end = place.file == 0 ? last.source : last.inner;
    const bool goes_on = last.kind == Kind::copied && last.file == place.file && last.maybe == maybe &&
                         last.branch == place.branch && end.end == begin &&
                         (place.file == 0 || last.source == place.include);
    if (goes_on) {
      end.end = range.end;
      text_ += bytes;
      return;
    }
  }
  add(bytes, {0, Kind::copied, maybe, 0, 0, {}, {}}, range, place);
}

void Output::evaluated(std::string_view bytes, text::Range node, const Place& place, bool maybe) {
  add(bytes, {0, Kind::evaluated, maybe, 0, 0, {}, {}}, node, place);
}

void Output::unknown(std::string_view stand_in, text::Range node, const Place& place, bool maybe) {
  known_ = false;
  add(stand_in, {0, Kind::unknown, maybe, 0, 0, {}, {}}, node, place);
}

void Output::add(std::string_view bytes, syntax::SourceSegment segment, text::Range range,
                 const Place& place) {
  if (bytes.empty()) {
    return;
  }
  if (mapped_) {
    segment.begin = static_cast<text::Offset>(text_.size());
    segment.file = place.file;
    segment.branch = place.branch;
    segment.source = place.file == 0 ? range : place.include;
    segment.inner = place.file == 0 ? text::Range{} : range;
    segments_.push_back(segment);
  }
  text_ += bytes;
}

}  // namespace liquid
