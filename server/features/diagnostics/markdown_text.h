// What the Markdown rules share. They judge the source as it is written, not what Liquid makes of it: what
// Liquid touches they leave alone.
#pragma once

#include <string_view>

#include "server/features/context.h"

namespace features::checks {

// Does Liquid stand in `range`?
[[nodiscard]] bool holds_liquid(const Context& context, text::Range range);

// The characters that open a fence: "```", "~~~~".
[[nodiscard]] std::string_view fence_run(std::string_view fence);

// Was this trap meant to be a fence? "```x```" on one line is a code span.
[[nodiscard]] bool is_broken_fence(const Context& context, const syntax::Trap& trap);

// A fence that kramdown does not take makes code into text: whatever that text seems to be, it was not meant.
[[nodiscard]] bool has_broken_fence(const Context& context);

// Its traps may be judged: kramdown reads the file, and no fence is broken.
[[nodiscard]] bool judges_markdown(const Context& context);

// Without the blanks and line ends around it.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace features::checks
