// The snapshot: everything Jekyll would know of a site after reading it. Immutable; a change makes a new one
// that shares the rest, in time that does not grow with the site. Safe to read from any thread.
//
// The queries are written by topic in queries/: outputs.cpp (addresses and files), terms.cpp (tags,
// categories, keys), posts.cpp (lists of posts), templates.cpp (layouts, includes, data), candidates.cpp
// (pages like a text); site.cpp has the rest.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/platform/file_system.h"
#include "server/site/compute/page.h"
#include "server/site/compute/source_file.h"
#include "server/site/settings/config.h"
#include "server/site/settings/path_kind.h"
#include "server/site/settings/project_settings.h"
#include "server/site/snapshot/other_files.h"
#include "server/syntax/document.h"

namespace site {

// For layers that may know a site's files, but not the machine they lie on.
using platform::DirectoryEntry;
using platform::FileSystem;

class DataFile;
class Site;
struct SiteState;
struct Template;
using SitePtr = std::shared_ptr<const Site>;

struct TermCount {
  std::string name;
  std::size_t count = 0;
};

struct Conflict {
  std::string url;
  std::vector<std::string> paths;  // two or more sources, sorted
};

// What one file of the site has become on disk or in an editor.
struct Change {
  std::string path;
  std::optional<std::string> text;  // nullopt: the file is gone
};

// How a text is compared with the words of pages.
enum class Words : std::uint8_t {
  all,   // it is being typed: pages have all its words, the last one perhaps longer
  some,  // it may be misspelt: those with its rarest words first
};

class Site {
 public:
  // From what SiteBuilder has made.
  explicit Site(std::shared_ptr<const SiteState> state) : state_(std::move(state)) {}
  [[nodiscard]] const Environment& environment() const;
  [[nodiscard]] const Config& config() const;
  // `.jekyll-ls.yml`; without one nothing is set.
  [[nodiscard]] const ProjectSettings& project() const;
  [[nodiscard]] const FileSystem& files() const;

  // A new snapshot after changes. Changes of `_config.yml` or the Gemfile are not for here: load the site
  // again (`needs_reload`). The path of a folder that is gone takes everything below it along.
  [[nodiscard]] SitePtr with_changes(const std::vector<Change>& changes) const;
  [[nodiscard]] bool needs_reload(std::string_view path) const;

  // How a file of the site has to be parsed. Any path, also of files that do not exist yet.
  [[nodiscard]] syntax::ParseOptions parse_options(std::string_view path) const;

  // What a path is to Jekyll: any path, also of files that do not exist yet.
  [[nodiscard]] PathInfo path_info(std::string_view path) const;

  // Pages, posts, drafts and documents by source path; nullptr if Jekyll makes nothing of it.
  [[nodiscard]] PagePtr page(std::string_view path) const;
  // A page's headings and ids after its Liquid. Worked out when somebody asks, and kept as long as the
  // includes, data files and addresses hold that it was made from: costs nothing per change, and little per
  // page that is asked for. Never nullptr for a page.
  [[nodiscard]] PageContentPtr content(const PagePtr& page) const;
  // The text of a file as this snapshot has it: of pages that have changed since the site was read their
  // present one, else what the disk has.
  [[nodiscard]] std::optional<std::string> text_of(std::string_view path) const;
  [[nodiscard]] std::size_t page_count() const;
  // In no particular order; return false to stop.
  void for_each_page(const std::function<bool(const Page&)>& visit) const;
  // All pages of a site with up to `most`; of a larger one some of the newest, and those that an index finds
  // by the first letters of the words in their address (without percent sequences), title and slug, together
  // not more than `most`. `visit` returns false to stop. False: the site has more pages.
  bool for_each_page_like(std::string_view text, Words words, std::size_t most,
                          const std::function<bool(const Page&)>& visit) const;
  // All pages, posts by date then path, as Jekyll orders them. Costs a sort: not for every keystroke.
  [[nodiscard]] std::vector<PagePtr> sorted_pages() const;

