// Files of a site that are neither pages of sources nor copied.
#pragma once

#include <string>

namespace site {

// What a plugin makes out of the others.
struct GeneratedPage {
  std::string url;
  std::string by;  // "jekyll-feed", …
};

// A file below `_posts` or `_drafts` that Jekyll does not read.
struct IgnoredFile {
  std::string path;
};

}  // namespace site
