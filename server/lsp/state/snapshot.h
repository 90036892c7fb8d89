// What a request keeps while the world moves on: the site and the document as they were when it arrived, with
// everything needed to answer in the client's terms. Immutable; made on the main strand, opened on a worker.
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "server/features/context.h"
#include "server/lsp/state/client.h"
#include "server/lsp/state/documents.h"
#include "server/lsp/state/lazy.h"

namespace lsp {

using LazySite = std::shared_ptr<const Lazy<site::SitePtr>>;
using LazyDocument = std::shared_ptr<const Lazy<syntax::DocumentPtr>>;

struct Snapshot {
  std::string uri;
  std::int32_t version = 0;
  LazyDocument document;      // nullptr: what is asked concerns the site alone
  LazySite site;              // nullptr: no site, or it is still being read
  std::string path;           // relative to the site's source; outside a site the file's name
  std::string source_folder;  // absolute; the file's folder outside a site
  std::shared_ptr<const features::Knowledge> knowledge;
  std::shared_ptr<const features::Preferences> settings;
  std::shared_ptr<const Overlays> overlays;
  ClientPtr client;
};

// An opened snapshot: what feature functions and conversions look at.
struct View {
  features::Context context;
  std::string uri;
  std::int32_t version = 0;
  std::string source_folder;
  std::shared_ptr<const Overlays> overlays;
  ClientPtr client;
};

// `path` may climb out of the folder: `../.jekyll-ls.yml` with a `source:` of its own.
[[nodiscard]] std::string absolute_path(std::string_view folder, std::string_view path);

// What features see of the open files below an absolute folder (features::Context::unsaved).
[[nodiscard]] features::UnsavedTexts unsaved_texts(std::shared_ptr<const Overlays> overlays,
                                                   std::string folder);

// Parses and applies what nobody has so far: for workers.
[[nodiscard]] View open_snapshot(const Snapshot& snapshot, std::stop_token stop);

// How a file is parsed by its name alone, outside of any site or before the site is known.
[[nodiscard]] syntax::ParseOptions parse_options_by_name(std::string_view path, std::string_view language);

}  // namespace lsp
