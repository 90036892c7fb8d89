// The front matter of nearly every post is a list of `key: value` lines that no two YAML parsers read
// differently. Reading those here, without libyaml's tokens, events and allocations, halves the time that a
// site's front matter takes. Whatever is not of the plainest form is libyaml's: comments, tabs, CRLF, several
// lines in one value, nested mappings, escapes, anchors, tags, and everything that it might refuse. A random
// test holds that both give the same tree. Knows no libyaml.
#pragma once

#include <optional>
#include <string_view>

#include "server/syntax/yaml/tree.h"

namespace syntax::yaml {

// The tree that parse() gives, or none if the text is not simple; then nothing is said about it. Linear.
[[nodiscard]] std::optional<Node> parse_simple(std::string_view text, text::Offset base);

}  // namespace syntax::yaml
