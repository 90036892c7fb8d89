// `_config.yml` as the published Jekyll gem reads it: the values that decide which files are read and what
// becomes of them, with the gem's defaults where the file is silent. Rules:
// jekyll/lib/jekyll/configuration.rb.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/document.h"
#include "server/syntax/markdown_options.h"
#include "server/syntax/value.h"

namespace site {

struct Collection {
  std::string label;
  bool output = false;                   // posts: always true
  bool future = false;                   // 4.4: per-collection `future: true`
  std::optional<std::string> permalink;  // its own template
  text::Range range;                     // of its key in the configuration file
};

// One set of `defaults:`. Rules: jekyll/lib/jekyll/frontmatter_defaults.rb.
struct DefaultSet {
  bool has_scope = true;
  std::string path;                 // scope.path as written; "" matches everything
  std::optional<std::string> type;  // scope.type as written
  syntax::Value values;             // a mapping
  text::Range range;                // of the set; path_range, type_range: of the values
  text::Range path_range;
  text::Range type_range;
};

struct Config {
  std::string file;              // "_config.yml", "_config.yaml", "_config.toml"; "" if the site has none
  syntax::DocumentPtr document;  // the parsed configuration file; nullptr without one
  syntax::Value data;            // everything the file says, gem defaults not merged
  bool valid = true;             // false: the file cannot be read; what follows are the gem's defaults

  std::string source = ".";  // relative to the folder of the file; all paths of the site are relative to it
  std::string destination = "_site";
  std::string collections_dir;
  std::string layouts_dir = "_layouts";
  std::string includes_dir = "_includes";
  std::string data_dir = "_data";
  std::string plugins_dir = "_plugins";

  std::string url;       // "" if not set
  std::string baseurl;   // "" or "/x", without a final slash
  std::string timezone;  // "" : the machine's
  std::string permalink = "date";

  bool future = false;
  bool unpublished = false;
  bool show_drafts = false;
  bool strict_front_matter = false;
  bool safe = false;
  std::int64_t limit_posts = 0;
  std::string excerpt_separator = "\n\n";
  std::vector<std::string> markdown_ext = {"markdown", "mkdown", "mkdn", "mkd", "md"};
  std::vector<std::string> include = {".htaccess"};  // the user's list replaces it
  std::vector<std::string> exclude;                  // the user's list, extended by the gem's
  std::vector<std::string> keep_files = {".git", ".svn"};

  bool kramdown = true;  // `markdown:` names another processor: heading ids are unknown
  syntax::MarkdownOptions markdown;

  std::vector<Collection> collections;  // `posts` always, first
  std::vector<DefaultSet> defaults;

  std::vector<std::string> plugins;  // `plugins`, old `gems`, and the group jekyll_plugins of the Gemfile
  std::string theme;
  std::string remote_theme;
  bool github_pages = false;  // the Gemfile asks for `github-pages`: future, plugins, safe mode differ
  bool gemfile = false;       // there is one; without, nothing says who builds the site
  bool own_plugins = false;   // `_plugins/**/*.rb` exist: pages, tags and ids may come from code

  [[nodiscard]] bool has_plugin(std::string_view name) const;
  // GitHub Pages needs no Gemfile: it may be what builds this site, with plugins and a theme that `plugins`
  // and `theme` do not tell. What only Jekyll alone would miss is not sure then.
  [[nodiscard]] bool perhaps_github_pages() const { return !gemfile && !own_plugins && !github_pages; }
  [[nodiscard]] const Collection* collection(std::string_view label) const;
  [[nodiscard]] bool is_markdown(std::string_view path) const;  // by extension, letter case ignored
};

using ConfigPtr = std::shared_ptr<const Config>;

}  // namespace site
