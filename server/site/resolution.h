// What an address, a tag's argument or a name leads to: the answer of links/resolve.h, rendered/link_tag.h
// and rendered/post_url.h.
#pragma once

#include <cstdint>
#include <string>

#include "server/site/compute/page.h"

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

}  // namespace site
