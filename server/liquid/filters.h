// Filters of Liquid and Jekyll, as far as their result follows from constants alone. Everything else, and
// everything that would stop the build, is unknown. Knows the site's address, no documents.
#pragma once

#include <string_view>
#include <vector>

#include "server/liquid/address.h"
#include "server/liquid/value.h"

namespace liquid {

// `named`: the filter has `name: value` arguments.
[[nodiscard]] Value apply_filter(std::string_view name, const Value& input,
                                 const std::vector<Value>& arguments, bool named, const Address& address);

}  // namespace liquid
