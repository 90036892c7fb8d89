// Feature: links to follow.
// Addresses, `post_url`, `link`, includes, layouts and data files become links that the editor opens with a
// click: not the address on the web, but the file that makes the page, at its heading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/features/context.h"

namespace features {

struct DocumentLink {
  text::Range range;
  std::string path;                   // relative to the site's source
  std::optional<std::uint32_t> line;  // zero-based: of the heading
  std::string tooltip;
};

// In the order of the text. Addresses outside of the site are none: editors find those themselves.
[[nodiscard]] std::vector<DocumentLink> document_links(const Context& context);

}  // namespace features
