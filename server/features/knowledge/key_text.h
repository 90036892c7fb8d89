// What a schema says about a key, in words for people: in the documentation of completions, in hovers.
#pragma once

#include <string>

#include "schema/key.h"

namespace features {

// Markdown: what the key means, its type, values, default, an example and where this is written.
[[nodiscard]] std::string key_text(const schema::Key& key);

}  // namespace features
