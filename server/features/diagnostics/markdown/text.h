// What the Markdown rules share. They judge what kramdown gets, after Liquid, as far as it stands in the text
// itself; what Liquid touches they leave alone.
#pragma once

#include <string_view>

#include "server/features/context.h"

namespace features::diagnostics {

// Does Liquid stand in `range`?
[[nodiscard]] bool holds_liquid(const Context& context, text::Range range);

// Does what was parsed stand in this very text, and surely: no include brings it, no condition hides it?
// `place` is its number in the headings or links of Context::markdown().
[[nodiscard]] bool heading_stands_here(const Context& context, std::size_t place);
[[nodiscard]] bool link_stands_here(const Context& context, std::size_t place);

// The characters that open a fence: "```", "~~~~".
[[nodiscard]] std::string_view fence_run(std::string_view fence);

// Was this trap meant to be a fence? "```x```" on one line is a code span.
[[nodiscard]] bool is_broken_fence(const Context& context, const syntax::Trap& trap);

// A fence that kramdown does not take makes code into text: whatever that text seems to be, it was not meant.
[[nodiscard]] bool has_broken_fence(const Context& context);

// Its traps may be judged: kramdown reads the file, and no fence is broken.
[[nodiscard]] bool judges_markdown(const Context& context);

}  // namespace features::diagnostics
