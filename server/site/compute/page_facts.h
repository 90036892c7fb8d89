// One document + the configuration -> what Jekyll makes of it. Pure: no disk, no other document.
// The caller has decided that Jekyll reads the file at all, and as what: entry filters, the post name below
// `_posts`, and for pages and documents of collections the header test (FrontMatter::has_header, which a byte
// order mark fails). Limits that need the other documents are the caller's as well: `limit_posts`, two files
// with one address. Rules: jekyll/lib/jekyll/{document,page,publisher,frontmatter_defaults,utils}.rb.
#pragma once

#include <optional>
#include <string_view>

#include "server/dates/time_zone.h"
#include "server/site/page.h"
#include "server/site/settings/config.h"
#include "server/syntax/document.h"

namespace site {

// What every computation of one snapshot shares.
struct Environment {
  ConfigPtr config;
  dates::TimeZone zone;
  dates::LocalTime now;  // Jekyll's site.time
};

// Which kind of source file a path is, as far as the path alone tells.
struct SourceFile {
  std::string_view path;
  PageKind kind = PageKind::page;
  std::string_view collection;           // label; "" for pages
  std::optional<std::int64_t> modified;  // seconds since 1970, for drafts
};

[[nodiscard]] Page compute_page(const Environment& environment, const SourceFile& file,
                                const syntax::Document& document);

// The front matter value in force: the file's own, else the winning default; nullptr if neither has one.
struct EffectiveValue {
  const syntax::Value* value = nullptr;
  Origin origin;
};
[[nodiscard]] EffectiveValue effective_value(const Config& config, const SourceFile& file,
                                             const syntax::Document& document, std::string_view key);

// All defaults that apply to a file, merged with Jekyll's precedence (later, longer path, typed sets win).
[[nodiscard]] syntax::Value defaults_for(const Config& config, const SourceFile& file);

// What Jekyll makes of a front matter date: Date = local midnight, Timestamp = that instant, string =
// Time.parse, anything else (number, null, list) = nullopt, the build aborts.
[[nodiscard]] std::optional<dates::LocalTime> to_time(const syntax::Scalar& value,
                                                      const dates::TimeZone& zone, dates::LocalTime now);

}  // namespace site
