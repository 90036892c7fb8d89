// Which names the links and the Liquid of a file hold, as a small set of numbers: enough to tell the few
// files that may mention a page, an include or a data file from the many that surely do not, without keeping
// their texts. And how the file writes its links.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "server/syntax/document.h"

namespace site {

class MentionedWords {
 public:
  // Names are cut into words: runs of letters, digits, `-`, `_` and bytes above 127, ASCII letters small.
  // Short numbers and words that nearly every address has (`html`, `index`) are left out.
  void add(std::string_view text);
  // The file may mention anything.
  void add_everything() { everything_ = true; }
  // Sorts; nothing may be added afterwards. More than 500 words: the file may mention everything.
  void finish();

  // False: the file surely does not hold all the words of `name`.
  [[nodiscard]] bool may_hold(const MentionedWords& name) const;

 private:
  std::vector<std::uint32_t> hashes_;
  bool everything_ = false;
};

// In which ways an address of the own site is written; the order is that of LinkForms.
enum class LinkForm : std::uint8_t { root_path, relative_path, relative_url, baseurl, link_tag, post_url };
using LinkForms = std::array<std::uint8_t, 6>;  // counts, not above 255

struct Mentions {
  MentionedWords words;
  LinkForms forms{};
};

// `host`: the site's own (`url:` of the configuration), lower case; links to others do not count.
[[nodiscard]] Mentions find_mentions(const syntax::Document& document, std::string_view host);

// The words of a name, for may_hold.
[[nodiscard]] MentionedWords words_of(std::string_view name);

}  // namespace site
