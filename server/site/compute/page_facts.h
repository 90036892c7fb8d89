// One document + the configuration -> what Jekyll makes of it. Pure: no disk, no other document.
// The caller has decided that Jekyll reads the file at all, and as what: entry filters, the post name below
// `_posts`, and for pages and documents of collections the header test (FrontMatter::has_header, which a byte
// order mark fails). Limits that need the other documents are the caller's as well: `limit_posts`, two files
// with one address. Rules: jekyll/lib/jekyll/{document,page,publisher,frontmatter_defaults,utils}.rb.
#pragma once

#include <optional>

#include "server/dates/time_zone.h"
#include "server/site/compute/page.h"
#include "server/site/compute/source_file.h"
#include "server/syntax/document.h"
#include "server/syntax/scalar.h"

namespace site {

[[nodiscard]] Page compute_page(const Environment& environment, const SourceFile& file,
                                const syntax::Document& document);

// What Jekyll makes of a front matter date: Date = local midnight, Timestamp = that instant, string =
// Time.parse, anything else (number, null, list) = nullopt, the build aborts.
[[nodiscard]] std::optional<dates::LocalTime> to_time(const syntax::Scalar& value,
                                                      const dates::TimeZone& zone, dates::LocalTime now);

}  // namespace site
