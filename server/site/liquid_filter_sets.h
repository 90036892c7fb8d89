// The filters by topic; what liquid_filters.cpp puts together. Not for use elsewhere.
#pragma once

#include <cstdint>
#include <vector>

#include "server/site/liquid_filters.h"

namespace site::liquid {

using Arguments = std::vector<LiquidValue>;

// None of the arguments is unknown, neither is the input, and their number fits.
struct Filter {
  std::string_view name;
  std::uint8_t least;  // number of arguments
  std::uint8_t most;
  LiquidValue (*apply)(const LiquidValue& input, const Arguments& arguments, const LiquidAddress& address);
};

[[nodiscard]] const std::vector<Filter>& string_filters();  // liquid_string_filters.cpp
[[nodiscard]] const std::vector<Filter>& cut_filters();     // liquid_cut_filters.cpp
[[nodiscard]] const std::vector<Filter>& escape_filters();  // liquid_escape_filters.cpp
[[nodiscard]] const std::vector<Filter>& array_filters();   // liquid_array_filters.cpp
[[nodiscard]] const std::vector<Filter>& order_filters();   // liquid_order_filters.cpp
[[nodiscard]] const std::vector<Filter>& number_filters();  // liquid_number_filters.cpp
[[nodiscard]] const std::vector<Filter>& url_filters();     // liquid_url_filters.cpp

// Liquid::Utils.to_integer: Ruby's `Integer(text)`; nullopt: it raises, or we are not sure.
[[nodiscard]] std::optional<std::int64_t> strict_integer(const LiquidValue& value);

}  // namespace site::liquid
