// A source file before anything is known of its text, and what all computations of one snapshot share.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "server/dates/time_zone.h"
#include "server/site/settings/config.h"
#include "server/site/settings/page_kind.h"

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

// The path that Jekyll shows and matches scopes against: documents lose the collections folder.
[[nodiscard]] std::string_view relative_path(const Config& config, const SourceFile& file);
// The type that `scope.type` is compared with: "pages", "posts" (also drafts), or the collection's label.
[[nodiscard]] std::string_view default_type(const SourceFile& file);

}  // namespace site
