// Everything that a rendering asks from outside of its text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/liquid/address.h"
#include "server/liquid/source.h"
#include "server/liquid/value.h"

namespace liquid {

// Functions may be empty: then they know nothing.
struct Environment {
  // `site`, `page`, `layout`, … and any other name that no tag has set; nil where there is surely nothing.
  std::function<Value(std::string_view name)> variable;
  // The file of `include` (a path below the includes folder) or `include_relative`; nullptr: not known.
  std::function<SourcePtr(std::string_view name, bool relative)> include;
  // What `{% link PATH %}` and `{% post_url NAME %}` write; nullopt: not known.
  std::function<std::optional<std::string>(std::string_view path)> link;
  std::function<std::optional<std::string>(std::string_view name)> post_url;
  Address address;
};

}  // namespace liquid
