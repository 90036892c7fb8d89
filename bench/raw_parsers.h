// The yardstick: what reading a post and parsing it with md4c and libyaml costs when nothing is done with the
// result. The budgets of the project are multiples of this.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// YAML events of the front matter plus Markdown blocks, spans and texts of the rest.
[[nodiscard]] std::size_t parse_raw(std::string_view text);

// Reads and parses all files with `threads` threads; gives the number of events, so that nothing is optimised
// away.
[[nodiscard]] std::size_t index_raw(const std::vector<std::string>& files, unsigned threads);

}  // namespace bench
