// `[text][|]`: the labels that the text defines, with their addresses.
#include <string>
#include <utility>

#include "server/features/completion/body_place.h"
#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"

namespace features::completion {

void labels(const Cursor& cursor, CompletionList& list) {
  const auto range = label_at(*cursor.context.document, cursor.offset);
  if (!range) return;
  Ranked ranked(typed_in(cursor, *range));
  const bool closed = cursor.context.text().substr(range->end).starts_with(']');
  for (const syntax::Definition& definition : cursor.context.document->markdown.definitions) {
    if (definition.overridden) continue;
    Completion item;
    item.label = text::slice(cursor.context.text(), definition.label_range);
    item.kind = Completion::Kind::label;
    item.detail = definition.href;
    if (item.label.find_first_of("\r\n") != std::string::npos) continue;
    item.edit = {*range, item.label + (closed ? "" : "]")};
    ranked.offer(std::move(item));
  }
  ranked.add_to(list);
}

}  // namespace features::completion
