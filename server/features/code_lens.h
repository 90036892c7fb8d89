// Feature: numbers above tags and categories.
// How many posts a tag or a category of this front matter has, above its line; where the editor can, one
// click lists them. `jekyll.codeLens.enable` switches it off.
#pragma once

#include <string>
#include <vector>

#include "server/features/context.h"

namespace features {

struct CodeLens {
  text::Range range;  // of the term
  std::string title;  // "12 posts"; with its name where several stand in the line
};

// In the order of the text; at most 50. Costs nothing that grows with the site.
[[nodiscard]] std::vector<CodeLens> code_lenses(const Context& context);

}  // namespace features
