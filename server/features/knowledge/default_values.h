// What the `defaults` of the configuration give a page: for hover, and for hints behind its front matter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/features/context.h"

namespace features {

struct DefaultValue {
  std::string key;
  std::string source;  // as written in the configuration, in one line, shortened
  std::string set;     // "the defaults of `_config.yml` for `posts` below `news`"
};

// The default that holds for a top-level key of the context's page, whether the page has the key or not.
// nullopt if there is none, and without a page whose front matter Jekyll reads.
[[nodiscard]] std::optional<DefaultValue> default_value(const Context& context, const std::string& key);

// All of them, in the order of the configuration, each key once.
[[nodiscard]] std::vector<DefaultValue> default_values(const Context& context);

}  // namespace features
