#include "server/syntax/liquid/tokens.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "server/text/ascii.h"
#include "server/text/utf8.h"

// Sources: liquid/lib/liquid/{lexer,parser,expression,variable_lookup}.rb.

namespace syntax::liquid {
namespace {

using text::is_ascii_word;
using text::is_digit;
using text::is_space;

constexpr int max_depth = 40;

}  // namespace

Parser::Parser(std::string_view text, text::Range markup)
    : text_(text), markup_(markup), at_(markup.begin), last_end_(markup.begin) {
  token_ = read(at_);
}

text::Range Parser::failure_range() const {
  if (!token_.range.empty()) {
    return token_.range;
  }
  return markup_;
}

Token Parser::read(text::Offset& at) const {
  while (at < markup_.end && is_space(text_[at])) {
    ++at;
  }
  Token token;
  token.range = {at, at};
  if (at >= markup_.end) {
    return token;
  }
  const char c = text_[at];
  const char next = at + 1 < markup_.end ? text_[at + 1] : '\0';
  const auto finish = [&](Token::Kind kind, text::Offset end) {
    token.kind = kind;
    token.range.end = end;
    at = end;
    return token;
  };
  if (c == '=' || c == '!') {
    return next == '=' ? finish(Token::Kind::comparison, at + 2) : finish(Token::Kind::invalid, at + 1);
  }
  if (c == '<' || c == '>') {
    return finish(Token::Kind::comparison, at + (next == '=' || (c == '<' && next == '>') ? 2 : 1));
  }
  if (c == '"' || c == '\'') {
    const std::size_t close = text_.substr(0, markup_.end).find(c, at + 1);
    if (close == std::string_view::npos) {
      return finish(Token::Kind::invalid, markup_.end);
    }
    return finish(Token::Kind::string, static_cast<text::Offset>(close + 1));
  }
  if (is_digit(c) || (c == '-' && is_digit(next))) {
    text::Offset end = at + 1;
    while (end < markup_.end && is_digit(text_[end])) {
      ++end;
    }
    if (end + 1 < markup_.end && text_[end] == '.' && is_digit(text_[end + 1])) {
      ++end;
      while (end < markup_.end && is_digit(text_[end])) {
        ++end;
      }
    }
    return finish(Token::Kind::number, end);
  }
  if (is_ascii_word(c)) {
    text::Offset end = at;
    while (end < markup_.end && (is_ascii_word(text_[end]) || text_[end] == '-')) {
      ++end;
    }
    // `contains` before a blank is taken at the head of a word already: `contains(?=\s)`.
    if (text_.substr(at, end - at) == "contains" && end < markup_.end && is_space(text_[end])) {
      return finish(Token::Kind::comparison, end);
    }
    if (end < markup_.end && text_[end] == '?') {
      ++end;
    }
    return finish(Token::Kind::id, end);
  }
  if (c == '.' && next == '.') {
    return finish(Token::Kind::dotdot, at + 2);
  }
  if (std::string_view("|.:,[]()?-").find(c) != std::string_view::npos) {
    token.character = c;
    return finish(Token::Kind::punctuation, at + 1);
  }
  text::Offset end = at + 1;
  while (end < markup_.end && text::is_continuation(text_[end])) {
    ++end;
  }
  return finish(Token::Kind::invalid, end);
}

void Parser::advance() {
  last_end_ = token_.range.end;
  token_ = read(at_);
}

bool Parser::looks_at_word(std::string_view word) const {
  return token_.kind == Token::Kind::id && text::slice(text_, token_.range) == word;
}

bool Parser::colon_follows() const {
  text::Offset at = at_;
  const Token next = read(at);
  return next.kind == Token::Kind::punctuation && next.character == ':';
}

bool Parser::take(char punctuation) {
  if (failed_ || !looks_at(punctuation)) {
    return false;
  }
  advance();
  return true;
}

bool Parser::take_word(std::string_view word) {
  if (failed_ || !looks_at_word(word)) {
    return false;
  }
  advance();
  return true;
}

text::Range Parser::take_id(const char* expected) {
  if (failed_ || token_.kind != Token::Kind::id) {
    fail(std::string("Expected ") + expected);
    return {last_end_, last_end_};
  }
  const text::Range range = token_.range;
  advance();
  return range;
}

void Parser::fail(std::string message) {
  if (failed_) {
    return;
  }
  failed_ = true;
  if (token_.kind == Token::Kind::invalid) {
    const char c = text_[token_.range.begin];
    if (c == '"' || c == '\'') {
      message = "This string has no closing quote";
    } else if (c == '=') {
      message = "`=` does not compare: write `==`";
    } else {
      message = "Liquid knows no `" + std::string(text::slice(text_, token_.range)) + "`";
    }
  } else if (at_end()) {
    message += ", but the markup ends here";
  } else {
    message += ", found `" + std::string(text::slice(text_, token_.range)) + "`";
  }
  message_ = std::move(message);
}

void Parser::expect_end() {
  if (!failed_ && !at_end()) {
    fail("Expected the end");
  }
}

Expression Parser::expression(int depth) {
  Expression result;
  result.range = {token_.range.begin, token_.range.begin};
  if (failed_) {
    return result;
  }
  if (depth > max_depth) {
    fail("Nested too deeply");
    return result;
  }
  using Kind = Expression::Kind;
  const text::Range range = token_.range;
  switch (token_.kind) {
    case Token::Kind::string:
      result.kind = Kind::string;
      result.content = {range.begin + 1, range.end - 1};
      advance();
      break;
    case Token::Kind::number: {
      const std::string_view digits = text::slice(text_, range);
      const char* end = digits.data() + digits.size();
      result.kind = Kind::integer;
      const auto read = std::from_chars(digits.data(), end, result.integer);
      if (read.ec != std::errc() || read.ptr != end) {
        result.kind = Kind::real;
        std::from_chars(digits.data(), end, result.real);
      }
      advance();
      break;
    }
    case Token::Kind::id: {
      const std::string_view word = text::slice(text_, range);
      const bool constant = word == "nil" || word == "null" || word == "true" || word == "false" ||
                            word == "empty" || word == "blank";
      result.kind = Kind::variable;
      result.path.push_back({range, -1});
      advance();
      lookups(result, depth);
      if (constant && result.path.size() == 1) {
        result.path.clear();
        result.boolean = word == "true";
        result.kind = word == "empty"                     ? Kind::empty
                      : word == "blank"                   ? Kind::blank
                      : word == "true" || word == "false" ? Kind::boolean
                                                          : Kind::nil;
      }
      break;
    }
    case Token::Kind::punctuation:
      if (token_.character == '[') {
        result.kind = Kind::variable;
        lookups(result, depth);
        break;
      }
      if (token_.character == '(') {
        result.kind = Kind::range;
        advance();
        result.parts.push_back(expression(depth + 1));
        if (!failed_ && token_.kind != Token::Kind::dotdot) {
          fail("Expected `..` of a range");
        }
        if (!failed_) {
          advance();
          result.parts.push_back(expression(depth + 1));
        }
        if (!failed_ && !take(')')) {
          fail("Expected `)`");
        }
        break;
      }
      fail("Expected a value");
      break;
    default:
      if (!braced_variable(result)) {
        fail("Expected a value");
      }
      break;
  }
  result.range.end = std::max(result.range.begin, last_end_);
  return result;
}

// `{{variable}}` where a variable is meant. The strict grammar refuses it; the forgiving one takes everything
// up to a blank for the variable and looks for names in it (QuotedFragment, VariableParser in
// liquid/lib/liquid.rb).
bool Parser::braced_variable(Expression& into) {
  const text::Offset begin = token_.range.begin;
  const std::string_view rest = text_.substr(begin, markup_.end - begin);
  const std::size_t size = std::min(rest.find_first_of(" \t\r\n"), rest.size());
  const std::string_view fragment = rest.substr(0, size);
  if (!fragment.starts_with("{{") || !fragment.ends_with("}}") || fragment.size() < 5 ||
      (begin > markup_.begin && !is_space(text_[begin - 1]))) {
    return false;
  }
  const std::string_view path = fragment.substr(2, size - 4);
  if (!std::all_of(path.begin(), path.end(),
                   [](char c) { return is_ascii_word(c) || c == '-' || c == '.'; })) {
    return false;
  }
  const text::Offset end = begin + static_cast<text::Offset>(size);
  Parser inner(text_, {begin + 2, end - 2});
  Expression variable = inner.expression();
  if (inner.failed() || !inner.at_end() || variable.kind != Expression::Kind::variable) {
    return false;
  }
  into = std::move(variable);
  at_ = end;
  last_end_ = end;
  token_ = read(at_);
  return true;
}

void Parser::lookups(Expression& into, int depth) {
  while (!failed_) {
    if (looks_at('[')) {
      Lookup lookup;
      lookup.range.begin = token_.range.begin;
      advance();
      into.parts.push_back(expression(depth + 1));
      lookup.part = static_cast<std::int32_t>(into.parts.size() - 1);
      if (!failed_ && !take(']')) {
        fail("Expected `]`");
      }
      lookup.range.end = last_end_;
      into.path.push_back(lookup);
    } else if (looks_at('.')) {
      advance();
      into.path.push_back({take_id("a name behind the dot"), -1});
    } else {
      return;
    }
  }
}

Argument Parser::argument() {
  Argument result;
  result.name = {token_.range.begin, token_.range.begin};
  if (token_.kind == Token::Kind::id && colon_follows()) {
    result.name = token_.range;
    advance();
    advance();
  }
  result.value = expression();
  return result;
}

}  // namespace syntax::liquid
