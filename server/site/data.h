// What the files of `_data` offer by their names and top-level keys. The only file pair that knows yaml-cpp:
// these files are only read, never pointed into.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace site {

// The name under `site.data`, folders joined by dots: `_data/nav/main.yml` is "nav.main".
// `path` is relative to the data folder. Rules: jekyll/lib/jekyll/readers/data_reader.rb (sanitize_filename).
[[nodiscard]] std::string data_key(std::string_view path);

// The keys of a mapping in a YAML or JSON data file, in its order; none if it holds something else or cannot
// be read.
[[nodiscard]] std::vector<std::string> top_level_keys(std::string_view text);

}  // namespace site
