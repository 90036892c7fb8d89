// How this site's own files write one key, from some of them: enough to tell a habit, never so many that the
// cost grows with the site.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/features/context.h"

namespace features {

struct UsedValue {
  std::string text;    // as YAML reads it
  bool plain = false;  // written without quotes: a type of its own for `true`, `12`
  std::size_t count = 0;
};

// In how many files a key's value has which form.
struct UsedForms {
  std::size_t scalars = 0;
  std::size_t flow_lists = 0;
  std::size_t block_lists = 0;
  std::size_t mappings = 0;
};

struct UsedKey {
  std::string name;
  std::size_t count = 0;
  UsedForms forms;
};

struct KeyUsage {
  std::vector<UsedValue> values;  // scalars and the items of lists, most used first
  std::vector<UsedKey> keys;      // of the mappings, most used first
  std::size_t files = 0;          // that were looked at and hold the key
  bool complete = false;          // they are all there are
};

// `path` leads to the key from the top, an empty one to the front matter as a whole; items of lists are
// passed over. Looks at files of the same kind first, never at the context's own.
[[nodiscard]] KeyUsage key_usage(const Context& context, const std::vector<std::string>& path);

}  // namespace features
