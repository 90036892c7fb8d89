// What Jekyll computes for one source file, kept small: this is what stays in memory for each of 100,000
// documents. Every derived value says where it comes from, so that features can point at it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/dates/time_zone.h"
#include "server/site/compute/mentioned_words.h"
#include "server/site/settings/page_kind.h"
#include "server/text/range.h"

namespace site {

// Where a value comes from.
struct Origin {
  enum class Kind : std::uint8_t {
    none,          // there is no value
    front_matter,  // `range` in this file
    defaults,      // `set`: index into Config::defaults
    config,        // a site-wide setting
    file_name,
    directory,
    build_time,  // Jekyll takes the time of the build: the value changes with every build
    file_time,   // modification time (drafts without a date)
    gem,         // Jekyll's own default
  };
  Kind kind = Kind::none;
  std::uint32_t set = 0;
  text::Range range;
};

struct Text {
  std::string value;
  Origin origin;
};

// One tag or category.
struct Term {
  std::string name;
  Origin origin;  // front matter: the range of the scalar, or of the whole string that was split
};

struct PageHeading {
  std::uint8_t level = 1;
  bool masked = false;  // holds Liquid: text and id may differ in the built page
  bool has_id = false;
  std::uint32_t line = 0;  // zero-based
  std::string text;
  std::string id;
};

// The places inside a page that links can jump to.
struct PageContent {
  std::vector<PageHeading> headings;
  std::vector<std::string> anchors;  // ids that are not headings'
  bool ids_masked = false;           // Liquid, includes or options may give ids beyond these
  bool headings_masked = false;      // the ids of some headings are not known
  // Known ids by their text: places in `headings`, then, counted on, in `anchors`.
  std::vector<std::uint32_t> by_id;
};
using PageContentPtr = std::shared_ptr<const PageContent>;

struct LazyContent;  // lazy_content.h

// Why a source file is not in the built site. `written` means it is.
enum class Publication : std::uint8_t {
  written,
  unpublished,           // `published: false`
  future,                // date after the build time
  draft,                 // in _drafts without show_drafts
  collection_unwritten,  // `output: false`
  limited,               // beyond limit_posts
  bad_date,              // the build aborts on its date
  dropped,               // Jekyll cannot read it at all (invalid UTF-8 in a post)
};

struct Page {
  std::string path;  // relative to the site's source, `/`, collections_dir included
  PageKind kind = PageKind::page;
  std::string collection;  // "" for pages
  Publication publication = Publication::written;
  bool markdown = true;       // converted by kramdown
  bool sets_base = false;     // its own HTML says where relative addresses start
  bool data_invalid = false;  // YAML error or no mapping: Jekyll has no front matter here

  std::string url;          // Jekyll's `page.url`, without baseurl; "" if the build aborts on it
  std::string output;       // file below the destination folder, decoded
  Origin url_origin;        // front matter permalink, defaults, config, gem
  std::string url_problem;  // unknown placeholder; "" if none

  std::optional<dates::LocalTime> date;  // pages have none
  Origin date_origin;
  Text title;
  Text layout;  // value "" : no layout at all
  std::string slug;
  std::vector<Term> categories;  // posts, drafts, documents; after Jekyll's union and flattening
  std::vector<Term> tags;

  std::vector<std::string> redirect_from;
  std::string redirect_to;
  std::string lang;

  std::vector<std::string> keys;  // top-level front matter keys, as written
  PageContent content;            // as the source shows it, with Liquid masked; after Liquid: Site::content()
  Mentions mentions;              // what its links and its Liquid may lead to

  std::shared_ptr<const std::string> text;  // where it is not what was on the disk when the site was read
  std::shared_ptr<LazyContent> rendered;    // only where Liquid may change headings or ids

  [[nodiscard]] bool is_post() const { return kind == PageKind::post || kind == PageKind::draft; }
  [[nodiscard]] bool published() const { return publication == Publication::written; }
};

using PagePtr = std::shared_ptr<const Page>;

}  // namespace site
