// The sites of the workspace: found, read in the background, kept up to date with overlays and the disk. Owns
// the snapshots; knows no LSP message. Main strand only.
//
// A site's newest snapshot is `base` (made) plus the paths that changed since. The changes are applied by the
// first worker that needs them, and the result becomes the new base, so a keystroke costs the main strand
// nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "server/lsp/machine/scheduler.h"
#include "server/lsp/state/documents.h"
#include "server/lsp/state/snapshot.h"
#include "server/platform/file_system.h"
#include "server/site/site.h"

namespace lsp {

struct SiteEntry;   // sites_entry.h
struct SiteWaiter;  // likewise

struct SiteView {
  std::string folder;         // absolute, of `_config.yml`
  std::string source_folder;  // absolute
  LazySite site;              // nullptr while it is read for the first time
  bool loading = false;
};

class Sites {
 public:
  // Shows the reading of one site to the user; lives until the reading ends.
  class Progress {
   public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;  // the reading has ended; on any thread
    virtual void report(std::size_t done, std::size_t total) = 0;
  };
  struct Hooks {
    // Starts to watch a site's folder and calls `ready` once no later change can be missed.
    std::function<void(const std::string& folder, std::function<void()> ready)> watch;
    std::function<std::shared_ptr<Progress>(const std::string& folder)> progress;  // may give nullptr
    // A site was read (again), vanished, or files of it changed on disk.
    std::function<void()> changed;
  };

  Sites(Scheduler& scheduler, Documents& documents, Hooks hooks);
  ~Sites();
  Sites(const Sites&) = delete;
  Sites& operator=(const Sites&) = delete;

  // Looks for sites in the folders, in the background, and reads them. Sites that lie in none of the folders
  // any more and hold no open document are forgotten.
  void set_folders(std::vector<std::string> folders);
  // Looks once more, for sites that have appeared.
  void look_for_sites();
  // An open document's text changed, appeared (open) or is the disk's again (close).
  void overlay_changed(const std::string& path);
  // What a watcher saw; `everything` reads all sites again.
  void disk_changed(const std::vector<std::string>& paths, bool everything);

  // The document as it is now, with the site that it belongs to, if that is read; without what only the
  // session knows.
  [[nodiscard]] Snapshot snapshot(OpenDocument& document);
  // Runs `then` on the main strand once the file's site is read: at once if it is, or if there is none. A
  // stopped token drops `then` and what it holds.
  void when_read(const std::string& path, std::stop_token stop, std::function<void()> then);

  // All sites that are read, outer ones before those inside of them.
  [[nodiscard]] std::vector<SiteView> all();
  // Those as well that are still being read for the first time.
  [[nodiscard]] std::vector<SiteView> known();
  // The site of a file.
  [[nodiscard]] std::optional<SiteView> find(const std::string& path);
  // Runs `then` once no site is being looked for or read.
  void when_all_read(std::stop_token stop, std::function<void()> then);

  // Ends all reading, quickly.
  void stop();

 private:
  using EntryPtr = std::shared_ptr<SiteEntry>;
  using Waiters = std::vector<std::shared_ptr<SiteWaiter>>;

  EntryPtr entry_of(const std::string& path);
  EntryPtr add(const std::string& folder);
  void forget_vanished();
  void forget_parsed(const SiteEntry& entry);
  // `texts` stand in place of files directly in the site's folder.
  void load(const EntryPtr& entry, platform::Texts texts = {});
  void loaded(const EntryPtr& entry, std::uint64_t generation, std::uint64_t revision, site::SitePtr site);
  LazySite current(const EntryPtr& entry);
  SiteView view_of(const EntryPtr& entry);
  void file_changed_on_disk(const EntryPtr& entry, const std::string& path, bool& reload);
  void wait(Waiters& waiters, std::stop_token stop, std::function<void()> then);
  static void wake(Waiters& waiters);
  void wake_if_all_read();

  Scheduler& scheduler_;
  Documents& documents_;
  Hooks hooks_;
  std::vector<std::string> folders_;
  std::map<std::string, EntryPtr> entries_;                      // by folder
  std::map<std::string, std::optional<std::string>> folder_of_;  // site folder of files asked for
  Waiters waiting_for_all_;
  int searches_ = 0;
  std::stop_source stop_;
};

}  // namespace lsp
