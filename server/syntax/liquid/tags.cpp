// The markup of each tag, except for those of Jekyll. Source: liquid/lib/liquid/tags/*.rb.
#include "server/syntax/liquid/tags.h"

#include <array>
#include <utility>

#include "server/syntax/liquid/expression.h"
#include "server/syntax/liquid/tag_reader.h"
#include "server/text/ascii.h"

namespace syntax::liquid {
namespace {

using text::is_ascii_word;
using text::is_space;
using Kind = Tag::Kind;

struct TagName {
  std::string_view name;
  Kind kind;
};

constexpr std::array<TagName, 27> tag_names = {{{"assign", Kind::assign},
                                                {"break", Kind::break_},
                                                {"capture", Kind::capture},
                                                {"case", Kind::case_},
                                                {"comment", Kind::comment},
                                                {"continue", Kind::continue_},
                                                {"cycle", Kind::cycle},
                                                {"decrement", Kind::increment},
                                                {"else", Kind::else_},
                                                {"elsif", Kind::elsif},
                                                {"for", Kind::for_},
                                                {"highlight", Kind::highlight},
                                                {"if", Kind::if_},
                                                {"ifchanged", Kind::ifchanged},
                                                {"include", Kind::include},
                                                {"include_cached", Kind::include},
                                                {"include_relative", Kind::include_relative},
                                                {"increment", Kind::increment},
                                                {"link", Kind::link},
                                                {"post_url", Kind::post_url},
                                                {"raw", Kind::raw},
                                                {"tablerow", Kind::tablerow},
                                                {"unless", Kind::unless},
                                                {"when", Kind::when},
                                                {"endif", Kind::end},
                                                {"endfor", Kind::end},
                                                {"endcase", Kind::end}}};

Kind kind_of(std::string_view name) {
  for (const TagName& known : tag_names) {
    if (known.name == name) {
      return known.kind;
    }
  }
  return name.size() > 3 && name.starts_with("end") ? Kind::end : Kind::other;
}

constexpr bool in_signature(char c) {
  return is_ascii_word(c) || c == '-' || c == '.' || c == '[' || c == ']' || c == '(' || c == ')';
}

Comparison::Operator operator_of(std::string_view word) {
  using Operator = Comparison::Operator;
  if (word == "==") return Operator::equal;
  if (word == "!=" || word == "<>") return Operator::unequal;
  if (word == "<") return Operator::less;
  if (word == ">") return Operator::greater;
  if (word == "<=") return Operator::less_equal;
  if (word == ">=") return Operator::greater_equal;
  return Operator::contains;
}

}  // namespace

Tag TagReader::read() {
  tag_.target = {node_.markup.begin, node_.markup.begin};
  if (node_.kind == Node::Kind::output) {
    tag_.kind = Kind::output;
    tag_.value = parse_pipeline(text_, node_.markup, problems_);
    tag_.strict = tag_.value.strict;
    return std::move(tag_);
  }
  tag_.kind = kind_of(text::slice(text_, node_.name));
  read_markup();
  return std::move(tag_);
}

void TagReader::read_markup() {
  switch (tag_.kind) {
    case Kind::assign:
      read_assign();
      break;
    case Kind::capture:
      read_capture();
      break;
    case Kind::increment:
      tag_.target = node_.markup;
      break;
    case Kind::if_:
    case Kind::unless:
    case Kind::elsif:
      read_condition();
      break;
    case Kind::case_:
      read_case();
      break;
    case Kind::when:
      read_when();
      break;
    case Kind::for_:
      read_for();
      break;
    case Kind::tablerow:
      read_for();
      break;
    case Kind::cycle:
      read_cycle();
      break;
    case Kind::include:
    case Kind::include_relative:
      read_include();
      break;
    case Kind::link:
      tag_.target = node_.markup;
      tag_.dynamic =
          markup().find("{{") != std::string_view::npos || markup().find("{%") != std::string_view::npos;
      break;
    case Kind::post_url:
      tag_.target = node_.markup;
      break;
    case Kind::highlight:
      read_highlight();
      break;
    case Kind::raw:
      if (!node_.markup.empty()) {
        refuse("`raw` takes no arguments");
      }
      break;
    case Kind::end:
      tag_.target = {node_.name.begin + 3, node_.name.end};
      break;
    default:
      break;
  }
}

void TagReader::refuse(std::string message) {
  tag_.strict = false;
  problems_.push_back({node_.markup.empty() ? node_.range : node_.markup, std::move(message) + ".", true});
}

void TagReader::note_failure(const Parser& parser) {
  if (parser.failed()) {
    tag_.strict = false;
    problems_.push_back({parser.failure_range(), parser.failure() + ".", false});
  }
}

void TagReader::note_leftover(const Parser& parser) {
  if (parser.failed() || !parser.at_end()) {
    tag_.strict = false;
  }
}

void TagReader::read_assign() {
  text::Offset at = node_.markup.begin;
  while (at < node_.markup.end && in_signature(text_[at])) {
    ++at;
  }
  tag_.target = {node_.markup.begin, at};
  while (at < node_.markup.end && is_space(text_[at])) {
    ++at;
  }
  if (tag_.target.empty() || at >= node_.markup.end || text_[at] != '=') {
    const std::size_t sign = markup().find('=');
    if (sign == std::string_view::npos || sign == 0) {
      refuse("`assign` needs a name, `=` and a value");
    }
    tag_.strict = false;
    return;
  }
  ++at;
  while (at < node_.markup.end && is_space(text_[at])) {
    ++at;
  }
  tag_.value = parse_pipeline(text_, {at, node_.markup.end}, problems_);
  tag_.strict = tag_.value.strict;
}

void TagReader::read_capture() {
  text::Offset begin = node_.markup.begin;
  while (begin < node_.markup.end && !in_signature(text_[begin])) {
    ++begin;
  }
  text::Offset end = begin;
  while (end < node_.markup.end && in_signature(text_[end])) {
    ++end;
  }
  tag_.target = {begin, end};
  if (tag_.target.empty()) {
    refuse("`capture` needs the name of a variable");
  }
}

void TagReader::read_condition() {
  if (node_.markup.empty()) {
    refuse("`" + std::string(text::slice(text_, node_.name)) + "` needs a condition");
    return;
  }
  Parser parser(text_, node_.markup);
  while (!parser.failed()) {
    Comparison comparison;
    comparison.left = parser.expression();
    if (!parser.failed() && parser.token().kind == Token::Kind::comparison) {
      comparison.op_range = parser.token().range;
      comparison.op = operator_of(text::slice(text_, comparison.op_range));
      parser.advance();
      comparison.right = parser.expression();
    }
    if (parser.take_word("and")) {
      comparison.joint = Comparison::Joint::and_;
    } else if (parser.take_word("or")) {
      comparison.joint = Comparison::Joint::or_;
    }
    const bool last = comparison.joint == Comparison::Joint::none;
    tag_.condition.push_back(std::move(comparison));
    if (last) {
      break;
    }
  }
  parser.expect_end();
  note_failure(parser);
}

void TagReader::read_case() {
  if (node_.markup.empty()) {
    refuse("`case` needs a value");
    return;
  }
  Parser parser(text_, node_.markup);
  tag_.values.push_back(parser.expression());
  note_leftover(parser);
}

void TagReader::read_when() {
  if (node_.markup.empty()) {
    refuse("`when` needs a value");
    return;
  }
  Parser parser(text_, node_.markup);
  do {
    tag_.values.push_back(parser.expression());
  } while (parser.take(',') || parser.take_word("or"));
  note_leftover(parser);
}

void TagReader::read_for() {
  const bool table = tag_.kind == Kind::tablerow;
  Parser parser(text_, node_.markup);
  tag_.target = parser.take_id("a variable's name");
  if (!parser.failed() && !parser.take_word("in")) {
    parser.fail("Expected `in`");
  }
  if (parser.failed()) {
    if (markup().find(" in ") == std::string_view::npos) {
      refuse(table ? "Write `tablerow item in list`" : "Write `for item in list`");
    } else {
      note_failure(parser);
    }
    return;
  }
  tag_.values.push_back(parser.expression());
  tag_.reversed = !table && parser.take_word("reversed");
  while (!parser.failed() && parser.token().kind == Token::Kind::id && parser.colon_follows()) {
    const std::string_view name = text::slice(text_, parser.token().range);
    if (!table && name != "limit" && name != "offset") {
      parser.fail("`for` takes `limit` and `offset`");
      break;
    }
    tag_.arguments.push_back(parser.argument());
    if (table) {
      parser.take(',');
    }
  }
  parser.expect_end();
  note_failure(parser);
}

void TagReader::read_cycle() {
  if (node_.markup.empty()) {
    refuse("`cycle` needs values");
    return;
  }
  Parser parser(text_, node_.markup);
  Expression first = parser.expression();
  if (parser.take(':')) {
    tag_.group = std::move(first);
    first = parser.expression();
  }
  tag_.values.push_back(std::move(first));
  while (parser.take(',')) {
    tag_.values.push_back(parser.expression());
  }
  note_leftover(parser);
}

Tag parse_node(std::string_view text, const Node& node, std::vector<Problem>& problems) {
  return TagReader(text, node, problems).read();
}

}  // namespace syntax::liquid
