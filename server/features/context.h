// What a feature gets: one snapshot of the site, one document of it, and where the cursor stands. Features
// are pure functions of this; they know neither LSP nor the disk.
#pragma once

#include <memory>
#include <stop_token>
#include <string>

#include "server/features/settings.h"
#include "server/site/site.h"
#include "server/syntax/document.h"

namespace features {

struct Context {
  // nullptr while the site is still being read, and for files outside any site. Features then say what the
  // document alone tells.
  site::SitePtr site;
  syntax::DocumentPtr document;  // never nullptr
  std::string path;              // relative to the site's source; outside a site: the file's name
  site::PagePtr page;  // of this very text; nullptr without site or if Jekyll makes nothing of the file
  std::shared_ptr<const Settings> settings;  // never nullptr
  std::stop_token stop;                      // loops over the whole site look at it

  [[nodiscard]] std::string_view text() const { return document->text; }
  // Headings, links and anchors, with ranges in this document: what features judge and navigate by.
  [[nodiscard]] const syntax::Markdown& markdown() const { return document->markdown; }
};

struct Cursor : Context {
  text::Offset offset = 0;
};

}  // namespace features
