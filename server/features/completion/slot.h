// Where the cursor stands in a front matter or a YAML file, from its lines alone: what is being typed is
// broken YAML more often than not, and a tree of it says nothing about the gap behind a comma.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/syntax/document.h"
#include "server/text/range.h"

namespace features::completion {

struct Slot {
  enum class Kind : std::uint8_t { key, value };
  Kind kind = Kind::key;
  std::vector<std::string> path;  // a value's keys from the top; a key's: those of the mappings around it
  text::Range range;  // what a completion replaces: the key, the item, the text inside quotes; one line
  char quote = 0;     // the quote that opens before `range`; 0: none
  bool quote_closed = false;  // and ends behind it
  bool flow = false;          // inside `[…]` or `{…}`
  bool item = false;          // an item of a list in either style
  bool after_colon = false;   // no blank yet between colon and cursor
  bool has_colon = false;     // a key whose colon is there already
  std::vector<std::string>
      siblings;  // the other items of the same value; a key: the other keys of its mapping
};

// The lines between the delimiters; of an unclosed front matter those that were plainly meant. Empty without
// one. Of a file that is YAML as a whole: all of it.
[[nodiscard]] text::Range front_matter_lines(const syntax::Document& document);

// nullopt: outside the front matter, in a comment, in a block text, or where nothing of the kind can stand.
[[nodiscard]] std::optional<Slot> slot_at(const syntax::Document& document, text::Offset cursor);

}  // namespace features::completion
