// What hover says about the keys and values of a front matter, `_config.yml` and `.jekyll-ls.yml`: one
// function per topic, one file per function. Each gives Markdown, or "" where it has nothing to say.
#pragma once

#include <optional>
#include <string>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features::hover {

// On a key or value with nothing behind it that could be gone to.
[[nodiscard]] std::optional<HoverText> yaml_place(const Cursor& cursor);  // keys.cpp

// What Jekyll makes of a top-level key of this page, present or not.
[[nodiscard]] std::string facts(const Context& context, const std::string& key);  // facts.cpp

// The layouts above the one in this file, from the inside out: "`default` in `_layouts/default.html`".
[[nodiscard]] std::string layout_chain(const Context& context, const std::string& path);  // facts.cpp

}  // namespace features::hover
