#include "server/syntax/source_map.h"

#include <algorithm>
#include <utility>

namespace syntax {
namespace {

using Segment = SourceSegment;

// The segment that holds a byte; the last one for the end of the text.
std::size_t segment_at(const SourceMap& map, text::Offset offset) {
  const auto after =
      std::upper_bound(map.segments.begin(), map.segments.end(), offset,
                       [](text::Offset at, const Segment& segment) { return at < segment.begin; });
  return after == map.segments.begin() ? 0 : static_cast<std::size_t>(after - map.segments.begin()) - 1;
}

bool is_plain(const Segment& segment) {
  return segment.kind == Segment::Kind::copied && segment.file == 0;
}

text::Range inner_range(const Segment& segment, text::Range range) {
  if (segment.kind != Segment::Kind::copied) {
    return segment.inner;
  }
  const text::Offset begin = segment.inner.begin + (range.begin - segment.begin);
  return {begin, std::min(segment.inner.end, begin + range.size())};
}

void map_range(const SourceMap& map, text::Range& range) {
  range = source_range(map, range);
}

void map_markdown(const SourceMap& map, Markdown& markdown) {
  for (Heading& heading : markdown.headings) {
    map_range(map, heading.range);
    map_range(map, heading.content);
    if (!heading.id_range.empty()) {
      map_range(map, heading.id_range);
    }
  }
  for (Link& link : markdown.links) {
    map_range(map, link.range);
    map_range(map, link.text);
    map_range(map, link.href_range);
  }
  for (Definition& definition : markdown.definitions) {
    map_range(map, definition.range);
    map_range(map, definition.label_range);
    map_range(map, definition.href_range);
  }
  for (Anchor& anchor : markdown.anchors) {
    map_range(map, anchor.range);
  }
  for (CodeBlock& block : markdown.code_blocks) {
    map_range(map, block.range);
    if (!block.info.empty()) {
      map_range(map, block.info);
    }
  }
  for (Trap& trap : markdown.traps) {
    map_range(map, trap.range);
    map_range(map, trap.part);
  }
}

}  // namespace

text::Range source_range(const SourceMap& map, text::Range range) {
  if (map.segments.empty()) {
    return {map.whole.begin, map.whole.begin};
  }
  const Segment& first = map.segments[segment_at(map, range.begin)];
  text::Range result;
  if (range.empty()) {
    // A place: between two segments it belongs to the one in front.
    const Segment& before = map.segments[segment_at(map, range.begin == 0 ? 0 : range.begin - 1)];
    const bool inside = is_plain(first) && range.begin > first.begin;
    if (inside) {
      result.begin = first.source.begin + (range.begin - first.begin);
    } else if (is_plain(before) && range.begin > before.begin) {
      result.begin = before.source.begin + (range.begin - before.begin);
    } else {
      result.begin = first.source.begin;
    }
    result.begin = std::min(result.begin, map.whole.end);
    result.end = result.begin;
    return result;
  }
  const Segment& last = map.segments[segment_at(map, range.end - 1)];
  result.begin = is_plain(first) ? first.source.begin + (range.begin - first.begin) : first.source.begin;
  result.end = is_plain(last) ? last.source.begin + (range.end - last.begin) : last.source.end;
  result.begin = std::min(result.begin, map.whole.end);
  // The rounds of a loop lead backwards.
  result.end = std::clamp(result.end, std::max(result.begin, std::min(first.source.end, map.whole.end)),
                          map.whole.end);
  if (is_plain(first) && &first == &last) {
    result.end = result.begin + range.size();
  }
  return result;
}

Provenance provenance(const SourceMap& map, text::Range range) {
  Provenance result;
  if (map.segments.empty()) {
    return result;
  }
  const std::size_t first = segment_at(map, range.begin);
  result.file = map.segments[first].file;
  result.inner = inner_range(map.segments[first], range);
  const std::uint32_t branch = map.segments[first].branch;
  for (std::size_t i = first; i < map.segments.size(); ++i) {
    const Segment& segment = map.segments[i];
    if (i > first && segment.begin >= range.end) {
      break;
    }
    result.maybe = result.maybe || segment.maybe;
    result.mixed = result.mixed || segment.branch != branch;
    result.evaluated = result.evaluated || segment.kind == Segment::Kind::evaluated;
  }
  return result;
}

std::vector<text::Range> unknown_ranges(const SourceMap& map) {
  std::vector<text::Range> result;
  for (std::size_t i = 0; i < map.segments.size(); ++i) {
    if (map.segments[i].kind != Segment::Kind::unknown) {
      continue;
    }
    const text::Offset end = i + 1 < map.segments.size() ? map.segments[i + 1].begin : map.size;
    if (!result.empty() && result.back().end == map.segments[i].begin) {
      result.back().end = end;
    } else {
      result.push_back({map.segments[i].begin, end});
    }
  }
  return result;
}

MappedMarkdown map_back(Markdown markdown, const SourceMap& map) {
  MappedMarkdown result;
  // What stands beside a value ends it: a quote, a bracket, a line end.
  const auto with_borders = [&map](text::Range range) {
    return provenance(map, {range.begin > 0 ? range.begin - 1 : 0, std::min(range.end + 1, map.size)});
  };
  result.headings.reserve(markdown.headings.size());
  for (Heading& heading : markdown.headings) {
    result.headings.push_back(provenance(map, heading.range));
    heading.masked = heading.masked || result.headings.back().mixed;
  }
  for (Link& link : markdown.links) {
    result.links.push_back(provenance(map, link.href_range));
    bool mixed = with_borders(link.href_range).mixed;
    if (link.definition >= 0 && static_cast<std::size_t>(link.definition) < markdown.definitions.size()) {
      const Definition& definition = markdown.definitions[static_cast<std::size_t>(link.definition)];
      const Provenance origin = with_borders(definition.href_range);
      mixed = mixed || origin.mixed;
      result.links.back().maybe = result.links.back().maybe || origin.maybe;
    }
    link.masked = link.masked || mixed;
  }
  for (Anchor& anchor : markdown.anchors) {
    result.anchors.push_back(provenance(map, anchor.range));
    const bool whole = anchor.kind == Anchor::Kind::html || anchor.kind == Anchor::Kind::attribute_list;
    anchor.masked = anchor.masked || (whole && with_borders(anchor.range).mixed);
  }
  std::erase_if(markdown.traps, [&map](const Trap& trap) {
    const Provenance origin = provenance(map, trap.range);
    return origin.maybe || origin.evaluated || origin.file != 0;
  });
  map_markdown(map, markdown);
  result.markdown = std::move(markdown);
  return result;
}

}  // namespace syntax
