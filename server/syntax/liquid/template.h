// All of a text's Liquid, parsed: every node's markup, and which tags belong together as blocks. What the
// Liquid rules report and what server/liquid/render.h runs. Knows no values and no site.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/syntax/liquid/markup.h"
#include "server/syntax/liquid/tree.h"

namespace syntax::liquid {

struct Element {
  Tag tag;
  // Of an opening tag or a branch (`else`, `elsif`, `when`): the block's next branch or its end; -1 if the
  // tag opens nothing or its block is never closed.
  std::int32_t next = -1;
  // Of an end or a branch: the opening tag; -1 if there is none.
  std::int32_t opener = -1;
  std::uint16_t depth = 0;  // of blocks around it
};

struct Template {
  std::vector<Element> elements;  // one for each of Markup::nodes
  // What Liquid refuses, or (not fatal) warns of. In source order.
  std::vector<Problem> problems;
};

// Linear in the number of nodes and the size of their markup. Tags that are not known may be blocks: they are
// if an `endNAME` follows.
[[nodiscard]] Template parse_template(std::string_view text, const Markup& liquid);

// Is this the name of a tag of Liquid or Jekyll that has an end?
[[nodiscard]] bool is_block(std::string_view name);

}  // namespace syntax::liquid
