// The YAML block at the top of a file: where Jekyll sees it begin and end, and what it holds.
// Rules: jekyll/lib/jekyll/document.rb (YAML_FRONT_MATTER_REGEXP), utils.rb (has_yaml_header?).
#pragma once

#include <string_view>

#include "server/syntax/value.h"
#include "server/syntax/yaml/tree.h"
#include "server/text/range.h"

namespace syntax {

struct FrontMatter {
  enum class State : std::uint8_t {
    absent,      // the text does not open with a delimiter: everything is content
    not_closed,  // opened, never closed: Jekyll takes the whole text, delimiter included, as content
    present,
  };
  State state = State::absent;

  // Jekyll's test for pages and collection documents, on raw bytes: first line is `---`, optional blanks and
  // a line end. Fails behind a byte order mark. Posts do not need it.
  bool has_header = false;
  bool has_byte_order_mark = false;

  text::Range open;   // the opening delimiter line without its line end
  text::Range yaml;   // between the delimiters; when not closed: the block that was plainly meant
                      // (up to the first blank line that is followed by no `key:` line), for editing help
  text::Range close;  // the closing delimiter line without its line end; empty if not closed
  text::Offset content = 0;  // first byte of the content. Blank lines behind the closing delimiter belong to
                             // the delimiter (its regular expression ends in a greedy `\s*$`)

  yaml::Tree tree;  // of `yaml`
  Value data;       // what Jekyll has: a mapping; empty when the YAML is invalid, no mapping, or not closed
  // Every entry that can be read on its own, also when Jekyll has nothing; equal to `data` in a healthy file.
  Value recovered;
};

[[nodiscard]] FrontMatter parse_front_matter(std::string_view text);

}  // namespace syntax
