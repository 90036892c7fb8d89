// A place in a front matter or a YAML file where a key or a value is being typed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

}  // namespace features::completion
