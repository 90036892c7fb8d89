// A document as Markdown sees it: after its Liquid, as far as that is constant. Ranges lead to the source.
// And the headings and ids that come of it, kept until what they were made from changes.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/page.h"
#include "server/site/rendered/uses.h"
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

// Headings, anchors and whether there may be more of them, as they are in `markdown`.
[[nodiscard]] PageContent page_content(const syntax::Markdown& markdown, const text::LineIndex& lines);

// Does an element carry this id, as far as it is known? In logarithmic time.
[[nodiscard]] bool has_id(const PageContent& content, std::string_view id);
// The heading that carries it; nullptr if none does.
[[nodiscard]] const PageHeading* find_heading(const PageContent& content, std::string_view id);

// May Liquid give this document other headings and ids than it has with Liquid masked?
[[nodiscard]] bool liquid_may_change_content(const syntax::Document& document);

// Of one page; shared by all snapshots that hold it.
struct LazyContent {
  std::mutex mutex;
  std::shared_ptr<const std::string> text;  // once read, it is what the page was made from
  PageContentPtr content;
  LiquidUses uses;                         // that `content` was made from
  std::weak_ptr<const SiteState> held_in;  // the last snapshot for which that was found to hold
};

}  // namespace site
