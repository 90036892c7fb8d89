// `permalink:`: the folders and addresses the site has already.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/value_list.h"
#include "server/features/knowledge/words.h"
#include "server/text/url.h"

namespace features::completion {
namespace {

struct Address {
  std::string url;
  std::string title;
};

struct ByUrl {
  bool operator()(const Address& a, const Address& b) const { return a.url < b.url; }
};

void add(const Slot& slot, const std::string& url, std::string detail, Completion::Kind kind,
         CompletionList& list) {
  std::optional<std::string> text = written_at(slot, url);
  if (!text) return;
  Completion item;
  item.label = url;
  item.kind = kind;
  item.detail = std::move(detail);
  if (slot.after_colon) text->insert(0, 1, ' ');
  item.edit = {slot.range, *std::move(text)};
  item.sort_text = sort_key(list.items.size());
  list.items.push_back(std::move(item));
}

}  // namespace

void permalinks(const Cursor& cursor, const ValuePlace& place, CompletionList& list) {
  if (!cursor.context.site || place.file != YamlFile::front_matter || place.kind() != "permalink") return;
  const Slot& slot = place.slot;
  const std::string_view typed = typed_in(cursor, slot.range);
  std::unordered_map<std::string, std::size_t> folders;
  Best<Address, ByUrl> addresses(most_items, ByUrl{});
  const bool all = cursor.context.site->for_each_page_like(
      typed, site::Words::all, most_compared, [&](const site::Page& page) {
        if (cursor.context.stop.stop_requested()) return false;
        const std::string url = text::percent_decode(page.url);
        if (!page.published() || page.path == cursor.context.path || match(typed, url) != Match::prefix)
          return true;
        // Folders deeper than what is typed, one step at a time, as a file dialogue shows them.
        const std::size_t slash = url.find('/', std::max<std::size_t>(typed.size(), 1));
        if (slash != std::string::npos && slash + 1 < url.size()) ++folders[url.substr(0, slash + 1)];
        addresses.offer({url, page.title.value});
        return true;
      });
  std::vector<std::pair<std::string, std::size_t>> sorted(folders.begin(), folders.end());
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (sorted.size() > most_items) sorted.resize(most_items);
  for (const auto& [folder, count] : sorted)
    // A count of those that were compared would be too small.
    add(slot, folder, all ? count_of(count, "page") : "", Completion::Kind::folder, list);
  list.incomplete = list.incomplete || !all || addresses.dropped_some();
  for (const Address& address : addresses.take()) {
    if (list.items.size() >= most_items) {
      list.incomplete = true;
      break;
    }
    if (!folders.contains(address.url)) add(slot, address.url, address.title, Completion::Kind::page, list);
  }
  // Another letter shows the next folders.
  list.incomplete = list.incomplete || !folders.empty();
}

}  // namespace features::completion
