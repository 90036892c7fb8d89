// The filters by topic; what filters.cpp puts together. Not for use elsewhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "server/liquid/address.h"
#include "server/liquid/value.h"

namespace liquid {

using Arguments = std::vector<Value>;

// None of the arguments is unknown, neither is the input, and their number fits.
struct Filter {
  std::string_view name;
  std::uint8_t least;  // number of arguments
  std::uint8_t most;
  Value (*apply)(const Value& input, const Arguments& arguments, const Address& address);
};

[[nodiscard]] const std::vector<Filter>& string_filters();  // string.cpp
[[nodiscard]] const std::vector<Filter>& cut_filters();     // cut.cpp
[[nodiscard]] const std::vector<Filter>& escape_filters();  // escape.cpp
[[nodiscard]] const std::vector<Filter>& array_filters();   // array.cpp
[[nodiscard]] const std::vector<Filter>& order_filters();   // order.cpp
[[nodiscard]] const std::vector<Filter>& number_filters();  // number.cpp
[[nodiscard]] const std::vector<Filter>& url_filters();     // url.cpp

// Liquid::Utils.to_integer: Ruby's `Integer(text)`; nullopt: it raises, or we are not sure.
[[nodiscard]] std::optional<std::int64_t> strict_integer(const Value& value);

}  // namespace liquid
