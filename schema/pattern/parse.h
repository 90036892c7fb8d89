// Reads a pattern as ECMA 262 writes it (Patterns, with annex B).
//
// JSON Schema recommends JavaScript's flag `u`: a character is a code point, and `\u{1F600}` is one. What
// that flag refuses but every reader takes in the same way is read as without it: `\_`, brackets and braces
// that stand for themselves, a dash beside a class (`[\w-.]`). What then would say something else than its
// writer means stays invalid: `\A`, `\x1`, `\01`, `a{,3}`, `[[:alpha:]]`. So do back-references, which no
// linear matcher follows, and `\p{…}`, since this layer has no tables of Unicode.
#pragma once

#include <optional>
#include <string_view>

#include "schema/pattern/program.h"

namespace schema::pattern {

// nullopt: the pattern is invalid or makes too long a program. Does not recurse.
[[nodiscard]] std::optional<Program> parse(std::u32string_view pattern);

}  // namespace schema::pattern
