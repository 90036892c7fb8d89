// A document as Markdown sees it: after its Liquid, as far as that is constant. Ranges lead to the source.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/compute/lazy_content.h"
#include "server/site/compute/page.h"
#include "server/site/site.h"
#include "server/syntax/document.h"
#include "server/syntax/source_map.h"

namespace site {

struct Rendered {
  syntax::MappedMarkdown mapped;
  std::vector<std::string> files;  // paths of includes: syntax::Provenance::file counts them from 1
  bool unknown_blocks = false;     // text that nobody knows may bring headings and ids
};

// `page`: what the document is to the site; nullptr for layouts and includes, where `page`, `include` and
// what others assign are unknown. nullopt: it has no Liquid, or more than there is time for; its own
// `markdown` is all that can be said. `uses`: what was asked for.
[[nodiscard]] std::optional<Rendered> render_document(const Site& site, const Page* page,
                                                      std::string_view path, const syntax::Document& document,
                                                      LiquidUses& uses);

}  // namespace site
