#include "server/site/links/resolve.h"

#include <optional>

#include "server/liquid/address.h"
#include "server/site/compute/page_content.h"
#include "server/site/compute/permalink.h"
#include "server/site/links/answers.h"
#include "server/site/links/missing_link.h"
#include "server/site/settings/plugins.h"
#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace site {
namespace {

using Verdict = Resolution::Verdict;

// The path below the baseurl, with its slash; nullopt if it lies outside.
std::optional<std::string> inside_baseurl(const Config& config, const std::string& path) {
  const std::string& base = config.baseurl;
  if (base.empty()) return path;
  if (!path.starts_with(base)) return std::nullopt;
  if (path.size() == base.size()) return "/";
  if (path[base.size()] != '/') return std::nullopt;
  return path.substr(base.size());
}

enum class Carried : std::uint8_t { no, yes, unknown, perhaps_by_layout, perhaps_by_target };

// Does any element of the built page carry this id, as far as the sources tell?
Carried carries(const Site& site, const PagePtr& target, const std::string& id) {
  const Page& page = *target;
  if (page.markdown && !site.config().kramdown) return Carried::unknown;
  const PageContentPtr content = site.content(target);
  if (has_id(*content, id)) return Carried::yes;
  if (content->ids_masked || content->headings_masked || page.data_invalid) return Carried::unknown;
  const std::string& layout = page.layout.value;
  if (layout.empty()) {
    return site.config().has_plugin("jekyll-default-layout") ? Carried::perhaps_by_layout : Carried::no;
  }
  if (!site.has_layout(layout)) return Carried::perhaps_by_layout;
  if (site.layout_may_have_id(layout, id)) return Carried::unknown;
  // A layout that sends readers on may take the anchor along.
  return page.redirect_to.empty() ? Carried::no : Carried::perhaps_by_target;
}

// `#top` and text fragments belong to the browser (HTML standard, "navigating to a fragment").
bool needs_no_element(const std::string& anchor) {
  return anchor.empty() || text::equals_ignoring_ascii_case(anchor, "top");
}

void judge_anchor(const Site& site, const text::UrlParts& parts, Resolution& result) {
  if (!parts.has_fragment) return;
  result.anchor = text::percent_decode(parts.fragment.substr(0, parts.fragment.find(":~:")));
  if (needs_no_element(result.anchor)) return;
  if (!result.page) {
    result.verdict = Verdict::unknown;
    return;
  }
  const Carried carried = carries(site, result.page, result.anchor);
  result.has_anchor = carried == Carried::yes;
  if (result.has_anchor) return;
  result.unknown_layout = carried == Carried::perhaps_by_layout;
  result.sends_on = carried == Carried::perhaps_by_target;
  result.unknown_code = carried == Carried::no && site.runs_unknown_code();
  result.verdict =
      carried == Carried::no && !result.unknown_code ? Verdict::missing_anchor : Verdict::unknown;
}

std::string host_of(const Config& config) {
  return text::split_url(config.url).authority;
}

// jekyll-relative-links makes addresses of the paths of source files, before Liquid; in documents only where
// it is asked to. Gives the file or page that it finds; "" where it leaves the link as it is.
std::string converted(const Site& site, const Page& from, const text::UrlParts& parts) {
  const Config& config = site.config();
  if (!converts_relative_links(config, from.kind) || !from.markdown || from.path.empty() ||
      parts.has_authority || parts.has_scheme || parts.path.empty())
    return {};
  const std::string written = text::percent_decode(parts.path);
  std::string path = text::normalized_path(
      written.starts_with('/') ? written : text::join_path(text::folder_of(from.path), written));
  const PagePtr page = site.page(path);
  const bool found = page ? page->published() && !page->url.empty() : site.static_file_at(path);
  return found ? path : std::string();
}

// A path outside the baseurl: a neighbour's, unless it would be right behind the baseurl.
void judge_outside(const Site& site, const std::string& path, Resolution& result) {
  result.target = text::percent_decode(path);
  if (!answer(site, result.target.substr(1))) return;
  result.verdict = Verdict::missing_baseurl;
  result.suggestion = site.config().baseurl + path;
}

}  // namespace

Resolution resolve_link(const Site& site, const Page& from, std::string_view href, LinkSyntax syntax) {
  Resolution result;
  const text::UrlParts parts = text::split_url(href);
  const bool web = !parts.has_scheme || parts.scheme == "http" || parts.scheme == "https";
  const bool own_host =
      parts.has_authority && !parts.authority.empty() && parts.authority == host_of(site.config());
  if (!web || (parts.has_scheme && !parts.has_authority) || (parts.has_authority && !own_host)) {
    result.verdict = Verdict::external;
    return result;
  }
  const bool absolute = parts.has_authority || parts.path.starts_with('/');
  if (from.url.empty() && !absolute) return result;
  const std::string source = syntax == LinkSyntax::markdown ? converted(site, from, parts) : std::string();
  if (!source.empty()) {
    result.verdict = Verdict::found;
    result.page = site.page(source);
    if (!result.page) result.file = source;
    const std::string url = result.page ? result.page->url : '/' + source;
    result.target = text::percent_decode(url);
    result.converted = liquid::relative_url(url, site.config().baseurl).value_or(url);
    if (parts.has_fragment) result.converted += '#' + parts.fragment;
    judge_anchor(site, parts, result);
    return result;
  }
  // Where such an address leads, `<base href>` says and not the page.
  if (!absolute && (from.sets_base || site.layout_sets_base(from.layout.value))) return result;
  if (parts.path.empty() && !parts.has_authority) {  // this very page
    result.verdict = Verdict::found;
    result.page = site.page(from.path);
    result.target = text::percent_decode(from.url);
    judge_anchor(site, parts, result);
    return result;
  }
  const std::string reference = parts.path.empty() ? "/" : parts.path;
  const std::string path =
      text::resolve_path(site.config().baseurl + (from.url.empty() ? "/" : from.url), reference);
  const auto below = inside_baseurl(site.config(), path);
  if (!below) {
    if (!parts.has_authority) judge_outside(site, path, result);
    return result;
  }
  result.target = text::percent_decode(*below);
  const std::string inside = result.target.substr(1);
  const auto found = answer(site, inside);
  if (!found) {
    judge_missing(site, {from, text::percent_decode(reference), inside, !absolute}, result);
    return result;
  }
  result.verdict = Verdict::found;
  result.own_host = parts.has_authority;
  result.redirected = found->redirects;
  if (found->redirects) result.suggestion = site.config().baseurl + found->page->url;
  result.page = found->page;
  result.file = found->file;
  // A redirect takes its fragment along to a page whose ids are another matter.
  if (!found->redirects) judge_anchor(site, parts, result);
  return result;
}

}  // namespace site
