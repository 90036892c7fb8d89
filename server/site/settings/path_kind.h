// What a path is to Jekyll, from the configuration and the path alone. The walk over the folders and the
// classification of one path take the same steps, so that both always agree. Rules:
// jekyll/lib/jekyll/reader.rb, readers/*.rb, collection.rb.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/settings/config.h"
#include "server/site/settings/entry_filter.h"

namespace site {

enum class PathKind : std::uint8_t {
  none,  // nothing: excluded, hidden, or in a folder that Jekyll does not enter
  post,
  draft,     // also where `show_drafts` is off
  stray,     // below `_posts` or `_drafts`, but Jekyll does not read it there
  page,      // with a front matter header a page, else a static file
  document,  // with a front matter header a document of `collection`, else a static file of it
  layout,
  include,
  data,
  config,
  plugin,  // Ruby code of the site
};

struct PathInfo {
  PathKind kind = PathKind::none;
  std::string_view collection;  // the label, for documents and posts; lives as long as the rules
};

class PathRules {
 public:
  explicit PathRules(ConfigPtr config);

  [[nodiscard]] const Config& config() const { return *config_; }
  [[nodiscard]] const EntryFilter& filter() const { return filter_; }
  [[nodiscard]] PathInfo classify(std::string_view path) const;

  // One step of the walk. `enter` gives the role of a subfolder; `dropped()` ones hold nothing for Jekyll.
  struct Folder {
    enum class Role : std::uint8_t {
      dropped,
      passage,
      traversed,
      posts,
      drafts,
      stray_posts,
      collection,
      layouts,
      includes,
      data,
      plugins
    };
    Role role = Role::traversed;
    std::string path;      // relative to the source, "" for the source itself
    std::size_t base = 0;  // posts, collections, layouts, …: length of `path` up to that special folder
    std::string_view collection;
    [[nodiscard]] bool dropped() const { return role == Role::dropped; }
  };
  [[nodiscard]] Folder source() const { return {}; }
  // `link`: the subfolder is a symbolic link (Ruby's `**` does not follow those).
  [[nodiscard]] Folder enter(const Folder& folder, std::string_view name, bool link) const;
  [[nodiscard]] PathInfo file(const Folder& folder, std::string_view name) const;

 private:
  [[nodiscard]] Folder enter_special(const std::string& path, Folder::Role parent) const;
  [[nodiscard]] bool leads_to_target(std::string_view path) const;

  ConfigPtr config_;
  EntryFilter filter_;
  std::string destination_;                  // relative to the source; "" if it lies elsewhere
  std::vector<std::string> collections_;     // folder of each of Config::collections; "" for posts and data
  std::vector<std::string> included_files_;  // `include` entries as paths
  std::vector<std::string> targets_;         // paths that are read although their folders are not
};

// `_posts/x` of a site whose `source` is `docs` is `docs/_posts/x` to the folder of `_config.yml`; the path
// between the two, "" if they are the same folder, nullopt-like "" also for a source that lies outside.
[[nodiscard]] std::string source_folder(const Config& config);

}  // namespace site
