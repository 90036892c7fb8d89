// What the filters of lists share. Not for use elsewhere.
#pragma once

#include <cstddef>
#include <optional>

#include "server/site/liquid_filter_sets.h"

namespace site::liquid {

constexpr std::size_t most_items = 10'000;

// Liquid's InputIterator: lists are flattened, anything else is a list of itself, nil of nothing.
[[nodiscard]] std::optional<LiquidArray> input_list(const LiquidValue& value);

}  // namespace site::liquid
