// What does this address, tag argument or name lead to? The only place that decides.
// Rules: RFC 3986 resolution against the page's final address, then Jekyll's own server
// (commands/serve/servlet.rb): `/a` is answered by `a`, `a.html` or `a/index.html`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/site/compute/page.h"
#include "server/site/site.h"

namespace site {

struct Resolution {
  enum class Verdict : std::uint8_t {
    found,            // page, file, generated page or folder index
    external,         // another host, another scheme
    unknown,          // cannot be judged: Liquid, code of the site, a theme not on disk, outside the baseurl
    missing,          // inside the site, and nothing answers
    missing_anchor,   // the page answers, the id is not there
    other_case,       // only letter case differs; `suggestion`
    unpublished,      // leads to a draft, future or unpublished source: `page`
    missing_baseurl,  // nothing answers, but something would with the site's baseurl in front; `suggestion`
    doubled_baseurl,  // nothing answers, but something would with the baseurl once; `suggestion`
    source_path,      // the path of a source file instead of its address; `page`, `suggestion`
    other_folder,     // relative; right from the site's root or the file's own folder; `suggestion`
  };
  Verdict verdict = Verdict::unknown;
  PagePtr page;               // found, missing_anchor, unpublished: the page that answers
  std::string file;           // found: the static file's path, "" for pages
  std::string target;         // the resolved path, decoded, without baseurl, query and fragment
  std::string anchor;         // the fragment, decoded
  bool has_anchor = false;    // an element of `page` carries it
  std::string suggestion;     // an address that would be right, as it should be written
  bool unknown_code = false;  // unknown: nothing answers, but code that we cannot see might
  // unknown: nothing answers in a build with Jekyll alone. GitHub Pages makes a page of this file.
  std::string github_pages_source;
  bool deprecated = false;      // post_url: only found by date and slug, which Jekyll warns of
  bool unknown_layout = false;  // unknown: nothing in the page has the id, but its layout is not here
  bool sends_on = false;        // unknown: nothing in the page has the id, but it has a `redirect_to`
  bool own_host = false;        // found: by an absolute address of this site
  bool redirected = false;      // found: a page of jekyll-redirect-from that leads to `page`; `suggestion`
  std::string converted;        // the address that jekyll-relative-links puts in place of `href`
};

// What jekyll-relative-links looks for in the source, `[text](path)` or `[label]: path`, or anything else.
enum class LinkSyntax : std::uint8_t { markdown, other };

// `href` as it will stand in the built page. `from` is the page whose content holds the link; one without an
// address stands for many pages (a layout, an include): what depends on the page is unknown then.
[[nodiscard]] Resolution resolve_link(const Site& site, const Page& from, std::string_view href,
                                      LinkSyntax syntax = LinkSyntax::markdown);

// `{% post_url NAME %}`: jekyll/lib/jekyll/tags/post_url.rb. Verdict found, unpublished or missing.
[[nodiscard]] Resolution resolve_post_url(const Site& site, std::string_view name);

// `{% link PATH %}`: jekyll/lib/jekyll/tags/link.rb. Verdict found, unpublished or missing;
// `target` as Jekyll writes it.
[[nodiscard]] Resolution resolve_link_tag(const Site& site, std::string_view path);

// Up to `limit` addresses (or post names) most like the missing one, nearest first.
[[nodiscard]] std::vector<std::string> nearest_urls(const Site& site, std::string_view target,
                                                    std::size_t limit);
[[nodiscard]] std::vector<std::string> nearest_posts(const Site& site, std::string_view name,
                                                     std::size_t limit);
[[nodiscard]] std::vector<std::string> nearest_anchors(const PageContent& page, std::string_view anchor,
                                                       std::size_t limit);

}  // namespace site
