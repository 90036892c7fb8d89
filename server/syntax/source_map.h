// Where the bytes of a rendered text come from, and the way back: Markdown is parsed as Jekyll does it, after
// Liquid, and its ranges are then brought to the file that the user edits. Knows no Liquid and no site.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/syntax/markdown_tree.h"
#include "server/text/range.h"

namespace syntax {

struct SourceSegment {
  enum class Kind : std::uint8_t {
    copied,     // byte for byte from the document, or from an included file
    evaluated,  // what a constant node gives
    unknown,    // stand-in for what a node gives
  };
  text::Offset begin = 0;  // in the rendered text; it ends where the next one begins
  Kind kind = Kind::copied;
  bool maybe = false;        // stands under a condition, or in a loop, that is not known
  std::uint32_t branch = 0;  // bytes of two branches are not surely there together; 0: none
  std::uint32_t file = 0;    // 0: the document, else SourceMap::files[file - 1]
  text::Range source;        // in the document: the bytes, the node, or the include tag that brings the file
  text::Range inner;         // in the included file: the bytes or the node
};

struct SourceMap {
  std::vector<SourceSegment> segments;  // ascending, without gaps; none is empty
  std::vector<std::string> files;       // paths of included files
  text::Offset size = 0;                // of the rendered text
  text::Range whole;                    // of the content in the document
};

// What is known of a place in the rendered text beyond its range.
struct Provenance {
  bool maybe = false;
  bool mixed = false;      // its parts are not surely there together
  bool evaluated = false;  // a part of it is the value of a node
  std::uint32_t file = 0;  // as in SourceSegment: where its first byte comes from
  text::Range inner;       // in that file
};

struct MappedMarkdown {
  Markdown markdown;  // all ranges refer to the document
  // One for each heading, link and anchor. A link's is that of its address.
  std::vector<Provenance> headings;
  std::vector<Provenance> links;
  std::vector<Provenance> anchors;
};

// The smallest range of the document that holds everything `range` of the rendered text comes from. Of a part
// of a node's value: the whole node. Takes time logarithmic in the number of segments.
[[nodiscard]] text::Range source_range(const SourceMap& map, text::Range range);
[[nodiscard]] Provenance provenance(const SourceMap& map, text::Range range);

// The bytes of the rendered text that stand for what is not known: the `masks` of parse_markdown.
[[nodiscard]] std::vector<text::Range> unknown_ranges(const SourceMap& map);

// Brings a parse of the rendered text back. Reference links keep their definitions, values (`href`, `id`,
// `text`) stay as rendered; `masked` is what parse_markdown said of the masks, and true where a value is made
// of parts that are not surely there together. Traps that do not surely stand in the document itself are left
// out.
[[nodiscard]] MappedMarkdown map_back(Markdown markdown, const SourceMap& map);

}  // namespace syntax
