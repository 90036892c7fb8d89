#include "server/features/definition.h"

#include "server/features/targets/mentions.h"

namespace features {

Definition definition(const Cursor& cursor) {
  const auto mention = mention_at(cursor);
  if (!mention) return {};
  const bool on_name = mention->range.touches(cursor.offset);
  return {on_name ? mention->range : mention->area, places_of(cursor.context, mention->thing)};
}

}  // namespace features
