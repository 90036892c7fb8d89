// Addresses: their parts as they are written (RFC 3986) and as browsers read them, resolution against a base,
// percent-encoding. Pure text; knows no site.
// Rules: RFC 3986, sections 2, 3 and 5.2; white space as in the URL standard of the WHATWG.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace text {

// Views into the address. Put together again with their delimiters they are the address: nothing is checked,
// decoded or left out.
struct UriParts {
  std::string_view scheme;  // what stands for one; is_uri_scheme knows whether it is one
  std::string_view authority;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
  bool has_authority = false;  // `file:///a` has one, of no bytes
  bool has_query = false;
  bool has_fragment = false;
};
// RFC 3986, appendix B.
[[nodiscard]] UriParts split_uri(std::string_view uri);
// A letter, then letters, digits, `+`, `-`, `.` (section 3.1).
[[nodiscard]] bool is_uri_scheme(std::string_view text);

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

// Without `.` and `..`, of which none leads above the beginning; empty segments and a slash at the end stay
// (section 5.2.4). A path without a slash at its front gets none.
[[nodiscard]] std::string remove_dot_segments(std::string_view path);
// `reference` (a path, not empty) against the absolute path `base`; dot segments are gone in the result.
[[nodiscard]] std::string resolve_path(std::string_view base, std::string_view reference);

// Percent sequences to bytes; what is no sequence stays.
[[nodiscard]] std::string percent_decode(std::string_view text);

// What a rule of encoding leaves as it is: the letters and digits of ASCII, and the bytes that it names.
class KeptBytes {
 public:
  explicit constexpr KeptBytes(std::string_view others) {
    for (const char c : others) bytes_[static_cast<unsigned char>(c)] = true;
    for (char c = '0'; c <= '9'; ++c) bytes_[static_cast<unsigned char>(c)] = true;
    for (char c = 'a'; c <= 'z'; ++c) bytes_[static_cast<unsigned char>(c)] = true;
    for (char c = 'A'; c <= 'Z'; ++c) bytes_[static_cast<unsigned char>(c)] = true;
  }
  [[nodiscard]] constexpr bool has(char c) const { return bytes_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> bytes_{};
};
// A path of which no byte has another meaning: RFC 3986's unreserved characters (section 2.3) and slashes.
inline constexpr KeptBytes plain_path_bytes("-._~/");
// All other bytes become percent sequences with large digits.
[[nodiscard]] std::string percent_encode(std::string_view text, const KeptBytes& kept);

}  // namespace text
