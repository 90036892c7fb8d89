#include "server/features/knowledge/link_form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "server/features/knowledge/post_name.h"
#include "server/text/path.h"

namespace features {
namespace {

using site::LinkForm;

constexpr std::size_t counted_pages = 400;  // with links; enough to know a habit
constexpr std::size_t most_pages = 2000;    // with or without
constexpr std::size_t fewest_links = 2;

// From the folder `from` to `target`, both with a leading slash or both without one.
std::string relative_path(std::string_view from, std::string_view target) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < std::min(from.size(), target.size()) && from[i] == target[i]; ++i) {
    if (from[i] == '/') common = i + 1;
  }
  std::string path;
  for (const char c : from.substr(common)) {
    if (c == '/') path += "../";
  }
  path += target.substr(common);
  return path.empty() ? "./" : path;
}

// A source file's path in `{% link %}`: documents are named without the folder of the collections.
std::string link_path(const site::Page& page, const site::Config& config) {
  if (page.kind == site::PageKind::page) return page.path;
  return std::string(text::without_folder(page.path, config.collections_dir));
}

LinkForm most_used(const std::array<std::size_t, 6>& counts, bool posts) {
  LinkForm best = LinkForm::root_path;
  std::size_t most = fewest_links - 1;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto form = static_cast<LinkForm>(i);
    if (form == LinkForm::post_url && !posts) continue;
    if (counts[i] <= most) continue;
    most = counts[i];
    best = form;
  }
  return best;
}

}  // namespace

LinkHabit link_habit(const site::Site& site) {
  std::array<std::size_t, 6> counts{};
  std::size_t pages = 0;
  std::size_t seen = 0;
  site.for_each_page([&](const site::Page& page) {
    bool any = false;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      counts[i] += page.mentions.forms[i];
      any = any || page.mentions.forms[i] > 0;
    }
    if (any) ++pages;
    return pages < counted_pages && ++seen < most_pages;
  });
  // Links to posts cannot be told from links to pages, but who writes `post_url` at all writes it for posts.
  const bool post_url = counts[static_cast<std::size_t>(LinkForm::post_url)] >= fewest_links;
  return {post_url ? LinkForm::post_url : most_used(counts, true), most_used(counts, false)};
}

std::string written_address(const Context& context, const site::Page& target, LinkForm form, char quote) {
  const site::Config& config = context.site->config();
  switch (form) {
    case LinkForm::post_url:
      if (target.kind == site::PageKind::post) return "{% post_url " + post_url_name(target, config) + " %}";
      break;
    case LinkForm::link_tag:
      return "{% link " + link_path(target, config) + " %}";
    case LinkForm::relative_url:
      return std::string("{{ ") + quote + target.url + quote + " | relative_url }}";
    case LinkForm::baseurl:
      return "{{ site.baseurl }}" + target.url;
    case LinkForm::relative_path:
      if (config.has_plugin("jekyll-relative-links") && target.markdown)
        return relative_path(text::folder_of(context.path), target.path);
      if (context.page && !context.page->url.empty())
        return relative_path(text::folder_of(context.page->url), target.url);
      break;
    case LinkForm::root_path:
      break;
  }
  return config.baseurl + target.url;
}

}  // namespace features
