// Expressions, filter chains and conditions of Liquid, with the variables of a rendering. Not for use outside
// of the renderer.
#pragma once

#include <string_view>
#include <vector>

#include "server/liquid/environment.h"
#include "server/liquid/scope.h"
#include "server/liquid/value.h"
#include "server/syntax/liquid/tree.h"

namespace liquid {

struct Evaluator {
  const Environment& environment;
  const Scope& scope;
  std::string_view text;  // that the expressions' ranges refer to
  std::size_t& work;      // grows with what is computed; the renderer has a limit

  [[nodiscard]] Value value(const syntax::liquid::Expression& expression, int depth = 0) const;
  [[nodiscard]] Value value(const syntax::liquid::Pipeline& pipeline) const;
  [[nodiscard]] Truth condition(const std::vector<syntax::liquid::Comparison>& comparisons) const;
  // `case` against one value of a `when`.
  [[nodiscard]] Truth matches(const syntax::liquid::Expression& left,
                              const syntax::liquid::Expression& right) const;

 private:
  [[nodiscard]] Value variable(const syntax::liquid::Expression& expression, int depth) const;
  [[nodiscard]] Truth compared(const syntax::liquid::Comparison& comparison) const;
};

}  // namespace liquid
