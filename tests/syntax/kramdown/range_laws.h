// Laws that hold for the ranges of every text, whatever its bytes. Shared with the fuzzer; knows no test
// framework.
#pragma once

#include <string>
#include <string_view>

#include "server/syntax/markdown_tree.h"

namespace kramdown_tests {

// Empty, or what is broken.
[[nodiscard]] std::string broken_law(std::string_view text, const syntax::Markdown& markdown);

}  // namespace kramdown_tests
