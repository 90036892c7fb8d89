// From template and placeholders to the address and the output file.
// Rules: jekyll/lib/jekyll/url.rb, drops/url_drop.rb, utils.rb (add_permalink_suffix), document.rb, page.rb.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/dates/time_zone.h"

namespace site {

// What `:title`, `:year`, … stand for in the address of one document.
struct PlaceholderSource {
  std::string collection;
  std::string cleaned_relative_path;  // below the collection's folder, no extension, leading slash
  std::string basename;               // without extension
  std::optional<std::string> slug;    // front matter `slug`, or from the name
  std::vector<std::string> categories;
  std::string output_ext;
  dates::LocalTime date;
};

// Template of a style name ("date", "pretty", "none", "ordinal", "weekdate"), or the text itself.
[[nodiscard]] std::string permalink_template(std::string_view style_or_template);
// Template for pages and for collections other than posts under the site-wide style.
[[nodiscard]] std::string page_permalink_template(std::string_view site_permalink, bool html, bool index);
[[nodiscard]] std::string collection_permalink_template(std::string_view site_permalink);

struct ComputedUrl {
  std::string url;  // percent-encoded where Jekyll encodes, with a leading slash
  std::optional<std::string> unknown_placeholder;  // documents: the build aborts; `url` is then empty
};

// Documents of collections, posts included.
[[nodiscard]] ComputedUrl document_url(std::string_view permalink_template, const PlaceholderSource& source);
// Pages know only :path, :basename, :output_ext; others stay literally.
[[nodiscard]] std::string page_url(std::string_view permalink_template, std::string_view path,
                                   std::string_view basename, std::string_view output_ext);

// The file below the destination folder that holds this address, percent-decoded, without a leading slash. An
// address that ends in a slash gives a page `index` plus its extension, a document always `index.html`.
[[nodiscard]] std::string output_path(std::string_view url, std::string_view output_ext, bool page = false);

// Ruby's Addressable escaping as Jekyll::URL.escape_path does it. unescape_path is text::percent_decode.
[[nodiscard]] std::string escape_path(std::string_view path);
// `..` to `/`, `./` removed, `//` squeezed, a leading slash (Jekyll::URL#sanitize_url).
[[nodiscard]] std::string sanitize_url(std::string_view url);

}  // namespace site
