// The headings and ids that come of a rendering, kept until what they were made from changes.
#include <optional>
#include <utility>

#include "server/site/compute/lazy_content.h"
#include "server/site/compute/page_content.h"
#include "server/site/rendered/render_document.h"
#include "server/site/rendered/uses.h"
#include "server/site/site.h"

namespace site {
namespace {

PageContentPtr rendered_content(const Site& site, const Page& page, const std::string* text,
                                LiquidUses& uses) {
  auto content = std::make_shared<PageContent>();
  if (text == nullptr) {  // gone since the site was read
    content->ids_masked = true;
    return content;
  }
  const syntax::Document document(*text, site.parse_options(page.path));
  const std::optional<Rendered> rendered = render_document(site, &page, page.path, document, uses);
  *content = page_content(rendered ? rendered->mapped.markdown : document.markdown, document.lines);
  content->ids_masked = content->ids_masked || !rendered || rendered->unknown_blocks;
  return content;
}

}  // namespace

PageContentPtr Site::content(const PagePtr& page) const {
  if (!page) return nullptr;
  if (!page->rendered) return {page, &page->content};
  LazyContent& lazy = *page->rendered;
  std::shared_ptr<const std::string> text = page->text;
  {
    const std::lock_guard lock(lazy.mutex);
    if (lazy.content && (lazy.held_in.lock() == state_ || still_holds(lazy.uses, *this))) {
      lazy.held_in = state_;
      return lazy.content;
    }
    if (!text && !lazy.text) {
      if (std::optional<std::string> read = files().read(page->path))
        lazy.text = std::make_shared<const std::string>(std::move(*read));
    }
    if (!text) text = lazy.text;
  }
  LiquidUses uses;
  PageContentPtr content = rendered_content(*this, *page, text.get(), uses);
  const std::lock_guard lock(lazy.mutex);
  lazy.content = content;
  lazy.uses = std::move(uses);
  lazy.held_in = state_;
  return content;
}

}  // namespace site
