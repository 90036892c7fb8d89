// The inside of a snapshot: pages by number, and indexes that hold numbers. Copying it copies pointers; every
// container shares its content with the snapshot it was copied from. Only SiteBuilder and the queries of Site
// look in here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/site/compute/data_file.h"
#include "server/site/compute/source_unit.h"
#include "server/site/settings/project_settings.h"
#include "server/site/snapshot/other_files.h"
#include "server/site/snapshot/persistent.h"

namespace site {

using PageId = std::uint32_t;
// Copied before a change if an older snapshot uses it (see own() in persistent.h). nullptr: empty.
using PageIds = std::shared_ptr<std::vector<PageId>>;

// Who writes one output file. Exactly one of the two is set.
struct Writer {
  static constexpr PageId no_page = ~PageId{0};
  PageId page = no_page;
  StaticFilePtr file;
};

// Derived from the pages by generated.cpp, as a whole.
struct GeneratedPages {
  std::vector<GeneratedPage> pages;
  PersistentMap<std::string> by_output;  // the address
  PersistentMap<std::string> redirects;  // by output: the source path of the page that is led to
};

struct SiteState {
  Sources sources;

  PersistentVector<PagePtr> pages;  // nullptr: a free number
  std::shared_ptr<std::vector<PageId>> free_pages;
  PersistentMap<PageId> page_ids;               // by source path
  PersistentMap<StaticFilePtr> static_files;    // by source path
  PersistentMap<std::uint32_t> source_folders;  // how many pages and files lie below each

  PersistentMap<std::vector<Writer>> outputs;   // by output, lower case
  PersistentMap<std::uint32_t> output_folders;  // how many outputs lie below each
  PersistentMap<bool> conflicts;                // outputs with more than one writer
  PersistentMap<PageIds> urls;                  // written pages
  PersistentMap<PageIds> unwritten;             // pages that are not written, by the output they would have
  PersistentMap<PageIds> days;                  // posts, by the day of their name and of their date
  PersistentMap<PageIds> tags;                  // newest first
  PersistentMap<PageIds> categories;
  PersistentMap<std::vector<std::string>> tag_spellings;  // the tags with one slug, by that slug; sorted
  PersistentMap<std::vector<std::string>> category_spellings;
  PersistentMap<std::uint32_t> keys;
  PersistentMap<PageIds> words;       // all pages, by the beginnings of words in address, title and slug
  PersistentMap<PageId> redirecting;  // pages with redirect_from, by source path
  PersistentMap<PageId> paginating;   // index.html pages, by source path
  PersistentMap<PagePtr> readmes;     // pages only where their folder has no other index, by source path

  // By name. Of two files with one name Jekyll takes the last by path; the vector is sorted by path, never
  // empty.
  PersistentMap<std::vector<TemplatePtr>> layouts;
  PersistentMap<TemplatePtr> includes;        // by path below the includes folder
  bool base_was_set = false;                  // some template has, or had, a `<base href>`
  PersistentMap<DataFilePtr> data_files;      // by source path
  PersistentMap<std::uint32_t> data_folders;  // how many data files lie below each

  std::shared_ptr<const std::vector<IgnoredFile>> ignored;
  std::shared_ptr<const ProjectSettings> project;  // never nullptr in a finished snapshot
  std::shared_ptr<const std::vector<std::string>>
      outside;  // folders and files that are links out of the root
  std::shared_ptr<const GeneratedPages> generated;
  std::uint32_t page_total = 0;
  std::uint32_t written_posts = 0;
};

// The pages under one key of an index, in its order, at most `limit`; and pages sorted by their paths.
[[nodiscard]] std::vector<PagePtr> pages_under(const SiteState& state, const PersistentMap<PageIds>& index,
                                               std::string_view key, std::size_t limit = ~std::size_t{0});
[[nodiscard]] std::vector<PagePtr> by_path(std::vector<PagePtr> pages);

}  // namespace site
