// What stands inside Liquid's delimiters, once it is read: expressions, filter chains, conditions and the
// markup of the standard and of Jekyll's tags, each part with its place. Knows no values, no site and no
// parser.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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
  Joint joint = Joint::none;  // to the next one. Liquid groups from the right: `a and (b or c)`
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

}  // namespace syntax::liquid
