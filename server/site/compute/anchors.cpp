// The places inside a page that links can jump to, as far as its source shows them.

#include "server/site/compute/lazy_content.h"
#include "server/site/compute/page_content.h"
#include "server/site/compute/page_data.h"
#include "server/site/compute/template_ids.h"

namespace site {

void compute_anchors(const PageData& data, Page& page) {
  page.content = page_content(data.document.markdown, data.document.lines);
  const syntax::Document& document = data.document;
  page.sets_base = sets_base(std::string_view(document.text).substr(document.front_matter.content));
  if (!data.document.liquid.nodes.empty() && liquid_may_change_content(data.document)) {
    page.content.ids_masked = true;
    page.rendered = std::make_shared<LazyContent>();
  }
}

}  // namespace site
