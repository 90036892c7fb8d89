// A YAML tree with byte ranges: what the parsers of this folder give, and what everybody above them asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/text/range.h"

namespace syntax::yaml {

struct Entry;

struct Node {
  enum class Kind : std::uint8_t { scalar, sequence, mapping, alias };
  enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, block, flow };

  Kind kind = Kind::scalar;
  Style style = Style::plain;
  // Scalars: the source including quotes. An empty value has an empty range right after the colon.
  // Block collections end after their last token (no trailing blanks, comments or line ends).
  text::Range range;
  std::string value;        // scalar: text after YAML's own unescaping and folding; alias: the anchor's name
  std::string anchor;       // "" if none
  std::string tag;          // as written ("!!str", "!ruby/object"), "" if none
  std::vector<Node> items;  // sequence
  std::vector<Entry> entries;  // mapping, in source order, duplicates kept
};

struct Entry {
  Node key;
  Node value;
  // Recovery: the entry stands in a chunk that YAML refuses; `value` is then the raw source as a plain
  // scalar.
  bool broken = false;
};

struct Problem {
  text::Range range;    // never outside the text; at least one character where there is one
  std::string message;  // libyaml's words, e.g. "mapping values are not allowed in this context"
};

struct Tree {
  Node root;                      // an empty scalar for an empty text
  bool valid = true;              // the verdict on the whole text, equal to Psych's
  std::vector<Problem> problems;  // empty iff valid
};

// The value of the last entry with this plain key text, as Psych keeps it; nullptr if there is none.
[[nodiscard]] const Entry* find_entry(const Node& mapping, std::string_view key);

}  // namespace syntax::yaml
