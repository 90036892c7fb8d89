// One source file -> what it is to the site: a page, a static file, a layout, …. Pure but for the
// modification time of drafts; the loader calls it from several threads, an edit for one file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/platform/file_system.h"
#include "server/site/compute/data_file.h"
#include "server/site/compute/page.h"
#include "server/site/compute/source_file.h"
#include "server/site/compute/static_file.h"
#include "server/site/compute/template_ids.h"
#include "server/site/settings/path_kind.h"

namespace site {

// What every file of one load needs.
struct Sources {
  Environment environment;
  std::shared_ptr<const PathRules> rules;
  std::shared_ptr<const platform::FileSystem> files;  // rooted at the source folder
};

struct SourceUnit {
  std::string path;
  PathInfo info;
  // At most one of page, file, scanned; page and file together where a plugin makes a page of a file without
  // front matter.
  PagePtr page;
  StaticFilePtr file;
  TemplatePtr scanned;      // layouts and includes
  DataFilePtr data;         // a file of `_data`
  bool stray = false;       // ignored below _posts
  PagePtr index = nullptr;  // what jekyll-readme-index makes of a README whose folder has no other index
};

// How to parse `path`, for the snapshot and for whoever opens it in an editor.
[[nodiscard]] syntax::ParseOptions parse_options_for(const Sources& sources, std::string_view path,
                                                     PathInfo info);

// From the text, as an editor has it: the result keeps it.
[[nodiscard]] SourceUnit make_unit(const Sources& sources, std::string_view path, PathInfo info,
                                   std::string text);

// From the disk, reading no more than needed. A file that cannot be read is nothing.
[[nodiscard]] SourceUnit read_unit(const Sources& sources, std::string_view path, PathInfo info);

}  // namespace site
