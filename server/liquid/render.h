// Renders a document's Liquid as far as it is constant, and keeps where every byte comes from. What only a
// build can tell becomes a stand-in that is marked; branches and rounds that nobody can count are rendered
// once and marked `maybe`. Knows values and files only through its environment. Semantics: Liquid 4.0.4 in
// Jekyll 4 (liquid/lib/liquid/**, jekyll/lib/jekyll/tags/**), strict_variables and strict_filters off.
#pragma once

#include <string>

#include "server/liquid/environment.h"
#include "server/liquid/source.h"
#include "server/syntax/source_map.h"
#include "server/text/range.h"

namespace liquid {

struct Rendering {
  std::string text;
  syntax::SourceMap map;
  // False where a limit was met (8 MiB of output, 100,000 nodes): `text` ends early and must not be judged.
  bool complete = true;
  // Something unknown was written that may be more than words: an include, what a plugin's tag prints, an
  // output on a line of its own. Headings and ids may stand in it.
  bool unknown_blocks = false;
};

// Renders `source.text` from `begin` on. Never fails. Blocks and includes nest 100 deep, as in Liquid; loops
// over more than 1,000 items count as loops over something unknown.
[[nodiscard]] Rendering render(const Source& source, text::Offset begin, const Environment& environment);

}  // namespace liquid
