// Reads the expressions and filter chains inside Liquid's delimiters.
//
// Jekyll runs Liquid 4.0.4 with `error_mode: warn` (jekyll/lib/jekyll/configuration.rb): outputs, `assign`,
// `if`, `unless`, `elsif` and `for` are read by a strict grammar first (lib/liquid/{lexer,parser}.rb); where
// that refuses, Liquid prints a warning and reads again with forgiving regular expressions, which skip what
// they do not understand. Only where those find nothing either does the build stop. We follow the strict
// grammar; what only the forgiving one takes is kept as far as it was read, with `strict` false and a problem
// that is not fatal: nobody can say safely what it means. The exception is `{{variable}}` without blanks,
// which means the variable. The other tags know regular expressions alone.
#pragma once

#include <string_view>
#include <vector>

#include "server/syntax/liquid/tree.h"
#include "server/text/range.h"

namespace syntax::liquid {

// `markup` is a node's; ranges refer to the whole of `text`. Problems are appended.
[[nodiscard]] Pipeline parse_pipeline(std::string_view text, text::Range markup,
                                      std::vector<Problem>& problems);

// One expression alone, as Liquid's `context["a.b"]` reads it: an include's unquoted parameter.
[[nodiscard]] Expression parse_expression(std::string_view text, text::Range range);

}  // namespace syntax::liquid
