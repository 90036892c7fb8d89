#include "server/site/rendered/post_url.h"

#include <algorithm>
#include <optional>

#include "server/site/compute/page_order.h"
#include "server/text/ascii.h"

namespace site {
namespace {

// PostComparer::MATCHER, `^(.+/)*(\d+-\d+-\d+)-(.*)$`.
struct PostReference {
  std::string_view folder;  // with its final slash, or ""
  std::string_view date;
  std::string_view slug;
};

std::optional<PostReference> parse_reference(std::string_view name) {
  name = text::trim(name, text::is_space);
  if (name.starts_with('/')) name.remove_prefix(1);
  // The folder takes as much as it can; the slug may hold slashes only if the rest is no date otherwise.
  for (std::size_t slash = name.rfind('/');;
       slash = slash == 0 ? std::string_view::npos : name.rfind('/', slash - 1)) {
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    std::size_t at = begin;
    int parts = 0;
    while (parts < 3) {
      const std::size_t digits = at;
      while (at < name.size() && text::is_digit(name[at])) ++at;
      if (at == digits || at == name.size() || name[at] != '-') break;
      ++parts;
      ++at;
    }
    if (parts == 3)
      return PostReference{name.substr(0, begin), name.substr(begin, at - 1 - begin), name.substr(at)};
    if (slash == std::string_view::npos) return std::nullopt;
  }
}

// `_posts/FOLDER NAME.ext` or `FOLDER _posts/NAME.ext`; what follows the extension does not matter.
bool matches_path(const Site& site, const Page& page, const PostReference& reference) {
  std::string_view path = page.path;
  const std::string& collections = site.config().collections_dir;
  if (!collections.empty() && path.starts_with(collections))
    path.remove_prefix(std::min(path.size(), collections.size() + 1));
  const std::string name = std::string(reference.date) + '-' + std::string(reference.slug) + '.';
  const std::string folder(reference.folder);
  for (const std::string& start : {"_posts/" + folder + name, folder + "_posts/" + name}) {
    if (path.size() > start.size() && path.starts_with(start) && path[start.size()] != '.') return true;
  }
  return false;
}

std::vector<PagePtr> in_order(std::vector<PagePtr> pages) {
  std::sort(pages.begin(), pages.end(), [](const PagePtr& a, const PagePtr& b) { return newer(*b, *a); });
  return pages;
}

}  // namespace

Resolution resolve_post_url(const Site& site, std::string_view name) {
  Resolution result;
  result.verdict = Resolution::Verdict::missing;
  const auto reference = parse_reference(name);
  if (!reference) return result;
  const std::string day = file_name_day(std::string(reference->date) + "-x.md");
  if (day.empty()) return result;
  const std::vector<PagePtr> posts = in_order(site.posts_on(day));
  const auto by_path = [&](const Page& page) { return matches_path(site, page, *reference); };
  const auto by_date = [&](const Page& page) {
    return page.slug == reference->slug && page.date && iso_day(*page.date) == day;
  };
  for (const bool published : {true, false}) {
    for (const bool deprecated : {false, true}) {
      for (const PagePtr& page : posts) {
        if (page->published() != published || !(deprecated ? by_date(*page) : by_path(*page))) continue;
        result.verdict = published ? Resolution::Verdict::found : Resolution::Verdict::unpublished;
        result.page = page;
        result.target = page->url;
        result.deprecated = deprecated;
        return result;
      }
    }
  }
  return result;
}

}  // namespace site
