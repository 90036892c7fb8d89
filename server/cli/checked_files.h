// The files of a site that `check` reports on and `fix` mends.
#pragma once

#include <string>
#include <vector>

#include "server/site/site.h"
#include "server/syntax/document.h"

namespace cli {

// Pages, posts, drafts and documents, layouts and includes, files of `_posts` that Jekyll ignores, the
// configuration and `.jekyll-ls.yml`; each once, in byte order. `below` limits them to these paths, relative
// to the source, and what lies under them; empty: everything.
[[nodiscard]] std::vector<std::string> paths_to_check(const site::Site& site,
                                                      const std::vector<std::string>& below);

// nullptr: gone since the site was read.
[[nodiscard]] syntax::DocumentPtr read_document(const site::Site& site, const std::string& path);

}  // namespace cli
