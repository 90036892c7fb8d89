#include "server/features/completion/value_list.h"

#include <utility>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/yaml_text.h"

namespace features::completion {

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
  Completion item;
  item.kind = offer.kind;
  item.detail = std::move(offer.detail);
  item.documentation = std::move(offer.documentation);
  item.sort_text = sort_key(static_cast<std::size_t>(std::min(fit, whole)), list_.items.size());
  item.edit.range = slot_.range;
  std::string text =
      offer.literal ? offer.value
                    : yaml_text(offer.value, {slot_.flow || becomes_list_, slot_.quote, slot_.quote_closed});
  if (!offer.label.empty()) item.filter_text = offer.value;
  if (offer.literal && slot_.quote != 0) {
    // In quotes it would be a text: they go.
    --item.edit.range.begin;
    if (slot_.quote_closed) ++item.edit.range.end;
    item.filter_text = slot_.quote + offer.value;
  }
  if (becomes_list_) text = "[" + text + "]";
  if (slot_.after_colon) text.insert(0, 1, ' ');
  item.edit.replacement = std::move(text);
  item.label = offer.label.empty() ? std::move(offer.value) : std::move(offer.label);
  list_.items.push_back(std::move(item));
}

}  // namespace features::completion
