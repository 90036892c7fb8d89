// The words of Liquid's strict grammar, and expressions made of them. What expression.cpp and
// tags.cpp share; not for use elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/liquid/tree.h"

namespace syntax::liquid {

struct Token {
  enum class Kind : std::uint8_t { end, id, string, number, comparison, dotdot, punctuation, invalid };
  Kind kind = Kind::end;
  char character = 0;  // punctuation
  text::Range range;
};

// Reads tokens of lib/liquid/lexer.rb one by one, with one token of sight and the parser's complaint, if any.
class Parser {
 public:
  Parser(std::string_view text, text::Range markup);

  [[nodiscard]] const Token& token() const { return token_; }
  [[nodiscard]] bool at_end() const { return token_.kind == Token::Kind::end; }
  [[nodiscard]] bool failed() const { return failed_; }
  [[nodiscard]] text::Offset last_end() const { return last_end_; }
  [[nodiscard]] text::Range failure_range() const;
  [[nodiscard]] const std::string& failure() const { return message_; }

  [[nodiscard]] bool looks_at(char punctuation) const {
    return token_.kind == Token::Kind::punctuation && token_.character == punctuation;
  }
  [[nodiscard]] bool looks_at_word(std::string_view word) const;
  [[nodiscard]] bool colon_follows() const;  // behind the current token
  bool take(char punctuation);
  bool take_word(std::string_view word);
  text::Range take_id(const char* expected);
  Expression expression(int depth = 0);
  Argument argument();
  void expect_end();
  void fail(std::string message);
  void advance();

 private:
  Token read(text::Offset& at) const;
  void lookups(Expression& into, int depth);
  bool braced_variable(Expression& into);

  std::string_view text_;
  text::Range markup_;
  text::Offset at_;
  Token token_;
  text::Offset last_end_;
  bool failed_ = false;
  std::string message_;
};

}  // namespace syntax::liquid
