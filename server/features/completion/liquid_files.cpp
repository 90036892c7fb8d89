// The files that tags name: includes with their parameters, files beside this one, sources behind `link`.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/include_parameters.h"
#include "server/text/path.h"

namespace features::completion {
namespace {

Completion file_item(const LiquidPlace& place, std::string path, Completion::Kind kind) {
  Completion item;
  item.kind = kind;
  item.edit = {place.range, path};
  item.label = std::move(path);
  return item;
}

void includes(const Cursor& cursor, const LiquidPlace& place, Ranked& ranked) {
  for (std::string& name : cursor.context.site->includes())
    ranked.offer(file_item(place, std::move(name), Completion::Kind::file));
}

// Folder by folder, as a file dialogue shows them.
void files_beside(const Cursor& cursor, const LiquidPlace& place, Ranked& ranked) {
  const std::string_view typed = typed_in(cursor, place.range);
  const std::string below(text::folder_of(typed));
  const std::string folder = std::string(text::folder_of(cursor.context.path)) + below;
  for (const site::DirectoryEntry& entry : cursor.context.site->files().list(text::normalized_path(folder))) {
    if (entry.outside || entry.name.starts_with('.') ||
        (!entry.directory && folder + entry.name == cursor.context.path))
      continue;
    const auto kind = entry.directory ? Completion::Kind::folder : Completion::Kind::file;
    ranked.offer(file_item(place, below + entry.name + (entry.directory ? "/" : ""), kind));
  }
}

struct Source {
  Match match = Match::prefix;
  std::int64_t date = INT64_MIN;
  std::string path;
  std::string title;
};

struct BestFirst {
  bool operator()(const Source& a, const Source& b) const {
    if (a.match != b.match) return a.match < b.match;
    return a.date != b.date ? a.date > b.date : a.path < b.path;
  }
};

// `{% link %}` names pages by their source; documents without the folder of the collections.
void sources(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  const std::string_view typed = typed_in(cursor, place.range);
  const std::string& collections = cursor.context.site->config().collections_dir;
  Best<Source, BestFirst> best(most_items, BestFirst{});
  std::size_t seen = 0;
  cursor.context.site->for_each_page([&](const site::Page& page) {
    if (++seen % 1024 == 0 && cursor.context.stop.stop_requested()) return false;
    if (!page.published() || page.path == cursor.context.path) return true;
    std::string_view path = page.path;
    if (page.kind != site::PageKind::page) path = text::without_folder(path, collections);
    const Match fit = std::min(match(typed, path), match(typed, page.title.value));
    if (fit != Match::none)
      best.offer({fit, page.date ? page.date->seconds : INT64_MIN, std::string(path), page.title.value});
    return true;
  });
  list.incomplete = list.incomplete || best.dropped_some();
  for (Source& source : best.take()) {
    Completion item = file_item(place, std::move(source.path), Completion::Kind::page);
    item.filter_text = item.label + " " + source.title;
    item.detail = std::move(source.title);
    item.sort_text = sort_key(list.items.size());
    list.items.push_back(std::move(item));
  }
}

void parameters(const Cursor& cursor, const LiquidPlace& place, Ranked& ranked) {
  const std::string path =
      place.tag == "include_relative"
          ? text::normalized_path(std::string(text::folder_of(cursor.context.path)) + place.file)
          : cursor.context.site->include_path(place.file);
  if (path.empty()) return;
  const bool has_value = cursor.context.text().substr(place.range.end).starts_with('=');
  for (const std::string& name : include_parameters(cursor.context.read(path).value_or(""))) {
    if (std::find(place.given.begin(), place.given.end(), name) != place.given.end()) continue;
    Completion item;
    item.label = name;
    item.kind = Completion::Kind::variable;
    item.detail = "read by " + place.file;
    item.edit = {place.range, has_value ? name : name + "=\"$0\""};
    item.snippet = !has_value;
    ranked.offer(std::move(item));
  }
}

}  // namespace

void liquid_files(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (!cursor.context.site) return;
  Ranked ranked(typed_in(cursor, place.range));
  if (place.kind == LiquidPlace::Kind::parameter) parameters(cursor, place, ranked);
  if (place.kind == LiquidPlace::Kind::file) {
    if (place.tag == "link") return sources(cursor, place, list);
    if (place.tag == "include_relative") files_beside(cursor, place, ranked);
    if (place.tag == "include" || place.tag == "include_cached") includes(cursor, place, ranked);
  }
  ranked.add_to(list);
}

}  // namespace features::completion
