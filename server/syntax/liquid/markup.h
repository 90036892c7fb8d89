// Liquid markup in a text: where tags and outputs stand, and a copy of the text without them, for the
// Markdown parser. Jekyll runs Liquid before Markdown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/text/range.h"

namespace syntax::liquid {

struct Node {
  enum class Kind : std::uint8_t { output, tag };
  Kind kind = Kind::output;
  text::Range range;   // delimiters included; an unclosed one ends at its line's end
  text::Range name;    // tag: its name; output: empty
  text::Range markup;  // what stands between name and closing delimiter, trimmed
  bool closed = true;
};

struct Markup {
  // In source order. Inside `raw` and `comment` blocks there are none but the block's own tags.
  std::vector<Node> nodes;
  // The text with Liquid masked, byte for byte of the same length, line ends kept: outputs and inline tags
  // become `x`, tags alone on their lines blanks, `highlight` and `comment` blocks blanks; inside `raw` only
  // the two tags are masked. Empty when there is no Liquid: parse the text itself.
  std::string masked;
  // What was masked, in source order, merged where adjacent.
  std::vector<text::Range> masks;
};

// Only bytes from `begin` on are looked at (the front matter is not Liquid). Linear in the text's size.
[[nodiscard]] Markup parse_markup(std::string_view text, text::Offset begin = 0);

// Does `range` hold masked bytes?
[[nodiscard]] bool overlaps_mask(const std::vector<text::Range>& masks, text::Range range);

}  // namespace syntax::liquid
