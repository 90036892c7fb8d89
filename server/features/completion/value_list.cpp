#include "server/features/completion/value_list.h"

#include <utility>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/syntax/yaml/write.h"

namespace features::completion {

namespace yaml = syntax::yaml;

std::optional<std::string> written_at(const Slot& slot, std::string_view text) {
  if (slot.quote == 0) return yaml::write_text(text, {.flow = slot.flow});
  std::optional<std::string> inside = yaml::write_inside_quotes(text, slot.quote);
  if (inside && !slot.quote_closed) *inside += slot.quote;
  return inside;
}

ValueList::ValueList(const Cursor& cursor, const Slot& slot, bool becomes_list, CompletionList& list)
    : cursor_(cursor),
      slot_(slot),
      becomes_list_(becomes_list && !slot.item && slot.quote == 0),
      list_(list) {
  if (slot.item) seen_.insert(slot.siblings.begin(), slot.siblings.end());
}

void ValueList::add(Offer offer) {
  const Match fit = match(typed_in(cursor_, slot_.range), offer.label.empty() ? offer.value : offer.label);
  const Match whole = offer.label.empty() ? fit : match(typed_in(cursor_, slot_.range), offer.value);
  if ((fit == Match::none && whole == Match::none) || !seen_.insert(offer.value).second) return;
  if (list_.items.size() >= most_items) {
    list_.incomplete = true;
    return;
  }
  std::optional<std::string> text = text_of(offer);
  if (!text) return;
  Completion item;
  item.kind = offer.kind;
  item.detail = std::move(offer.detail);
  item.documentation = std::move(offer.documentation);
  item.sort_text = sort_key(static_cast<std::size_t>(std::min(fit, whole)), list_.items.size());
  item.edit.range = slot_.range;
  if (!offer.label.empty()) item.filter_text = offer.value;
  if (offer.literal && slot_.quote != 0) {
    // In quotes it would be a text: they go.
    --item.edit.range.begin;
    if (slot_.quote_closed) ++item.edit.range.end;
    item.filter_text = slot_.quote + offer.value;
  }
  if (slot_.after_colon) text->insert(0, 1, ' ');
  item.edit.replacement = *std::move(text);
  item.label = offer.label.empty() ? std::move(offer.value) : std::move(offer.label);
  list_.items.push_back(std::move(item));
}

std::optional<std::string> ValueList::text_of(const Offer& offer) const {
  if (offer.literal) return becomes_list_ ? "[" + offer.value + "]" : offer.value;
  return becomes_list_ ? yaml::write_list({offer.value}) : written_at(slot_, offer.value);
}

}  // namespace features::completion
