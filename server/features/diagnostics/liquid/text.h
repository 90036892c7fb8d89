// What the Liquid rules share: a document's tags and outputs, parsed, and what surrounds each of them. Knows
// no values.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"
#include "server/syntax/liquid/template.h"

namespace features::diagnostics {

struct LiquidText {
  explicit LiquidText(const Context& context_);

  const Context& context;
  const std::vector<syntax::liquid::Node>& nodes;
  syntax::liquid::Template tree;  // one element for each node
  std::vector<bool> conditional;  // of each node: a condition or a loop decides whether it is rendered
  std::vector<bool>
      guarded;             // of each node: it stands in the block of a plugin, which may do anything with it
  std::vector<bool> told;  // of each node: a problem has been reported of it
  // Code that may bring tags and filters that nobody here has heard of.
  bool unknown_words = false;

  [[nodiscard]] std::string_view name(std::size_t node) const;  // of a tag; "" for outputs
  // Blocks whose content may be there or not, and loops; ascending.
  [[nodiscard]] std::vector<text::Range> uncertain() const;
};

// Does Jekyll run Liquid over this file: a page, a layout, an include?
[[nodiscard]] bool runs_liquid(const Context& context);

// May something stand in `range` of the built page that the source does not show there: the text of an
// include or a plugin, a block that a condition decides about, an output on a line of its own?
[[nodiscard]] bool may_bring_blocks(const Context& context, text::Range range);

// Does the document hold an include, or a tag that is neither Liquid's nor Jekyll's, whose text nobody knows?
[[nodiscard]] bool has_foreign_text(const Context& context);

// The content of the code block, code span or `highlight` that `range` lies in; empty if there is none.
[[nodiscard]] text::Range code_around(const LiquidText& liquid, text::Range range);

// A fix that keeps Liquid away from the code around `range`, or from `range` where there is no code. Nothing
// is offered where Liquid would still refuse what it refuses now, or more.
void offer_raw(Problem& problem, const LiquidText& liquid, text::Range range);

[[nodiscard]] std::size_t count_fatal(const std::vector<syntax::liquid::Problem>& problems);
// What Liquid says of the text with these edits.
[[nodiscard]] std::vector<syntax::liquid::Problem> problems_after(const LiquidText& liquid,
                                                                  const std::vector<text::Edit>& edits);

}  // namespace features::diagnostics
