#include "server/features/document_links.h"

#include <algorithm>
#include <utility>

#include "server/features/targets/mentions.h"
#include "server/site/compute/page_content.h"

namespace features {
namespace {

using Kind = Thing::Kind;

bool is_file(const Thing& thing) {
  return thing.kind == Kind::page || thing.kind == Kind::file || thing.kind == Kind::anchor ||
         thing.kind == Kind::member;
}

DocumentLink link_to(const Context& context, const Mention& mention) {
  DocumentLink link{mention.range, mention.thing.path, {}, mention.thing.path};
  const site::PagePtr page = context.site ? context.site->page(mention.thing.path) : nullptr;
  if (!page) return link;
  if (!page->title.value.empty()) link.tooltip = page->title.value;
  if (mention.thing.kind != Kind::anchor) return link;
  const site::PageContentPtr content = context.site->content(page);
  if (const site::PageHeading* heading = site::find_heading(*content, mention.thing.name)) {
    link.line = heading->line;
    link.tooltip += " § " + heading->text;
  }
  return link;
}

}  // namespace

std::vector<DocumentLink> document_links(const Context& context) {
  std::vector<DocumentLink> links;
  for (const Mention& mention : mentions(context)) {
    if (!mention.declaration && !mention.range.empty() && is_file(mention.thing))
      links.push_back(link_to(context, mention));
  }
  std::stable_sort(links.begin(), links.end(), [](const DocumentLink& a, const DocumentLink& b) {
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end < b.range.end;
  });
  // An address made by a tag leads where the tag leads, an include holds links of its own: one click can only
  // lead to one place.
  const auto overlap = [](const DocumentLink& a, const DocumentLink& b) { return a.range.overlaps(b.range); };
  links.erase(std::unique(links.begin(), links.end(), overlap), links.end());
  return links;
}

}  // namespace features
