// `jekyll-ls inspect`: the site, or one file of it, as Jekyll will build it. From a snapshot to text; prints
// nothing.
#pragma once

#include <string>
#include <string_view>

#include "server/site/site.h"

namespace cli {

// For scripts: documents, generated pages, static files, tags, categories, conflicts; docs/json.md lists the
// members.
[[nodiscard]] std::string inspect_json(const site::Site& site);

// For people: one line a document with its path, address, date and state, and what is odd about the site.
[[nodiscard]] std::string inspect_text(const site::Site& site);

// For people: why this file is at its address, which defaults apply, whether it is published, where its tags
// come from. Also for paths that Jekyll makes nothing of.
[[nodiscard]] std::string inspect_file_text(const site::Site& site, std::string_view path);

}  // namespace cli
