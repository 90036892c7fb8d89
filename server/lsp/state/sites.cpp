#include "server/lsp/state/sites.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "server/lsp/machine/log.h"
#include "server/lsp/state/site_files.h"
#include "server/lsp/state/site_roots.h"
#include "server/lsp/state/sites_entry.h"
#include "server/platform/disk.h"
#include "server/platform/paths.h"
#include "server/text/path.h"

namespace lsp {
namespace {

// More changes at once than this (a checkout of another branch) are read faster by reading the site again.
constexpr std::size_t most_single_changes = 500;
constexpr std::size_t most_sites_unasked = 16;
// Unsaved changes of the configuration take effect after a longer pause than others: the whole site is read.
constexpr std::chrono::milliseconds config_pause{500};

}  // namespace

Sites::Sites(Scheduler& scheduler, Documents& documents, Hooks hooks)
    : scheduler_(scheduler), documents_(documents), hooks_(std::move(hooks)) {}

Sites::~Sites() {
  stop();
}

void Sites::stop() {
  stop_.request_stop();
  for (const auto& [folder, entry] : entries_) {
    entry->load_stop.request_stop();
    entry->waiters.clear();
  }
  waiting_for_all_.clear();
}

// Finding sites

void Sites::set_folders(std::vector<std::string> folders) {
  folders_ = std::move(folders);
  forget_vanished();
  look_for_sites();
}

void Sites::look_for_sites() {
  folder_of_.clear();
  ++searches_;
  scheduler_.run_in_background([this, folders = folders_, stop = stop_.get_token()] {
    std::vector<std::string> found;
    for (const std::string& folder : folders) {
      for (std::string& site :
           find_site_folders_below(folder, most_sites_unasked, [&] { return stop.stop_requested(); }))
        found.push_back(std::move(site));
      // The workspace may be a part of a site only.
      if (std::optional<std::string> site = find_site_folder(folder + "/x", folders))
        found.push_back(std::move(*site));
    }
    scheduler_.post([this, found = std::move(found)] {
      --searches_;
      for (const std::string& folder : found) add(folder);
      wake_if_all_read();
    });
  });
}

// Sites without configuration and posts are none any more; those outside of the folders stay while used.
void Sites::forget_vanished() {
  folder_of_.clear();
  bool forgotten = false;
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const std::string& folder = entry->first;
    const bool in_use = std::any_of(folders_.begin(), folders_.end(), [&](const std::string& workspace) {
      return text::is_within(folder, workspace) || text::is_within(workspace, folder);
    });
    bool holds_document = false;
    for (const OpenDocument* document : documents_.all())
      holds_document = holds_document || find_site_folder(document->path, folders_) == folder;
    const bool is_site = find_site_folder(folder + "/x", folders_) == folder;
    if ((in_use && is_site) || holds_document) {
      ++entry;
      continue;
    }
    log_info("no site any more: " + folder);
    entry->second->load_stop.request_stop();
    wake(entry->second->waiters);
    forget_parsed(*entry->second);
    entry = entries_.erase(entry);
    forgotten = true;
  }
  if (forgotten) hooks_.changed();
}

Sites::EntryPtr Sites::entry_of(const std::string& path) {
  if (path.empty()) return nullptr;
  const auto [known, added] = folder_of_.try_emplace(path);
  if (added) known->second = find_site_folder(path, folders_);
  return known->second ? add(*known->second) : nullptr;
}

Sites::EntryPtr Sites::add(const std::string& folder) {
  const auto [place, added] = entries_.try_emplace(folder);
  if (!added) return place->second;
  const EntryPtr entry = std::make_shared<SiteEntry>();
  place->second = entry;
  entry->folder = folder;
  entry->source_folder = folder;
  entry->loading = true;
  log_info("site: " + folder);
  hooks_.watch(folder, [this, entry] { load(entry); });
  return entry;
}

// Reading

