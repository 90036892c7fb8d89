#include "server/features/highlights.h"

#include <algorithm>

#include "server/features/targets/mentions.h"

namespace features {

std::vector<Highlight> highlights(const Cursor& cursor) {
  std::vector<Highlight> found;
  const auto asked = mention_at(cursor);
  if (!asked) return found;
  for (const Mention& mention : mentions(cursor.context)) {
    if (mention.thing == asked->thing) found.push_back({mention.range, mention.declaration});
  }
  std::sort(found.begin(), found.end(),
            [](const Highlight& a, const Highlight& b) { return a.range.begin < b.range.begin; });
  return found;
}

}  // namespace features
