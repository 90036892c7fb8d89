// Sources: liquid/lib/liquid/{standardfilters,utils}.rb. Whole numbers only: Liquid computes with decimal
// fractions, whose last digits are not ours to guess.
#include <charconv>
#include <cmath>
#include <limits>

#include "server/liquid/filters/sets.h"

namespace liquid {
namespace {

// Both factors below it: no result leaves 64 bits.
constexpr std::int64_t largest = std::int64_t{1} << 31;

// Liquid::Utils.to_number, where it gives an Integer.
std::optional<std::int64_t> whole(const Value& value) {
  std::int64_t result = 0;
  if (const auto* integer = value.integer()) {
    result = *integer;
  } else if (const auto text = value.string()) {
    std::size_t at = text->find_first_not_of(" \t\n\v\f\r");
    at = at == std::string_view::npos ? text->size() : at;
    const bool minus = at < text->size() && (*text)[at] == '-';
    if (at < text->size() && ((*text)[at] == '-' || (*text)[at] == '+')) {
      ++at;
    }
    const char* begin = text->data() + at;
    const char* end = text->data() + text->size();
    const auto read = std::from_chars(begin, end, result);
    const bool digits = read.ptr != begin && *begin != '-';
    if (read.ec == std::errc::result_out_of_range ||
        (digits && read.ptr != end && (*read.ptr == '.' || *read.ptr == '_'))) {
      return std::nullopt;
    }
    result = digits ? (minus ? -result : result) : 0;
  } else if (std::holds_alternative<double>(value.data)) {
    return std::nullopt;
  }
  return result > -largest && result < largest ? std::optional(result) : std::nullopt;
}

template <typename Operation>
Value compute(const Value& input, const Value& operand, Operation operation) {
  const auto a = whole(input);
  const auto b = whole(operand);
  return a && b ? operation(*a, *b) : Value();
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

Value rounded(const Value& input, double (*round)(double)) {
  if (const auto* real = std::get_if<double>(&input.data)) {
    return std::abs(*real) < 1e15 ? Value(static_cast<std::int64_t>(round(*real))) : Value();
  }
  const auto value = whole(input);
  return value ? Value(*value) : Value();
}

Value to_integer(const Value& input, const Arguments&, const Address&) {
  if (const bool* boolean = input.boolean()) {
    return Value(std::int64_t{*boolean ? 1 : 0});
  }
  if (input.integer() == nullptr && !input.is_nil() && !input.string()) {
    return {};
  }
  const auto value = whole(input);
  return value ? Value(*value) : Value();
}

}  // namespace

std::optional<std::int64_t> strict_integer(const Value& value) {
  if (const auto* integer = value.integer()) {
    return *integer;
  }
  const auto text = value.string();
  std::int64_t result = 0;
  if (!text || text->empty()) {
    return std::nullopt;
  }
  const char* end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, result);
  // A leading zero would mean an octal number.
  const std::size_t first = text->front() == '-' ? 1 : 0;
  const bool octal = text->size() > first + 1 && (*text)[first] == '0';
  return read.ec == std::errc() && read.ptr == end && !octal ? std::optional(result) : std::nullopt;
}

const std::vector<Filter>& number_filters() {
  using V = Value;
  using A = Arguments;
  using U = Address;
  static const std::vector<Filter> filters = {
      {"plus", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0], [](std::int64_t x, std::int64_t y) { return V(x + y); });
       }},
      {"minus", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0], [](std::int64_t x, std::int64_t y) { return V(x - y); });
       }},
      {"times", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0], [](std::int64_t x, std::int64_t y) { return V(x * y); });
       }},
      {"divided_by", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0],
                        [](std::int64_t x, std::int64_t y) { return y == 0 ? V() : V(floor_div(x, y)); });
       }},
      {"modulo", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0], [](std::int64_t x, std::int64_t y) {
           return y == 0 ? V() : V(x - floor_div(x, y) * y);
         });
       }},
      {"at_least", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0], [](std::int64_t x, std::int64_t y) { return V(std::max(x, y)); });
       }},
      {"at_most", 1, 1,
       [](const V& v, const A& a, const U&) {
         return compute(v, a[0], [](std::int64_t x, std::int64_t y) { return V(std::min(x, y)); });
       }},
      {"abs", 0, 0,
       [](const V& v, const A&, const U&) {
         const auto value = whole(v);
         return value ? V(std::abs(*value)) : V();
       }},
      {"ceil", 0, 0, [](const V& v, const A&, const U&) { return rounded(v, std::ceil); }},
      {"floor", 0, 0, [](const V& v, const A&, const U&) { return rounded(v, std::floor); }},
      {"round", 0, 0,
       [](const V& v, const A&, const U&) {
         const auto value = whole(v);
         return value ? V(*value) : V();
       }},
      {"to_integer", 0, 0, to_integer},
  };
  return filters;
}

}  // namespace liquid
