#include "server/syntax/liquid/expression.h"

#include <utility>

#include "server/syntax/liquid/tokens.h"

// Sources: liquid/lib/liquid/variable.rb (strict_parse), parser_switching.rb.

namespace syntax::liquid {

Pipeline parse_pipeline(std::string_view text, text::Range markup, std::vector<Problem>& problems) {
  Pipeline result;
  Parser parser(text, markup);
  if (parser.at_end()) {
    result.value.range = {markup.begin, markup.begin};
    return result;  // `{{ }}` is nothing, without a complaint
  }
  result.value = parser.expression();
  while (parser.take('|')) {
    Filter filter;
    filter.name = parser.take_id("a filter's name");
    if (parser.failed()) {
      break;
    }
    if (parser.take(':')) {
      do {
        filter.arguments.push_back(parser.argument());
      } while (parser.take(','));
    }
    filter.range = {filter.name.begin, parser.last_end()};
    result.filters.push_back(std::move(filter));
  }
  parser.expect_end();
  if (parser.failed()) {
    result.strict = false;
    problems.push_back({parser.failure_range(), parser.failure() + ".", false});
  }
  return result;
}

Expression parse_expression(std::string_view text, text::Range range) {
  Parser parser(text, range);
  Expression result = parser.expression();
  parser.expect_end();
  if (parser.failed()) {
    result.kind = Expression::Kind::none;
  }
  return result;
}

}  // namespace syntax::liquid
