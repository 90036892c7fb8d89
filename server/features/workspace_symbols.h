// Feature: symbols of the site.
// Posts and pages by title, headings, tags and categories, found from some of their letters: `tomso` finds
// "Tomato soup". Better matches come first, then newer posts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

struct SiteSymbol {
  enum class Kind : std::uint8_t { page, heading, tag, category };
  Kind kind = Kind::page;
  std::string name;
  std::string container;  // the page of a heading, "tag, 12 posts"
  FileRange place;
};

// At most 200. Looks at the context's site alone, not at its document. One pass over the site.
[[nodiscard]] std::vector<SiteSymbol> workspace_symbols(const Context& context, std::string_view query);

}  // namespace features
