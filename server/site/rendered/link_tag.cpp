#include "server/site/rendered/link_tag.h"

namespace site {
namespace {

// Documents are named without the folder of the collections.
PagePtr page_named(const Site& site, std::string_view path) {
  const std::string& collections = site.config().collections_dir;
  const PagePtr page = site.page(path);
  if (collections.empty() || (page && page->kind == PageKind::page)) return page;
  const PagePtr document = site.page(collections + "/" + std::string(path));
  return document && document->kind != PageKind::page ? document : nullptr;
}

}  // namespace

Resolution resolve_link_tag(const Site& site, std::string_view path) {
  Resolution result;
  result.verdict = Resolution::Verdict::missing;
  if (const PagePtr page = page_named(site, path)) {
    result.verdict = page->published() ? Resolution::Verdict::found : Resolution::Verdict::unpublished;
    result.page = page;
    result.target = page->url;
    return result;
  }
  const std::string_view bare = path.starts_with('/') ? path.substr(1) : path;
  if (site.static_file_at(bare)) {
    result.verdict = Resolution::Verdict::found;
    result.file = bare;
    result.target = "/" + std::string(bare);
  }
  return result;
}

}  // namespace site
