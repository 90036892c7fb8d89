// The site's own address, and what `relative_url` and `absolute_url` make of others with it
// (filters/url.cpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace liquid {

// `site.url` and `site.baseurl`, which the URL filters read.
struct Address {
  bool known = false;
  std::string url;
  std::string baseurl;
};

// jekyll/lib/jekyll/filters/url_filters.rb; nullopt: not known, or invalid.
[[nodiscard]] std::optional<std::string> relative_url(std::string_view input, std::string_view baseurl);
[[nodiscard]] std::optional<std::string> absolute_url(std::string_view input, std::string_view url,
                                                      std::string_view baseurl);

}  // namespace liquid
