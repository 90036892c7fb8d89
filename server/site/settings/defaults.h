// The `defaults:` of the configuration: which sets apply to a file, and which of them wins.
// Rules: jekyll/lib/jekyll/frontmatter_defaults.rb, the same in 4.3 and 4.4. Reads no disk: see
// `glob_matches`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/site/settings/config.h"

namespace site {

// Indexes into Config::defaults of the sets that apply, in the order of the file. `type` is "pages" or a
// collection's label; `path` is relative to the source, `relative_path` to the collections folder (pages: the
// same).
[[nodiscard]] std::vector<std::uint32_t> matching_defaults(const Config& config, std::string_view type,
                                                           std::string_view path,
                                                           std::string_view relative_path);

// Those sets from the weakest to the strongest, as Jekyll merges them for a document (`all`).
[[nodiscard]] std::vector<std::uint32_t> ranked_defaults(const Config& config,
                                                         std::vector<std::uint32_t> matching);

// The set that decides `key` for a page (`find`): only sets with that key count, so the winner may differ
// from the ranking's. -1 if none has it.
[[nodiscard]] std::int64_t page_default(const Config& config, const std::vector<std::uint32_t>& matching,
                                        std::string_view key);

// Would Ruby's Dir.glob find `path` or a folder above it? Jekyll expands the pattern on disk and takes each
// hit as a prefix; the file and the folders above it exist, so matching them gives the same answer. Braces,
// `[...]`, `?`, `*` within a name, `**/` across folders; a leading dot must be written. A hit must be longer
// than the first `skipped` bytes of the path.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path, std::size_t skipped = 0);

}  // namespace site
