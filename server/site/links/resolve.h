// What does this address lead to? The only place that decides; links/missing_link.h says why nothing answers.
// Rules: RFC 3986 resolution against the page's final address, then Jekyll's own server
// (commands/serve/servlet.rb): `/a` is answered by `a`, `a.html` or `a/index.html`.
#pragma once

#include <cstdint>
#include <string_view>

#include "server/site/compute/page.h"
#include "server/site/resolution.h"
#include "server/site/site.h"

namespace site {

// What jekyll-relative-links looks for in the source, `[text](path)` or `[label]: path`, or anything else.
enum class LinkSyntax : std::uint8_t { markdown, other };

// `href` as it will stand in the built page. `from` is the page whose content holds the link; one without an
// address stands for many pages (a layout, an include): what depends on the page is unknown then.
[[nodiscard]] Resolution resolve_link(const Site& site, const Page& from, std::string_view href,
                                      LinkSyntax syntax = LinkSyntax::markdown);

}  // namespace site