  // Written pages whose address is exactly `url` (Jekyll's spelling, without baseurl).
  [[nodiscard]] std::vector<PagePtr> pages_at_url(std::string_view url) const;
  // Who writes the file `output` (decoded, below the destination): pages, else a static file's path.
  [[nodiscard]] std::vector<PagePtr> pages_writing(std::string_view output) const;
  [[nodiscard]] bool static_file_at(std::string_view output) const;
  [[nodiscard]] bool static_directory_at(std::string_view output) const;  // some output lies below it
  // The output whose name equals `output` but for letter case; "" if there is none.
  [[nodiscard]] std::string output_ignoring_case(std::string_view output) const;
  [[nodiscard]] const std::vector<GeneratedPage>& generated() const;  // by plugin, then by address
  // The address of the page that a plugin writes to `output`; "" if none does.
  [[nodiscard]] std::string generated_at(std::string_view output) const;
  // The page that jekyll-redirect-from leads to from there; nullptr if it does not.
  [[nodiscard]] PagePtr redirected_from(std::string_view output) const;
  // Code that we cannot see may make further pages and ids: plugins that are not known here, Ruby files of
  // the site.
  [[nodiscard]] bool runs_unknown_code() const;
  // `output` lies where a symbolic link leads out of the site: whether it exists is unknown.
  [[nodiscard]] bool outside(std::string_view output) const;
  // Every address that is answered (Jekyll's spelling, without baseurl), in no particular order; return false
  // to stop.
  void for_each_address(const std::function<bool(std::string_view url)>& visit) const;
  // Sources that would write `output` if they were published, sorted by path.
  [[nodiscard]] std::vector<PagePtr> unpublished_at(std::string_view output) const;

  // Path and url; in no particular order, or sorted by path.
  void for_each_static_file(
      const std::function<void(const std::string& path, const std::string& url)>& visit) const;
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> static_files() const;
  // The addresses of those that are written, in no particular order; return false to stop.
  void for_each_file_address(const std::function<bool(std::string_view url)>& visit) const;
  [[nodiscard]] std::vector<Conflict> conflicts() const;
  [[nodiscard]] std::vector<PagePtr> conflicting(const Page& page) const;  // others with the same output
  // Sources of the written files whose name differs from this page's by letter case alone; sorted.
  [[nodiscard]] std::vector<std::string> case_twins(const Page& page) const;
  [[nodiscard]] const std::vector<IgnoredFile>& ignored() const;
  [[nodiscard]] bool is_ignored(std::string_view path) const;

  // Use counts over published and unpublished posts and documents; most used first, then by name.
  [[nodiscard]] std::vector<TermCount> tags() const;
  [[nodiscard]] std::vector<TermCount> categories() const;
  // Newest first, at most `limit`.
  [[nodiscard]] std::vector<PagePtr> tagged(std::string_view tag, std::size_t limit) const;
  [[nodiscard]] std::vector<PagePtr> in_category(std::string_view category, std::size_t limit) const;
  [[nodiscard]] std::size_t tag_count(std::string_view tag) const;
  [[nodiscard]] std::size_t category_count(std::string_view category) const;
  // Every tag (category) whose slug is that of `name`, itself included if it is one: other letter cases, and
  // what an archive cannot tell apart (`C`, `C++`). Most used first.
  [[nodiscard]] std::vector<TermCount> tags_like(std::string_view name) const;
  [[nodiscard]] std::vector<TermCount> categories_like(std::string_view name) const;

  // Posts whose date and slug may answer `post_url NAME`; see rendered/post_url.h.
  [[nodiscard]] std::vector<PagePtr> posts_on(
      std::string_view iso_day) const;  // by file name day, YYYY-MM-DD

