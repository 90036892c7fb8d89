#include "server/features/completion.h"

#include "server/features/completion/slot_at.h"
#include "server/features/completion/sources.h"

namespace features {
namespace completion {

std::string sort_key(std::size_t rank) {
  const std::string digits = std::to_string(rank);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string sort_key(std::size_t tier, std::size_t rank) {
  return std::to_string(tier) + sort_key(rank);
}

std::string_view typed_in(const Cursor& cursor, text::Range range) {
  return text::slice(cursor.context.text(), {range.begin, std::max(range.begin, cursor.offset)});
}

namespace {

ValuePlace place_of(const Cursor& cursor, const Slot& slot) {
  ValuePlace place{slot, yaml_file(cursor.context), known_key(cursor.context, slot.path), {}};
  const std::string kind = place.kind();
  // What other posts hold is no help where each has its own.
  const bool own = kind == "permalink" || kind == "tag" || kind == "category";
  if (place.file == YamlFile::front_matter && !own) place.usage = key_usage(cursor.context, slot.path);
  return place;
}

// Behind the dash of a list of mappings a key begins.
bool begins_mapping(const ValuePlace& place) {
  return place.slot.item && !place.slot.flow && place.slot.quote == 0 && place.key &&
         !place.key->children.empty() && place.key->takes(schema::Type::array);
}

void complete_slot(const Cursor& cursor, Slot slot, CompletionList& list) {
  if (slot.kind == Slot::Kind::key) {
    keys(cursor, slot, list);
    return;
  }
  if (slot.path.empty()) return;  // a list instead of keys: nothing is known about its items
  const ValuePlace place = place_of(cursor, slot);
  if (begins_mapping(place)) {
    slot.kind = Slot::Kind::key;
    slot.siblings.clear();
    keys(cursor, slot, list);
  }
  for (const auto source : {dates, paths, values, terms, permalinks}) source(cursor, place, list);
}

}  // namespace
}  // namespace completion

CompletionList complete(const Cursor& cursor) {
  CompletionList list;
  const syntax::Document& document = *cursor.context.document;
  if (cursor.offset > document.text.size()) return list;
  if (const auto slot = completion::slot_at(document, cursor.offset)) {
    completion::complete_slot(cursor, *slot, list);
    return list;
  }
  const text::Range front = completion::front_matter_lines(document);
  if (!front.empty() && cursor.offset <= front.end) return list;
  if (const auto place = completion::liquid_at(document, cursor.offset)) {
    completion::liquid_tags(cursor, *place, list);
    completion::liquid_filters(cursor, *place, list);
    completion::liquid_variables(cursor, *place, list);
    completion::liquid_files(cursor, *place, list);
    completion::post_urls(cursor, *place, list);
    completion::liquid_addresses(cursor, *place, list);
    return list;
  }
  completion::link_targets(cursor, list);
  completion::anchors_behind_liquid(cursor, list);
  completion::labels(cursor, list);
  completion::fences(cursor, list);
  return list;
}

}  // namespace features
