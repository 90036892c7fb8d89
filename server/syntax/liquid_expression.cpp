#include "server/syntax/liquid_expression.h"

#include <utility>

#include "server/syntax/liquid_tokens.h"

// Sources: liquid/lib/liquid/variable.rb (strict_parse), parser_switching.rb.

namespace syntax {

LiquidPipeline parse_liquid_pipeline(std::string_view text, text::Range markup,
                                     std::vector<LiquidProblem>& problems) {
  LiquidPipeline result;
  liquid::Parser parser(text, markup);
  if (parser.at_end()) {
    result.value.range = {markup.begin, markup.begin};
    return result;  // `{{ }}` is nothing, without a complaint
  }
  result.value = parser.expression();
  while (parser.take('|')) {
    LiquidFilter filter;
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

LiquidExpression parse_liquid_expression(std::string_view text, text::Range range) {
  liquid::Parser parser(text, range);
  LiquidExpression result = parser.expression();
  parser.expect_end();
  if (parser.failed()) {
    result.kind = LiquidExpression::Kind::none;
  }
  return result;
}

}  // namespace syntax