  // Newest first: all written posts, those with a tag, those of a category. nullopt: there are more than
  // `most`, or there is no such term.
  [[nodiscard]] std::optional<std::vector<PagePtr>> written_posts(std::size_t most) const;
  [[nodiscard]] std::optional<std::vector<PagePtr>> written_posts_tagged(std::string_view tag,
                                                                         std::size_t most) const;
  [[nodiscard]] std::optional<std::vector<PagePtr>> written_posts_in(std::string_view category,
                                                                     std::size_t most) const;
  // What `site.COLLECTION` lists, oldest first: also documents that are not written
  // (jekyll/lib/jekyll/collection.rb). nullopt: more than `most`, or the site is too large to look for them.
  [[nodiscard]] std::optional<std::vector<PagePtr>> documents(std::string_view collection,
                                                              std::size_t most) const;

  [[nodiscard]] std::vector<std::string> layouts() const;  // of the site's own `_layouts` and a theme on disk
  [[nodiscard]] bool has_layout(std::string_view name) const;
  // May the built page hold an element `id` that comes from its layout, the layouts above it, or their
  // includes? Unknown layouts, computed names and ids with Liquid in them count as a yes.
  [[nodiscard]] bool layout_may_have_id(std::string_view layout, std::string_view id) const;
  // The source files behind such names, "" if there is none: of two layouts with one name the one that Jekyll
  // takes; a data file by its key ("nav.main").
  [[nodiscard]] std::string layout_path(std::string_view name) const;
  [[nodiscard]] std::string include_path(std::string_view name) const;
  [[nodiscard]] std::string data_path(std::string_view key) const;
  // What a data file holds, by its source path. nullptr: no such file, a table, or larger than 256 KiB. It
  // lives as long as the snapshot.
  [[nodiscard]] const syntax::Value* data_value(std::string_view path) const;
  // Does it show the page's title as a heading of the first level: itself, a layout above it, or an include?
  [[nodiscard]] bool layout_shows_title(std::string_view layout) const;
  // Does any of these move the start of relative addresses with `<base href>`?
  [[nodiscard]] bool layout_sets_base(std::string_view layout) const;
  // Files of `_includes`, relative to it, sorted; and one by its name.
  [[nodiscard]] std::vector<std::string> includes() const;
  [[nodiscard]] bool has_include(std::string_view name) const;
  [[nodiscard]] std::shared_ptr<const Template> include(
      std::string_view name) const;  // nullptr: no such file
  // The source paths of layouts and includes, sorted.
  [[nodiscard]] std::vector<std::string> templates() const;
  // What people write, and rules look at, without the configuration: pages, layouts, includes, files that
  // Jekyll ignores or copies although they may have been meant as pages. Source paths, sorted, each once.
  [[nodiscard]] std::vector<std::string> written_by_hand() const;
  // What `site.data` holds by its file names: "authors", "nav.main" for `_data/nav/main.yml`; sorted.
  [[nodiscard]] std::vector<std::string> data_keys() const;
  // A data file by its source path, nullptr if there is none; and is there one below a folder?
  [[nodiscard]] std::shared_ptr<const DataFile> data_file(std::string_view path) const;
  [[nodiscard]] bool has_data_below(std::string_view folder) const;
  // True if layouts may exist that we cannot see (a theme that is not on disk, remote_theme).
  [[nodiscard]] bool unknown_layouts() const;
  // Top-level front matter keys of this site's files with their use counts, most used first.
  [[nodiscard]] std::vector<TermCount> keys() const;

 private:
  std::shared_ptr<const SiteState> state_;
};

struct LoadOptions {
  std::optional<dates::LocalTime> now;  // default: the clock
  std::string machine_zone;             // default "": TZ, else the system's
  unsigned threads = 0;                 // 0: as many as the machine has
  std::function<void(std::size_t done, std::size_t total)>
      progress;                   // from any thread, at most some 10 a second
  std::function<bool()> stopped;  // asked now and then; true ends the loading early (result: nullptr)
  std::function<void(const std::string&)> warn;  // machine without zone files, unreadable folders
};

// Walks the source folder and builds the first snapshot. nullptr only when stopped.
[[nodiscard]] SitePtr load_site(std::shared_ptr<const platform::FileSystem> files,
                                const LoadOptions& options);

}  // namespace site
