// Front matter keys: what Jekyll reads, what the theme reads, what this site's own files hold.
#include "schema/keys.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/words.h"

namespace features::completing {
namespace {

std::string documentation(const schema::Key& key) {
  std::string text = key.description;
  if (!key.default_value.empty()) text += "\n\nDefault: " + code(key.default_value);
  if (!key.examples.empty()) text += "\n\nExample: " + code(key.name + ": " + key.examples.front());
  if (!key.source.empty()) text += "\n\n[Where this is written](" + key.source + ")";
  return text;
}

std::string_view kind_word(const Cursor& cursor) {
  if (!cursor.page) return "";
  switch (cursor.page->kind) {
    case site::PageKind::post:
    case site::PageKind::draft:
      return "post";
    case site::PageKind::document:
      return "document";
    case site::PageKind::page:
      return "page";
  }
  return "";
}

class KeyList {
 public:
  KeyList(const Cursor& cursor, const Slot& slot, CompletionList& list)
      : cursor_(cursor), slot_(slot), list_(list), seen_(slot.siblings.begin(), slot.siblings.end()) {}

  void add(const std::string& name, std::string detail, std::string text) {
    const Match fit = match(typed_in(cursor_, slot_.range), name);
    if (!seen_.insert(name).second || fit == Match::none) return;
    Completion item;
    item.label = name;
    item.kind = Completion::Kind::key;
    item.detail = std::move(detail);
    item.documentation = std::move(text);
    item.edit = {slot_.range, slot_.has_colon ? name : name + ": "};
    item.sort_text = sort_key(static_cast<std::size_t>(fit), list_.items.size());
    list_.items.push_back(std::move(item));
  }

  // `uses` counts this site's files with the key.
  void add(const schema::Key& key, std::size_t uses) {
    if (key.deprecated) return;
    std::string detail = schema::describe_types(key);
    if (uses > 0) detail += (detail.empty() ? "" : ", ") + count_of(uses, "file");
    add(key.name, std::move(detail), documentation(key));
  }

 private:
  const Cursor& cursor_;
  const Slot& slot_;
  CompletionList& list_;
  std::set<std::string, std::less<>> seen_;
};

bool works_here(const schema::Key& key, std::string_view kind) {
  return kind.empty() || key.works_in.empty() ||
         std::find(key.works_in.begin(), key.works_in.end(), kind) != key.works_in.end();
}

// The keys inside a mapping such as `header:`, as far as a schema knows them.
const std::vector<schema::Key>* children_of(const std::vector<schema::Key>& keys,
                                            const std::vector<std::string>& path) {
  const std::vector<schema::Key>* level = &keys;
  for (const std::string& name : path) {
    const schema::Key* key = schema::find_key(*level, name);
    if (!key) return nullptr;
    level = &key->children;
  }
  return level;
}

}  // namespace

void keys(const Cursor& cursor, const Slot& slot, CompletionList& list) {
  KeyList result(cursor, slot, list);
  const std::vector<schema::Key>& theme =
      schema::theme_keys(cursor.site ? theme_of(*cursor.site) : std::string{});
  if (!slot.path.empty()) {
    for (const auto* source : {&theme, &schema::core_keys()}) {
      const std::vector<schema::Key>* children = children_of(*source, slot.path);
      if (!children) continue;
      for (const schema::Key& key : *children) result.add(key, 0);
    }
    return;
  }
  // Most used first: the site's own habit ranks keys better than any fixed order. Keys that only a schema
  // knows follow.
  const std::string_view kind = kind_word(cursor);
  if (cursor.site) {
    for (const site::TermCount& used : cursor.site->keys()) {
      const schema::Key* key = schema::find_key(theme, used.name);
      if (!key) key = schema::find_key(schema::core_keys(), used.name);
      if (!key) {
        result.add(used.name, count_of(used.count, "file"), "");
      } else if (works_here(*key, kind)) {
        result.add(*key, used.count);
      }
    }
  }
  for (const auto* source : {&schema::core_keys(), &theme}) {
    for (const schema::Key& key : *source) {
      if (works_here(key, kind)) result.add(key, 0);
    }
  }
}

}  // namespace features::completing
