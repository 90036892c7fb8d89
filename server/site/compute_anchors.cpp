// The places inside a page that links can jump to, as far as its source shows them.

#include "server/site/page_content.h"
#include "server/site/page_data.h"

namespace site {

void compute_anchors(const PageData& data, Page& page) {
  static_cast<PageContent&>(page) = page_content(data.document.markdown, data.document.lines);
  if (!data.document.liquid.nodes.empty() && liquid_may_change_content(data.document)) {
    page.ids_masked = true;
    page.rendered = std::make_shared<LazyContent>();
  }
}

}  // namespace site
