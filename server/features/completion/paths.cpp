// Keys that hold a path or a picture: the site's files, folder by folder as a file dialogue shows them.
#include <algorithm>
#include <string>
#include <utility>

#include "server/features/completion/sources.h"
#include "server/features/completion/value_list.h"
#include "server/features/knowledge/known_keys.h"
#include "server/features/knowledge/own_schemas.h"
#include "server/features/knowledge/words.h"
#include "server/text/path.h"

namespace features::completion {
namespace {

// Front matters name what visitors can see; settings name the sources too.
bool is_shown(const site::DirectoryEntry& entry, bool settings, bool pictures) {
  if (entry.outside || entry.name.empty() || entry.name == "node_modules" || entry.name == "vendor")
    return false;
  const char first = entry.name.front();
  if (first == '.' || first == '#' || first == '~') return false;
  if (first == '_' && !settings) return false;
  return entry.directory || !pictures || is_image(entry.name);
}

// Does the site begin such paths with a slash? Where none are written yet: Jekyll's own examples do.
bool begins_with_slash(const KeyUsage& usage) {
  std::size_t with = 0;
  std::size_t without = 0;
  for (const UsedValue& value : usage.values) {
    if (value.text.find("://") != std::string::npos) continue;
    (value.text.starts_with('/') ? with : without) += value.count;
  }
  return with >= without;
}

}  // namespace

void paths(const Cursor& cursor, const ValuePlace& place, CompletionList& list) {
  const std::string kind = place.kind();
  if (!cursor.context.site || (kind != "image" && kind != "path")) return;
  const std::string_view typed = typed_in(cursor, place.slot.range);
  if (typed.find("://") != std::string_view::npos || typed.find("..") != std::string_view::npos ||
      typed.find("{{") != std::string_view::npos)
    return;
  const YamlFile file = yaml_file(cursor.context);
  const bool settings = file != YamlFile::front_matter;
  std::string prefix(text::folder_of(typed));
  std::string folder = prefix;
  while (folder.ends_with('/')) folder.pop_back();
  folder.erase(0, std::min(folder.find_first_not_of('/'), folder.size()));
  if (file == YamlFile::project_settings) folder = from_root(cursor.context.site->config(), folder);
  if (typed.empty() && !settings && begins_with_slash(place.usage)) prefix = "/";
  ValueList values(cursor, place.slot, place.wants_list(), list);
  for (const site::DirectoryEntry& entry : cursor.context.site->files().list(folder)) {
    if (!is_shown(entry, settings, kind == "image")) continue;
    const std::string name = entry.name + (entry.directory ? "/" : "");
    values.add({.value = prefix + name,
                .kind = entry.directory ? Completion::Kind::folder : Completion::Kind::file,
                .label = name});
  }
  list.incomplete = true;  // another letter may open another folder
}

}  // namespace features::completion
