// What the filters of lists share. Not for use elsewhere.
#pragma once

#include <cstddef>
#include <optional>

#include "server/liquid/filters/sets.h"

namespace liquid {

constexpr std::size_t most_items = 10'000;

// Liquid's InputIterator: lists are flattened, anything else is a list of itself, nil of nothing.
[[nodiscard]] std::optional<Array> input_list(const Value& value);

}  // namespace liquid
