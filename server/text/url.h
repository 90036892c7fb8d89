// Addresses as browsers read them: parts, and resolution against a base. Pure text; knows no site.
// Rules: RFC 3986, sections 3 and 5.2; white space as in the URL standard of the WHATWG.
#pragma once

#include <string>
#include <string_view>

namespace text {

struct UrlParts {
  bool has_scheme = false;
  bool has_authority = false;
  bool has_fragment = false;
  std::string scheme;     // lower case
  std::string authority;  // lower case, default port removed
  std::string path;
  std::string fragment;  // not decoded
};

// Outer blanks, line ends and tabs are removed; the query is dropped.
[[nodiscard]] UrlParts split_url(std::string_view url);

// `reference` (a path, not empty) against the absolute path `base`; dot segments are gone in the result.
[[nodiscard]] std::string resolve_path(std::string_view base, std::string_view reference);

// Percent sequences to bytes; what is no sequence stays.
[[nodiscard]] std::string percent_decode(std::string_view text);

}  // namespace text
