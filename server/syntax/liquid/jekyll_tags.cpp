// The markup of the tags that Jekyll adds. Source: jekyll/lib/jekyll/tags/*.rb.
#include <utility>

#include "server/syntax/liquid/expression.h"
#include "server/syntax/liquid/tag_reader.h"
#include "server/text/ascii.h"

namespace syntax::liquid {

using text::is_ascii_word;
using text::is_space;

// `file.html`, or a name with outputs in it; then `name=value` by blanks.
void TagReader::read_include() {
  text::Offset at = node_.markup.begin;
  const text::Offset end = node_.markup.end;
  if (at == end) {
    refuse("`" + std::string(text::slice(text_, node_.name)) + "` needs a file");
    return;
  }
  while (at < end && !is_space(text_[at])) {
    if (text_[at] == '{' && at + 1 < end && text_[at + 1] == '{') {
      const std::size_t close = text_.substr(0, end).find("}}", at);
      if (close == std::string_view::npos) {
        break;
      }
      tag_.dynamic = true;
      at = static_cast<text::Offset>(close + 2);
    } else {
      ++at;
    }
  }
  tag_.target = {node_.markup.begin, at};
  // `{{ a }} b` would be a name with a blank in it.
  if (tag_.dynamic && text_.substr(at, end - at).find("{{") != std::string_view::npos) {
    tag_.strict = false;
    return;
  }
  read_parameters(at, end);
}

void TagReader::read_parameters(text::Offset at, text::Offset end) {
  const auto skip_blanks = [&] {
    while (at < end && is_space(text_[at])) {
      ++at;
    }
  };
  for (skip_blanks(); at < end; skip_blanks()) {
    const text::Offset begin = at;
    Argument argument;
    while (at < end && (is_ascii_word(text_[at]) || text_[at] == '-')) {
      ++at;
    }
    argument.name = {begin, at};
    skip_blanks();
    const bool sign = at < end && text_[at] == '=' && !argument.name.empty();
    at = sign ? at + 1 : at;
    skip_blanks();
    if (!sign || !read_parameter_value(argument.value, at, end) || (at < end && !is_space(text_[at]))) {
      tag_.strict = false;
      problems_.push_back(
          {{begin, end}, "Parameters of an include are written `name=\"text\"` or `name=variable`.", true});
      return;
    }
    tag_.arguments.push_back(std::move(argument));
  }
}

bool TagReader::read_parameter_value(Expression& value, text::Offset& at, text::Offset end) const {
  if (at >= end) {
    return false;
  }
  const text::Offset begin = at;
  const char quote = text_[at];
  if (quote == '"' || quote == '\'') {
    for (++at; at < end && text_[at] != quote; ++at) {
      if (text_[at] == '\\') {
        ++at;
      }
    }
    if (at >= end) {
      return false;
    }
    ++at;
    value.kind = Expression::Kind::string;
    value.range = {begin, at};
    value.content = {begin + 1, at - 1};
    return true;
  }
  while (at < end && (is_ascii_word(text_[at]) || text_[at] == '.' || text_[at] == '-')) {
    ++at;
  }
  value = parse_expression(text_, {begin, at});
  value.range = {begin, at};
  return at > begin;
}

void TagReader::read_highlight() {
  text::Offset at = node_.markup.begin;
  while (at < node_.markup.end &&
         (is_ascii_word(text_[at]) || std::string_view(".+#-").find(text_[at]) != std::string_view::npos)) {
    ++at;
  }
  tag_.target = {node_.markup.begin, at};
  if (tag_.target.empty()) {
    refuse("`highlight` needs a language");
  }
}

}  // namespace syntax::liquid
