// Filters of Liquid and Jekyll, as far as their result follows from constants alone. Everything else, and
// everything that would stop the build, is unknown. Knows the site's address, no documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/liquid/value.h"

namespace liquid {

// `site.url` and `site.baseurl`, which the URL filters read.
struct Address {
  bool known = false;
  std::string url;
  std::string baseurl;
};

// `named`: the filter has `name: value` arguments.
[[nodiscard]] Value apply_filter(std::string_view name, const Value& input,
                                 const std::vector<Value>& arguments, bool named, const Address& address);

// jekyll/lib/jekyll/filters/url_filters.rb; nullopt: not known, or invalid.
[[nodiscard]] std::optional<std::string> relative_url(std::string_view input, std::string_view baseurl);
[[nodiscard]] std::optional<std::string> absolute_url(std::string_view input, std::string_view url,
                                                      std::string_view baseurl);

}  // namespace liquid
