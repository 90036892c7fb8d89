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

#include "server/syntax/liquid/markup.h"
#include "server/text/range.h"

namespace syntax::liquid {

struct Problem {
  text::Range range;
  std::string message;
  bool fatal = true;  // the build stops; else Jekyll only warns
};

struct Expression;

// One step of a variable's path: `.name` or `[expression]`.
struct Lookup {
  text::Range range;       // of the name, or of the brackets and what is between them
  std::int32_t part = -1;  // brackets: index into Expression::parts
};

struct Expression {
  enum class Kind : std::uint8_t { none, string, integer, real, boolean, nil, empty, blank, range, variable };
  Kind kind = Kind::none;
  bool boolean = false;
  text::Range range;
  text::Range content;  // string: between the quotes
  std::int64_t integer = 0;
  double real = 0;
  std::vector<Lookup> path;       // variable: the name first
  std::vector<Expression> parts;  // range: first and last; variable: what stands in brackets
};

struct Argument {
  text::Range name;  // empty: positional
  Expression value;
};

struct Filter {
  text::Range range;  // from the name to the last argument
  text::Range name;
  std::vector<Argument> arguments;
};

// `value | filter: argument, … | …`
struct Pipeline {
  Expression value;
  std::vector<Filter> filters;
  bool strict = true;
};

struct Comparison {
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
  Expression left;
  Operator op = Operator::none;
  text::Range op_range;
  Expression right;
  Joint joint =
      Joint::none;  // to the next one; Liquid groups from the right: `a and b or c` is `a and (b or c)`
};

struct Tag {
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
  Pipeline value;                     // output, assign
  std::vector<Comparison> condition;  // if, unless, elsif
  std::vector<Expression> values;     // case, for, tablerow: one; when, cycle: all
  Expression group;                   // cycle: `group: a, b`
  std::vector<Argument> arguments;    // for, tablerow, include; string values still hold their `\"`
};

// `markup` is the node's; ranges refer to the whole of `text`. Problems are appended.
[[nodiscard]] Pipeline parse_pipeline(std::string_view text, text::Range markup,
                                      std::vector<Problem>& problems);
[[nodiscard]] Tag parse_node(std::string_view text, const Node& node, std::vector<Problem>& problems);

// One expression alone, as Liquid's `context["a.b"]` reads it: an include's unquoted parameter.
[[nodiscard]] Expression parse_expression(std::string_view text, text::Range range);

}  // namespace syntax::liquid