void Sites::load(const EntryPtr& entry, platform::Texts texts) {
  if (stop_.stop_requested()) return;
  entry->load_stop.request_stop();
  entry->load_stop = std::stop_source();
  entry->loading = true;
  const std::uint64_t generation = ++entry->generation;

  for (const OpenDocument* document : documents_.all()) {
    if (is_site_wide(entry->folder, document->path))
      texts.emplace(document->path.substr(entry->folder.size() + 1), *document->text);
  }
  std::shared_ptr<Progress> progress = hooks_.progress(entry->folder);
  scheduler_.run_in_background([this, entry, generation, revision = entry->revision, texts = std::move(texts),
                                progress = std::move(progress), stop = entry->load_stop.get_token()] {
    site::LoadOptions options;
    options.stopped = [stop] { return stop.stop_requested(); };
    options.warn = [](const std::string& message) { log_warning(message); };
    if (progress) {
      options.progress = [this, progress](std::size_t done, std::size_t total) {
        scheduler_.post([progress, done, total] { progress->report(done, total); });
      };
    }
    site::SitePtr site;
    try {
      site = load_site(platform::with_texts(platform::disk(entry->folder), texts), options);
    } catch (const std::exception& error) {
      log_error("reading the site failed: " + entry->folder + ": " + error.what());
    }
    scheduler_.post([this, entry, generation, revision, site] { loaded(entry, generation, revision, site); });
  });
}

void Sites::loaded(const EntryPtr& entry, std::uint64_t generation, std::uint64_t revision,
                   site::SitePtr site) {
  // Stopped by a newer reading, or by the end of the session.
  if (generation != entry->generation || entry->load_stop.stop_requested()) return;
  entry->loading = false;
  if (site && !site->config().valid && entry->base && entry->base->config().valid) {
    // Half-typed configuration is the normal state of a file that is being edited: the last good one stays in
    // force, for the files as they are now.
    log_warning("the configuration cannot be read; the last good one stays in force: " + entry->folder);
    const syntax::DocumentPtr good = entry->base->config().document;
    return load(entry, {{site->config().file, good ? good->text : std::string()}});
  }
  if (site) {
    entry->base = std::move(site);
    entry->source_folder = source_folder(entry->folder, entry->base->config());
    entry->base_revision = revision;
    std::erase_if(entry->changed, [&](const auto& change) { return change.second <= revision; });
    for (const OpenDocument* document : documents_.all()) {
      const std::optional<std::string> path = entry->relative(document->path);
      if (path && !is_site_wide(entry->folder, document->path)) entry->mark(*path);
    }
    entry->current = nullptr;
    forget_parsed(*entry);
    log_info("read " + std::to_string(entry->base->page_count()) + " pages: " + entry->folder);
  }
  wake(entry->waiters);
  wake_if_all_read();
  hooks_.changed();
}

// Documents are parsed as their site's configuration says.
void Sites::forget_parsed(const SiteEntry& entry) {
  for (OpenDocument* document : documents_.all()) {
    if (text::is_within(document->path, entry.folder)) document->parsed = nullptr;
  }
}

// Changes

void Sites::overlay_changed(const std::string& path) {
  if (path.empty()) return;
  entry_of(path);  // the first document of a site starts its reading
  for (const auto& [folder, entry] : entries_) {
    if (is_site_wide(folder, path)) {
      scheduler_.debounce("read " + folder, config_pause, [this, site = entry] { load(site); });
    } else if (const std::optional<std::string> relative = entry->relative(path)) {
      entry->mark(*relative);
    }
  }
}

void Sites::disk_changed(const std::vector<std::string>& paths, bool everything) {
  const bool sites_moved =
      everything || std::any_of(paths.begin(), paths.end(), [](const std::string& path) {
        return is_config_name(text::file_name(path)) || text::file_name(path) == "_posts";
      });
  if (sites_moved) {
    forget_vanished();
    look_for_sites();
    for (const OpenDocument* document : documents_.all()) entry_of(document->path);
  }
  bool changed = false;
  const std::map<std::string, EntryPtr> entries = entries_;
  for (const auto& [folder, entry] : entries) {
    const std::uint64_t before = entry->revision;
    bool reload = everything || paths.size() > most_single_changes;
    for (const std::string& path : paths) {
      if (!reload) file_changed_on_disk(entry, path, reload);
    }
    if (reload) {
      if (entry->generation > 0) load(entry);  // else its first reading is about to begin
    } else if (entry->revision != before) {
      changed = true;
    }
  }
  if (changed) hooks_.changed();
}

void Sites::file_changed_on_disk(const EntryPtr& entry, const std::string& path, bool& reload) {
  if (is_site_wide(entry->folder, path)) {
    reload = reload || documents_.find_path(path) == nullptr;
    return;
  }
  const std::optional<std::string> relative = entry->relative(path);
  if (!relative || lies_in_ignored_folder(entry->source_folder, path + "/x")) return;
  if (documents_.find_path(path) != nullptr) return;  // the overlay wins
  if (entry->base && text::is_within(*relative, entry->base->config().destination)) return;
  if (platform::is_folder(path) || (entry->base && entry->base->needs_reload(*relative))) {
    reload = true;
    return;
  }
  entry->mark(*relative);
}

}  // namespace lsp
