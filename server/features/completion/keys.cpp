// Keys: what this site's own files hold, then what the project's schemas, Jekyll, the theme and the plugins
// read.
#include "schema/keys.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "schema/key.h"
#include "server/features/completion/key_shape.h"
#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/value_list.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/knowledge/key_text.h"
#include "server/features/knowledge/known_keys.h"
#include "server/features/knowledge/words.h"

namespace features::completion {
namespace {

std::string_view kind_word(const Cursor& cursor) {
  if (!cursor.context.page) return "";
  switch (cursor.context.page->kind) {
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

bool works_here(const schema::Key& key, std::string_view kind) {
  return kind.empty() || key.works_in.empty() ||
         std::find(key.works_in.begin(), key.works_in.end(), kind) != key.works_in.end();
}

KeyPlace place_of(const Cursor& cursor, const Slot& slot, const KeyUsage& usage) {
  KeyPlace place;
  const std::uint32_t line = cursor.context.document->lines.line_of(slot.range.begin);
  place.indented = slot.range.begin != cursor.context.document->lines.line_start(line);
  place.indentation.assign(slot.range.begin - cursor.context.document->lines.line_start(line), ' ');
  place.flow = slot.flow;
  place.line_end = diagnostics::line_end(cursor.context);
  std::size_t flow = 0;
  std::size_t block = 0;
  for (const UsedKey& key : usage.keys) {
    flow += key.forms.flow_lists;
    block += key.forms.block_lists;
  }
  place.block_lists = block > flow;
  return place;
}

class KeyList {
 public:
  KeyList(const Cursor& cursor, const Slot& slot, const KeyUsage& usage, CompletionList& list)
      : cursor_(cursor),
        slot_(slot),
        usage_(usage),
        place_(place_of(cursor, slot, usage)),
        list_(list),
        seen_(slot.siblings.begin(), slot.siblings.end()) {}

  // `key` is nullptr where no schema knows the name; `uses` counts this site's files with it.
  void add(const std::string& name, const schema::Key* key, std::size_t uses) {
    const Match fit = match(typed_in(cursor_, slot_.range), name);
    if (name.empty() || fit == Match::none || !seen_.insert(name).second) return;
    const std::optional<std::string> written = written_at(slot_, name);
    if (!written) return;
    Completion item;
    item.label = name;
    item.kind = Completion::Kind::key;
    if (key) {
      item.detail = schema::describe_types(*key);
      item.documentation = key_text(*key);
    }
    item.deprecated = key && key->deprecated;
    if (item.deprecated) item.detail = "deprecated" + (item.detail.empty() ? "" : ", " + item.detail);
    if (uses > 0) item.detail += (item.detail.empty() ? "" : ", ") + count_of(uses, "file");
    set_edit(item, key, *written);
    item.sort_text = sort_key(static_cast<std::size_t>(fit), list_.items.size());
    list_.items.push_back(std::move(item));
  }

 private:
  // `name`: as YAML.
  void set_edit(Completion& item, const schema::Key* key, const std::string& name) const {
    item.edit.range = slot_.range;
    if (slot_.has_colon || slot_.quote_closed) {
      item.edit.replacement = name;
      return;
    }
    const auto used = std::find_if(usage_.keys.begin(), usage_.keys.end(),
                                   [&](const UsedKey& other) { return other.name == item.label; });
    const UsedForms forms = used == usage_.keys.end() ? UsedForms{} : used->forms;
    KeyEdit edit = key_edit(name, key, forms, place_);
    item.edit.replacement = std::move(edit.text);
    item.snippet = edit.snippet;
    if (!place_.indented || place_.flow) return;
    KeyPlace free = place_;
    free.indented = false;
    KeyEdit lines = key_edit(name, key, forms, free);
    if (lines.text != item.edit.replacement) item.lines_as_they_are = std::move(lines.text);
  }

  const Cursor& cursor_;
  const Slot& slot_;
  const KeyUsage& usage_;
  KeyPlace place_;
  CompletionList& list_;
  std::set<std::string, std::less<>> seen_;
};

// Most used first: the site's own habit ranks keys better than any fixed order.
void add_used(const Cursor& cursor, const Slot& slot, const KeyUsage& usage,
              const std::vector<KnownKey>& known, KeyList& result) {
  const auto add = [&](const std::string& name, std::size_t uses) {
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&](const KnownKey& other) { return other.key.name == name; });
    if (found == known.end()) {
      // Jekyll reads it in other kinds of files alone.
      const bool elsewhere = slot.path.empty() && cursor.context.page &&
                             schema::find_key(cursor.context.knowledge->core_keys(), name) != nullptr;
      if (!elsewhere) result.add(name, nullptr, uses);
    } else if (works_here(found->key, kind_word(cursor)) && !found->key.deprecated && !found->key.read_only) {
      result.add(name, &found->key, uses);
    }
  };
  if (slot.path.empty()) {
    for (const site::TermCount& used : cursor.context.site->keys()) add(used.name, used.count);
  } else {
    for (const UsedKey& used : usage.keys) add(used.name, usage.complete ? used.count : 0);
  }
}

// `schemas:` of the project's settings: groups of files.
void add_groups(const Cursor& cursor, KeyList& result) {
  for (const char* group : {"posts", "pages", "drafts"}) result.add(group, nullptr, 0);
  for (const site::Collection& collection : cursor.context.site->config().collections)
    result.add(collection.label, nullptr, 0);
}

}  // namespace

void keys(const Cursor& cursor, const Slot& slot, CompletionList& list) {
  const YamlFile file = yaml_file(cursor.context);
  const std::vector<KnownKey> known = known_keys(cursor.context, slot.path);
  const bool used = cursor.context.site && file == YamlFile::front_matter;
  const KeyUsage usage = used ? key_usage(cursor.context, slot.path) : KeyUsage{};
  KeyList result(cursor, slot, usage, list);
  if (used) add_used(cursor, slot, usage, known, result);
  if (file == YamlFile::project_settings && slot.path == std::vector<std::string>{"schemas"})
    add_groups(cursor, result);
  // Rare keys follow the others, and what nobody should write any more comes last.
  for (const int round : {0, 1, 2}) {
    for (const KnownKey& one : known) {
      const int place = one.key.deprecated ? 2 : one.key.rare ? 1 : 0;
      if (place == round && !one.key.read_only && works_here(one.key, kind_word(cursor)))
        result.add(one.key.name, &one.key, 0);
    }
  }
}

}  // namespace features::completion
