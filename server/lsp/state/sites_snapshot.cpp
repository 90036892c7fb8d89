// The half of Sites that hands out snapshots, and lets requests wait for them.
#include <algorithm>
#include <string>
#include <utility>

#include "server/lsp/state/site_files.h"
#include "server/lsp/state/sites.h"
#include "server/lsp/state/sites_entry.h"
#include "server/text/path.h"

namespace lsp {

LazySite Sites::current(const EntryPtr& entry) {
  if (!entry->base || entry->current) return entry->current;
  if (entry->changed.empty())
    return entry->current = std::make_shared<const Lazy<site::SitePtr>>(entry->base);

  std::vector<std::pair<std::string, TextPtr>> changes;  // without a text: as the disk has it
  for (const auto& [path, revision] : entry->changed) {
    const OpenDocument* document = documents_.find_path(entry->source_folder + "/" + path);
    changes.emplace_back(path, document != nullptr ? document->text : nullptr);
  }
  return entry->current = std::make_shared<const Lazy<site::SitePtr>>(
             std::function<site::SitePtr()>([this, entry, changes = std::move(changes), base = entry->base,
                                             generation = entry->generation, revision = entry->revision] {
               std::vector<site::Change> read;
               for (const auto& [path, text] : changes)
                 read.push_back(text ? site::Change{path, *text} : read_change(*base, path));
               site::SitePtr site = base->with_changes(read);
               scheduler_.post([entry, generation, revision, site] {
                 if (entry->generation != generation || revision <= entry->base_revision) return;
                 entry->base = site;
                 entry->base_revision = revision;
                 std::erase_if(entry->changed, [&](const auto& change) { return change.second <= revision; });
               });
               return site;
             }));
}

Snapshot Sites::snapshot(OpenDocument& document) {
  Snapshot snapshot;
  snapshot.uri = document.uri;
  snapshot.version = document.version;
  snapshot.path = std::string(text::file_name(document.path.empty() ? document.uri : document.path));
  snapshot.source_folder = text::folder_of(document.path);

  syntax::ParseOptions options = parse_options_by_name(document.path, document.language);
  const EntryPtr entry = entry_of(document.path);
  if (entry && entry->base) {
    if (const std::optional<std::string> relative = entry->relative(document.path)) {
      snapshot.site = current(entry);
      snapshot.path = *relative;
      snapshot.source_folder = entry->source_folder;
      options = entry->base->parse_options(*relative);
    } else if (is_site_wide(entry->folder, document.path)) {
      // The configuration stands outside of its own `source:`.
      snapshot.site = current(entry);
      snapshot.source_folder = entry->folder;
    }
  }
  if (!document.parsed) {
    document.parsed = std::make_shared<const Lazy<syntax::DocumentPtr>>(
        std::function<syntax::DocumentPtr()>([text = document.text, options] {
          return std::make_shared<const syntax::Document>(*text, options);
        }));
  }
  snapshot.document = document.parsed;
  return snapshot;
}

std::vector<SiteView> Sites::all() {
  std::vector<SiteView> views = known();
  std::erase_if(views, [](const SiteView& view) { return view.site == nullptr; });
  return views;
}

std::vector<SiteView> Sites::known() {
  std::vector<SiteView> views;
  for (const auto& [folder, entry] : entries_) views.push_back(view_of(entry));
  return views;
}

std::optional<SiteView> Sites::find(const std::string& path) {
  const EntryPtr entry = entry_of(path);
  return entry ? std::optional(view_of(entry)) : std::nullopt;
}

SiteView Sites::view_of(const EntryPtr& entry) {
  return {entry->folder, entry->source_folder, current(entry), entry->loading};
}

void Sites::when_read(const std::string& path, std::stop_token stop, std::function<void()> then) {
  const EntryPtr entry = entry_of(path);
  if (!entry || entry->base || !entry->loading) return then();
  wait(entry->waiters, std::move(stop), std::move(then));
}

void Sites::when_all_read(std::stop_token stop, std::function<void()> then) {
  wait(waiting_for_all_, std::move(stop), std::move(then));
  wake_if_all_read();
}

void Sites::wait(Waiters& waiters, std::stop_token stop, std::function<void()> then) {
  const auto waiter = std::make_shared<SiteWaiter>();
  waiter->then = std::move(then);
  // Posted, because what `then` holds must not be destroyed while its own stop source calls.
  waiter->on_stop.emplace(std::move(stop),
                          std::function<void()>([this, weak = std::weak_ptr<SiteWaiter>(waiter)] {
                            scheduler_.post([weak] {
                              if (const auto stopped = weak.lock()) stopped->then = nullptr;
                            });
                          }));
  waiters.push_back(waiter);
}

void Sites::wake(Waiters& waiters) {
  for (const std::shared_ptr<SiteWaiter>& waiter : std::exchange(waiters, {})) {
    if (const std::function<void()> then = std::exchange(waiter->then, nullptr)) then();
  }
}

void Sites::wake_if_all_read() {
  const bool busy = searches_ > 0 || std::any_of(entries_.begin(), entries_.end(),
                                                 [](const auto& entry) { return entry.second->loading; });
  if (!busy) wake(waiting_for_all_);
}

}  // namespace lsp
