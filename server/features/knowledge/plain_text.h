// Texts for clients that show no Markdown.
#pragma once

#include <string>
#include <string_view>

namespace features {

// The Markdown that features write, without escapes, emphasis, fences and backquotes; a link is
// "text: address".
[[nodiscard]] std::string plain_text(std::string_view markdown);

}  // namespace features
