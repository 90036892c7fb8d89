#include "server/liquid/evaluate.h"

#include <utility>

#include "server/liquid/filters.h"

// Sources: liquid/lib/liquid/{variable,variable_lookup,range_lookup,condition}.rb.

namespace liquid {
namespace {

using Expression = syntax::liquid::Expression;
using Kind = Expression::Kind;
using Operator = syntax::liquid::Comparison::Operator;

constexpr int max_depth = 40;

std::optional<std::int64_t> bound(const Value& value) {
  if (value.is_nil()) {
    return 0;
  }
  return value.integer() != nullptr ? std::optional(*value.integer()) : std::nullopt;
}

// In units of about a node.
std::size_t cost(const Value& value) {
  const auto text = value.string();
  return text ? text->size() / 64 : value.is_array() ? array_size(value) / 4 : 0;
}

}  // namespace

Value Evaluator::value(const Expression& expression, int depth) const {
  switch (expression.kind) {
    case Kind::string:
      return Value(text::slice(text, expression.content));
    case Kind::integer:
      return Value(expression.integer);
    case Kind::real:
      return Value(expression.real);
    case Kind::boolean:
      return Value(expression.boolean);
    case Kind::nil:
      return Value::nil();
    case Kind::range: {
      if (expression.parts.size() != 2 || depth > max_depth) {
        return {};
      }
      const auto first = bound(value(expression.parts[0], depth + 1));
      const auto last = bound(value(expression.parts[1], depth + 1));
      return first && last ? Value(Range{*first, *last}) : Value();
    }
    case Kind::variable:
      return depth > max_depth ? Value() : variable(expression, depth);
    // Objects of their own in Liquid; what filters make of them differs between its versions.
    case Kind::empty:
    case Kind::blank:
    case Kind::none:
      break;
  }
  return {};
}

Value Evaluator::variable(const Expression& expression, int depth) const {
  const auto key = [&](const syntax::liquid::Lookup& lookup) {
    const Expression& inside = expression.parts[static_cast<std::size_t>(lookup.part)];
    // Liquid cuts a path at the first `]`, wherever it stands.
    const std::string_view source = text::slice(text, lookup.range);
    const bool cut = source.find(']') + 1 != source.size() || source.find('[', 1) != std::string_view::npos;
    return cut ? Value() : value(inside, depth + 1);
  };
  Value result;
  const syntax::liquid::Lookup& first = expression.path.front();
  std::string_view name = text::slice(text, first.range);
  Value computed;
  if (first.part >= 0) {
    computed = key(first);
    const auto given = computed.string();
    if (!given) {
      return {};
    }
    name = *given;
  }
  if (const Value* set = scope.find(name)) {
    result = *set;
  } else if (environment.variable) {
    result = environment.variable(name);
    if (scope.forgotten() && result.is_nil()) {
      return {};
    }
  }
  for (std::size_t i = 1; i < expression.path.size(); ++i) {
    const syntax::liquid::Lookup& lookup = expression.path[i];
    result =
        lookup.part >= 0 ? element(result, key(lookup)) : member(result, text::slice(text, lookup.range));
  }
  return result;
}

Value Evaluator::value(const syntax::liquid::Pipeline& pipeline) const {
  if (!pipeline.strict) {
    return {};
  }
  Value result = pipeline.value.kind == Kind::none ? Value::nil() : value(pipeline.value);
  std::vector<Value> arguments;
  for (const syntax::liquid::Filter& filter : pipeline.filters) {
    bool named = false;
    arguments.clear();
    for (const syntax::liquid::Argument& argument : filter.arguments) {
      named = named || !argument.name.empty();
      arguments.push_back(value(argument.value));
    }
    result = apply_filter(text::slice(text, filter.name), result, arguments, named, environment.address);
    if (result.is_unknown()) {
      return result;
    }
    work += cost(result);
  }
  return result;
}

Truth Evaluator::matches(const Expression& left, const Expression& right) const {
  const auto special = [](const Expression& expression) {
    return expression.kind == Kind::empty || expression.kind == Kind::blank;
  };
  if (special(left) || special(right)) {
    const Expression& other = special(left) ? right : left;
    const Kind kind = special(left) ? left.kind : right.kind;
    // `blank` asks for a method that only some plugins bring along.
    return special(other) || kind == Kind::blank ? Truth::unknown : is_empty(value(other));
  }
  return equal(value(left), value(right));
}

Truth Evaluator::compared(const syntax::liquid::Comparison& comparison) const {
  switch (comparison.op) {
    case Operator::none:
      return truth(value(comparison.left));
    case Operator::equal:
      return matches(comparison.left, comparison.right);
    case Operator::unequal:
      return negate(matches(comparison.left, comparison.right));
    case Operator::contains: {
      const Value container = value(comparison.left);
      work += cost(container);
      return contains(container, value(comparison.right));
    }
    default:
      break;
  }
  const Comparison result = compare(value(comparison.left), value(comparison.right));
  if (result.known != Truth::yes) {
    return result.known;
  }
  switch (comparison.op) {
    case Operator::less:
      return result.order < 0 ? Truth::yes : Truth::no;
    case Operator::greater:
      return result.order > 0 ? Truth::yes : Truth::no;
    case Operator::less_equal:
      return result.order <= 0 ? Truth::yes : Truth::no;
    default:
      return result.order >= 0 ? Truth::yes : Truth::no;
  }
}

Truth Evaluator::condition(const std::vector<syntax::liquid::Comparison>& comparisons) const {
  if (comparisons.empty()) {
    return Truth::unknown;
  }
  Truth result = compared(comparisons.back());
  for (std::size_t i = comparisons.size() - 1; i-- > 0;) {
    const Truth left = compared(comparisons[i]);
    const Truth decides =
        comparisons[i].joint == syntax::liquid::Comparison::Joint::or_ ? Truth::yes : Truth::no;
    if (left == decides || result == decides) {
      result = decides;
    } else if (left == Truth::unknown || result == Truth::unknown) {
      result = Truth::unknown;
    }
  }
  return result;
}

}  // namespace liquid
