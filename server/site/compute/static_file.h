// A file that Jekyll copies as it is. Rules: jekyll/lib/jekyll/static_file.rb.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "server/site/settings/config.h"

namespace site {

struct StaticFile {
  std::string path;     // relative to the source
  std::string url;      // Jekyll's, without baseurl
  std::string output;   // below the destination, decoded
  bool written = true;  // false: of a collection without output, or `published: false` by a default
  bool hides_front_matter = false;  // perhaps meant to be a page: see hides_front_matter()
};

using StaticFilePtr = std::shared_ptr<const StaticFile>;

// `collection` is "" for files that lie in no collection.
[[nodiscard]] StaticFile compute_static_file(const Config& config, std::string_view path,
                                             std::string_view collection);

// Does a text that Jekyll sees no front matter in perhaps hold one all the same: behind a byte order mark, a
// blank line or some words, between other dashes, in UTF-16? `beginning` may be cut off anywhere. Only a
// first look, so that rules need not read every file that is copied.
[[nodiscard]] bool hides_front_matter(std::string_view beginning);

}  // namespace site
