// Values that a schema or the site's layouts name.
#include <string>
#include <utility>
#include <vector>

#include "schema/keys.h"
#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/yaml_text.h"

namespace features::completing {
namespace {

struct Candidate {
  std::string name;
  bool literal = false;  // `true` stays a boolean: no quotes
};

const schema::Key* schema_key(const std::vector<schema::Key>& keys, const std::vector<std::string>& path) {
  const std::vector<schema::Key>* level = &keys;
  const schema::Key* key = nullptr;
  for (const std::string& name : path) {
    key = schema::find_key(*level, name);
    if (!key) return nullptr;
    level = &key->children;
  }
  return key;
}

std::vector<Candidate> candidates(const Cursor& cursor, const Slot& slot) {
  std::vector<Candidate> found;
  if (slot.path == std::vector<std::string>{"layout"}) {
    if (!cursor.site) return found;
    for (std::string& name : cursor.site->layouts()) found.push_back({std::move(name), false});
    if (!cursor.site->unknown_layouts()) return found;
  }
  const std::vector<schema::Key>& theme =
      schema::theme_keys(cursor.site ? theme_of(*cursor.site) : std::string{});
  const schema::Key* key = schema_key(theme, slot.path);
  if (!key || key->values.empty()) key = schema_key(schema::core_keys(), slot.path);
  if (!key) return found;
  for (const std::string& value : key->values) {
    bool known = false;
    for (const Candidate& other : found) known = known || other.name == value;
    if (!known) found.push_back({value, !key->takes(schema::Type::string)});
  }
  return found;
}

}  // namespace

void values(const Cursor& cursor, const Slot& slot, CompletionList& list) {
  const bool layout = slot.path == std::vector<std::string>{"layout"};
  for (const Candidate& candidate : candidates(cursor, slot)) {
    if (match(typed_in(cursor, slot.range), candidate.name) == Match::none) continue;
    Completion item;
    item.label = candidate.name;
    item.kind = layout ? Completion::Kind::layout : Completion::Kind::value;
    const bool plain = candidate.literal && slot.quote == 0;
    std::string text =
        plain ? candidate.name : yaml_text(candidate.name, {slot.flow, slot.quote, slot.quote_closed});
    if (slot.after_colon) text.insert(0, 1, ' ');
    item.edit = {slot.range, std::move(text)};
    item.sort_text = sort_key(list.items.size());
    list.items.push_back(std::move(item));
  }
}

}  // namespace features::completing
