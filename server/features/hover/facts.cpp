// What Jekyll makes of a page's values: its moment, its address, its layouts, whether it is published.
#include <algorithm>
#include <array>
#include <string>

#include "server/features/hover/topics.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/front_matter.h"
#include "server/text/url.h"

namespace features::hover {
namespace {

constexpr std::size_t deepest_layouts = 20;  // a chain of layouts may be a circle

std::string publication(const site::Page& page) {
  using site::Publication;
  switch (page.publication) {
    case Publication::written:
      return "Published.";
    case Publication::unpublished:
      return "Not published: `published` is false.";
    case Publication::future:
      return "Not published yet: its date lies in the future.";
    case Publication::draft:
      return "Not published: drafts are built with `--drafts` only.";
    case Publication::collection_unwritten:
      return "Not written: its collection has no `output: true`.";
    case Publication::limited:
      return "Not written: `limit_posts` leaves it out.";
    case Publication::bad_date:
      return "The build stops on its date.";
    case Publication::dropped:
      return "Not published: Jekyll cannot read the file.";
  }
  return {};
}

std::string address(const Context& context) {
  const site::Page& page = *context.page;
  if (page.url.empty()) return {};
  return "Address: " + code(context.site->config().baseurl + text::percent_decode(page.url));
}

std::string when(const Context& context) {
  const site::Page& page = *context.page;
  if (!page.date) return {};
  const dates::TimeZone& zone = context.site->environment().zone;
  const std::string iso = dates::iso8601(*page.date);
  std::string text = code(iso.substr(0, 10) + " " + iso.substr(11, 8) + " " + iso.substr(19));
  text += " in the site's zone";
  if (!zone.name().empty()) text += ", " + code(zone.name());
  if (page.date_origin.kind == site::Origin::Kind::file_name) text += "; the day is that of the file name";
  text += ".\n\n" + publication(page);
  const std::string where = address(context);
  return where.empty() ? text : text + "\n\n" + where;
}

std::string layouts(const Context& context) {
  const std::string& name = context.page->layout.value;
  const std::string path = name.empty() ? std::string() : context.site->layout_path(name);
  if (path.empty()) return {};
  return code(name) + " in " + code(path) + layout_chain(context, path);
}

}  // namespace

std::string layout_chain(const Context& context, const std::string& path) {
  std::string text;
  std::string file = path;
  for (std::size_t depth = 0; depth < deepest_layouts && !file.empty(); ++depth) {
    const syntax::FrontMatter front = syntax::parse_front_matter(context.read(file).value_or(""));
    const syntax::Value* layout = front.data.find("layout");
    const std::string* name = layout ? layout->string() : nullptr;
    if (!name) break;
    file = context.site->layout_path(*name);
    text += "\n\n… inside " + code(*name) + (file.empty() ? std::string() : " in " + code(file));
  }
  return text;
}

std::string facts(const Context& context, const std::string& key) {
  if (!context.site || !context.page || context.page->data_invalid) return {};
  const bool document = context.page->kind != site::PageKind::page;
  if (key == "date" && document) return when(context);
  if (key == "layout") return layouts(context);
  if (key == "published" || key == "draft") return publication(*context.page);
  constexpr std::array<std::string_view, 5> parts = {"permalink", "slug", "title", "categories", "category"};
  if (std::find(parts.begin(), parts.end(), key) == parts.end()) return {};
  return address(context);
}

}  // namespace features::hover
