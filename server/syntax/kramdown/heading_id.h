// Ids that kramdown makes for headings: the GFM parser's rule and the HTML converter's own, each with its
// counter. Sources: kramdown-parser-gfm 1.1 gfm.rb (generate_gfm_header_id), kramdown converter/base.rb
// (generate_id).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace syntax::kramdown {

// Small letters; only word characters, hyphens, blanks and tabs; the latter two become hyphens.
[[nodiscard]] std::string gfm_heading_id(std::string_view text);
// From the first ASCII letter on: ASCII letters, digits, blanks (as hyphens) and hyphens, in small letters.
// May be empty.
[[nodiscard]] std::string plain_heading_id(std::string_view text);

// Makes ids differ by -1, -2, … in the order of the calls; keyed on the id without its number.
class HeadingIds {
 public:
  [[nodiscard]] std::string gfm(std::string_view text);
  [[nodiscard]] std::string plain(std::string_view text);  // `section` for nothing

 private:
  static std::string count(std::unordered_map<std::string, std::uint32_t>& used, std::string id);
  std::unordered_map<std::string, std::uint32_t> gfm_;
  std::unordered_map<std::string, std::uint32_t> plain_;
};

}  // namespace syntax::kramdown
