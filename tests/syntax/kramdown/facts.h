// What golden files, the oracle (oracle.rb) and our parser say of one text, in one shape.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "server/syntax/markdown.h"

namespace kramdown_tests {

// The options of a golden case; `parser` is `GFM` or `kramdown`.
[[nodiscard]] syntax::MarkdownOptions read_options(const nlohmann::json& options, std::string_view parser);

// {"headings","links","images","ids"} of our parser, sorted as the oracle's are by `sorted`. The lines of
// headings count from 1.
[[nodiscard]] nlohmann::json our_facts(std::string_view text, const syntax::MarkdownOptions& options);

enum class Lines : bool { compared, left_out };
// Footnotes are built behind everything else, so the built page's order is not the text's: lists are sorted.
[[nodiscard]] nlohmann::json sorted(nlohmann::json facts, Lines lines);

}  // namespace kramdown_tests
