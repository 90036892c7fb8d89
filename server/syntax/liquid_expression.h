// What stands inside Liquid's delimiters: expressions, filter chains, conditions and the markup of the
// standard and of Jekyll's tags, each part with its place. Knows no values and no site.
//
// Jekyll runs Liquid 4.0.4 with `error_mode: warn` (jekyll/lib/jekyll/configuration.rb): outputs, `assign`,
// `if`, `unless`, `elsif` and `for` are read by a strict grammar first (lib/liquid/{lexer,parser}.rb); where
// that refuses, Liquid prints a warning and reads again with forgiving regular expressions, which skip what
// they do not understand. Only where those find nothing either does the build stop. We follow the strict
// grammar; what only the forgiving one takes is kept as far as it was read, with `strict` false and a problem
// that is not fatal: nobody can say safely what it means. The exception is `{{variable}}` without blanks,
// which means the variable. The other tags know regular expressions alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/liquid.h"
#include "server/text/range.h"

namespace syntax {

struct LiquidProblem {
  text::Range range;
  std::string message;
  bool fatal = true;  // the build stops; else Jekyll only warns
};

struct LiquidExpression;

// One step of a variable's path: `.name` or `[expression]`.
struct LiquidLookup {
  text::Range range;       // of the name, or of the brackets and what is between them
  std::int32_t part = -1;  // brackets: index into LiquidExpression::parts
};

struct LiquidExpression {
  enum class Kind : std::uint8_t { none, string, integer, real, boolean, nil, empty, blank, range, variable };
  Kind kind = Kind::none;
  bool boolean = false;
  text::Range range;
  text::Range content;  // string: between the quotes
  std::int64_t integer = 0;
  double real = 0;
  std::vector<LiquidLookup> path;       // variable: the name first
  std::vector<LiquidExpression> parts;  // range: first and last; variable: what stands in brackets
};

struct LiquidArgument {
  text::Range name;  // empty: positional
  LiquidExpression value;
};

struct LiquidFilter {
  text::Range range;  // from the name to the last argument
  text::Range name;
  std::vector<LiquidArgument> arguments;
};

// `value | filter: argument, … | …`
struct LiquidPipeline {
  LiquidExpression value;
  std::vector<LiquidFilter> filters;
  bool strict = true;
};

struct LiquidComparison {
  enum class Operator : std::uint8_t {
    none,
    equal,
    unequal,
    less,
    greater,
    less_equal,
    greater_equal,
    contains
  };
  enum class Joint : std::uint8_t { none, and_, or_ };
  LiquidExpression left;
  Operator op = Operator::none;
  text::Range op_range;
  LiquidExpression right;
  Joint joint =
      Joint::none;  // to the next one; Liquid groups from the right: `a and b or c` is `a and (b or c)`
};

struct LiquidTag {
  enum class Kind : std::uint8_t {
    output,  // `{{ … }}`
    assign,
    capture,
    increment,  // also decrement
    if_,
    unless,
    elsif,
    else_,
    case_,
    when,
    for_,
    tablerow,
    cycle,
    break_,
    continue_,
    ifchanged,
    comment,
    raw,
    highlight,
    include,  // also include_cached
    include_relative,
    link,
    post_url,
    end,    // `endX` of any X
    other,  // of a plugin, or unknown
  };
  Kind kind = Kind::other;
  bool strict = true;     // false: only the forgiving reading takes it, or none does; its meaning is unknown
  bool reversed = false;  // for
  bool dynamic = false;   // include, link: `{{ }}` stands in `target`
  // assign, capture, increment, for, tablerow: the variable. include, link, post_url: the file or post as
  // written. highlight: the language. end: the block's name, without `end`.
  text::Range target;
  LiquidPipeline value;                     // output, assign
  std::vector<LiquidComparison> condition;  // if, unless, elsif
  std::vector<LiquidExpression> values;     // case, for, tablerow: one; when, cycle: all
  LiquidExpression group;                   // cycle: `group: a, b`
  std::vector<LiquidArgument> arguments;    // for, tablerow, include; string values still hold their `\"`
};

// `markup` is the node's; ranges refer to the whole of `text`. Problems are appended.
[[nodiscard]] LiquidPipeline parse_liquid_pipeline(std::string_view text, text::Range markup,
                                                   std::vector<LiquidProblem>& problems);
[[nodiscard]] LiquidTag parse_liquid_node(std::string_view text, const LiquidNode& node,
                                          std::vector<LiquidProblem>& problems);

// One expression alone, as Liquid's `context["a.b"]` reads it: an include's unquoted parameter.
[[nodiscard]] LiquidExpression parse_liquid_expression(std::string_view text, text::Range range);

}  // namespace syntax
