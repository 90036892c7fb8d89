// Expressions, filter chains and conditions of Liquid, with the variables of a rendering. Not for use outside
// of the renderer.
#pragma once

#include <string_view>
#include <vector>

#include "server/site/liquid_render.h"
#include "server/site/liquid_scope.h"

namespace site::liquid {

struct Evaluator {
  const LiquidEnvironment& environment;
  const Scope& scope;
  std::string_view text;  // that the expressions' ranges refer to
  std::size_t& work;      // grows with what is computed; the renderer has a limit

  [[nodiscard]] LiquidValue value(const syntax::LiquidExpression& expression, int depth = 0) const;
  [[nodiscard]] LiquidValue value(const syntax::LiquidPipeline& pipeline) const;
  [[nodiscard]] Truth condition(const std::vector<syntax::LiquidComparison>& comparisons) const;
  // `case` against one value of a `when`.
  [[nodiscard]] Truth matches(const syntax::LiquidExpression& left,
                              const syntax::LiquidExpression& right) const;

 private:
  [[nodiscard]] LiquidValue variable(const syntax::LiquidExpression& expression, int depth) const;
  [[nodiscard]] Truth compared(const syntax::LiquidComparison& comparison) const;
};

}  // namespace site::liquid
