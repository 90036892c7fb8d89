// A text's YAML tree, with Psych's verdict on it. Never fails: broken text gives a tree of what could be read
// entry by entry, and problems. Who reads what: simple.h the plainest texts, libyaml.h all others, recovery.h
// those that YAML refuses.
#pragma once

#include <string_view>

#include "server/syntax/yaml/tree.h"
#include "server/text/range.h"

namespace syntax::yaml {

// `base` is added to every range: the offset of `text` inside its document.
// Limits (so that no text can exhaust memory): 100,000 nodes, nesting of 200; past them `valid` is false.
[[nodiscard]] Tree parse(std::string_view text, text::Offset base = 0);

}  // namespace syntax::yaml
