// Images and other files: folder by folder once a folder is typed, as a file dialogue shows them, else from
// any part of their address.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "server/features/completion/body_place.h"
#include "server/features/completion/match.h"
#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/permalink.h"
#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace features::completion {
namespace {

bool is_media(std::string_view path) {
  constexpr std::array<std::string_view, 3> others = {".mp4", ".webm", ".mp3"};
  const std::string lower = text::ascii_lower(path);
  return is_image(path) || std::any_of(others.begin(), others.end(),
                                       [&](std::string_view end) { return lower.ends_with(end); });
}

std::string size_text(const Cursor& cursor, const std::string& path) {
  const auto bytes = cursor.context.site->files().size(path);
  return bytes ? bytes_text(*bytes) : std::string();
}

void add(Completion item, CompletionList& list) {
  if (list.items.size() >= most_items) {
    list.incomplete = true;
    return;
  }
  item.sort_text = sort_key(list.items.size());
  list.items.push_back(std::move(item));
}

// The source folder behind a half-typed address: what stands up to its last slash, as the browser reads it
// from this page.
std::string folder_behind(const Cursor& cursor, std::string_view typed_folder, const std::string& baseurl) {
  const std::string base = baseurl + (cursor.context.page ? cursor.context.page->url : "/");
  std::string path = text::percent_decode(text::resolve_path(base, typed_folder));
  if (!baseurl.empty() && path.starts_with(baseurl + "/")) path.erase(0, baseurl.size());
  return path.substr(1);
}

// True if the folder that is typed exists.
bool folder(const Cursor& cursor, const AddressPlace& place, const std::string& baseurl,
            CompletionList& list) {
  const std::string_view typed = typed_in(cursor, place.range);
  const std::string below(text::folder_of(typed));
  if (below.empty()) return false;
  const std::string path = folder_behind(cursor, below, baseurl);
  if (!path.empty() && !cursor.context.site->static_directory_at(path.substr(0, path.size() - 1)))
    return false;
  Ranked ranked(typed);
  for (const site::DirectoryEntry& entry : cursor.context.site->files().list(path)) {
    const std::string source = path + entry.name;
    const bool served =
        entry.directory ? cursor.context.site->static_directory_at(source)
                        : cursor.context.site->static_file_at(source) && (!place.image || is_media(source));
    if (!served) continue;
    Completion item;
    item.label = below + entry.name + (entry.directory ? "/" : "");
    item.kind = entry.directory ? Completion::Kind::folder : Completion::Kind::file;
    item.edit = {place.range, below + site::escape_path(entry.name) + (entry.directory ? "/" : "")};
    ranked.offer(std::move(item));
  }
  const std::size_t before = list.items.size();
  ranked.add_to(list);
  // Asking for the sizes of all files in a large folder would take longer than everything else.
  for (std::size_t i = before; i < list.items.size(); ++i) {
    Completion& item = list.items[i];
    if (item.kind == Completion::Kind::file)
      item.documentation = size_text(cursor, path + item.label.substr(below.size()));
  }
  return list.items.size() > before;
}

struct Address {
  Match match = Match::prefix;
  std::string shown;
  std::string url;
  std::string path;
};

struct BestFirst {
  bool operator()(const Address& a, const Address& b) const {
    return a.match != b.match ? a.match < b.match : a.shown < b.shown;
  }
};

void media(const Cursor& cursor, const AddressPlace& place, const std::string& baseurl,
           CompletionList& list) {
  const std::string_view typed = typed_in(cursor, place.range);
  Best<Address, BestFirst> best(most_items, BestFirst{});
  cursor.context.site->for_each_static_file([&](const std::string& path, const std::string& url) {
    if (!is_media(path)) return;
    std::string shown = text::percent_decode(url);
    const Match fit = std::min(match(typed, baseurl + shown), match(typed, shown));
    if (fit != Match::none) best.offer({fit, std::move(shown), url, path});
  });
  list.incomplete = list.incomplete || best.dropped_some();
  for (Address& found : best.take()) {
    Completion item;
    item.label = baseurl + found.shown;
    item.kind = Completion::Kind::file;
    item.edit = {place.range, baseurl + found.url};
    item.documentation = size_text(cursor, found.path);
    add(std::move(item), list);
  }
}

}  // namespace

void files(const Cursor& cursor, const AddressPlace& place, const std::string& baseurl,
           CompletionList& list) {
  const std::string_view typed = typed_in(cursor, place.range);
  // A slash alone is every page's beginning: there pages are meant.
  if (!place.image && (typed.find('/') == std::string_view::npos || typed == "/")) return;
  if (folder(cursor, place, baseurl, list)) return;
  if (place.image) media(cursor, place, baseurl, list);
}

}  // namespace features::completion
