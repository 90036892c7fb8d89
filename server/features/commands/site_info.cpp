#include <string>

#include "server/features/commands.h"

namespace features {

SiteInfo site_info(const site::Site& site) {
  SiteInfo info;
  const syntax::Value* title = site.config().data.find("title");
  if (title != nullptr && title->scalar() != nullptr) info.title = syntax::to_ruby_string(*title->scalar());
  site.for_each_page([&](const site::Page& page) {
    switch (page.kind) {
      case site::PageKind::post:
        ++info.posts;
        break;
      case site::PageKind::draft:
        ++info.drafts;
        break;
      default:
        ++info.pages;
    }
    return true;
  });
  return info;
}

}  // namespace features
