#include "server/features/completion.h"

#include "server/features/completion/slot.h"
#include "server/features/completion/sources.h"

namespace features {
namespace completing {

std::string sort_key(std::size_t rank) {
  const std::string digits = std::to_string(rank);
  return std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string sort_key(std::size_t tier, std::size_t rank) {
  return std::to_string(tier) + sort_key(rank);
}

std::string_view typed_in(const Cursor& cursor, text::Range range) {
  return text::slice(cursor.text(), {range.begin, std::max(range.begin, cursor.offset)});
}

std::string theme_of(const site::Site& site) {
  const site::Config& config = site.config();
  if (!config.theme.empty()) return config.theme;
  if (!config.remote_theme.empty()) return config.remote_theme;
  // These two names together are nobody else's.
  const bool copied = site.has_layout("archive-taxonomy") && site.has_layout("splash");
  return copied ? "minimal-mistakes-jekyll" : "";
}

}  // namespace completing

CompletionList completion(const Cursor& cursor) {
  CompletionList list;
  const syntax::Document& document = *cursor.document;
  if (cursor.offset > document.text.size() || document.options.format == syntax::ParseOptions::Format::yaml)
    return list;
  if (const auto slot = completing::slot_at(document, cursor.offset)) {
    if (slot->kind == completing::Slot::Kind::key) {
      completing::keys(cursor, *slot, list);
    } else {
      completing::values(cursor, *slot, list);
      completing::terms(cursor, *slot, list);
      completing::permalinks(cursor, *slot, list);
    }
    return list;
  }
  const text::Range front = completing::front_matter_lines(document);
  if (!front.empty() && cursor.offset <= front.end) return list;
  if (const auto place = completing::liquid_at(document, cursor.offset)) {
    completing::liquid_tags(cursor, *place, list);
    completing::liquid_filters(cursor, *place, list);
    completing::liquid_variables(cursor, *place, list);
    completing::liquid_files(cursor, *place, list);
    completing::post_urls(cursor, *place, list);
    completing::liquid_addresses(cursor, *place, list);
    return list;
  }
  completing::link_targets(cursor, list);
  completing::anchors_behind_liquid(cursor, list);
  completing::labels(cursor, list);
  completing::fences(cursor, list);
  return list;
}

}  // namespace features
