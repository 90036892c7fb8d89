// Ways to mend a link, for the rules about links. Edits stay inside of an address that is written as it is;
// what Liquid or an include makes is left alone.
#pragma once

#include <string>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"
#include "server/site/resolution.h"

namespace features::diagnostics {

// A link with what is known of it.
struct FoundLink {
  const syntax::Link& link;
  const site::Resolution& resolution;
  text::Range range = {};  // the address as written, Liquid and all; of a reference link its label
  const syntax::Definition* definition = nullptr;  // of a reference link
  std::string include = {};                        // the file that brings it; "" for the document itself
  bool plain = true;             // the address stands in the document as it will in the page
  bool maybe = false;            // a condition that is not known decides on it
  bool told_in_include = false;  // the problem is the include's, whoever uses it
};

[[nodiscard]] inline bool is_plain(const FoundLink& found) {
  return found.plain;
}

class LinkFixes {
 public:
  explicit LinkFixes(const Context& context) : context_(context) {}

  // Addresses most like the missing one, and ids of the page that was found; for the first of a document's
  // problems only, since each costs a look at many pages.
  [[nodiscard]] std::vector<std::string> nearest(const FoundLink& found);
  [[nodiscard]] std::vector<std::string> nearest_anchors(const FoundLink& found);

  // Another address; query and fragment stay.
  void offer_address(Problem& problem, const FoundLink& found, const std::string& address) const;
  void offer_anchor(Problem& problem, const FoundLink& found, const std::string& anchor) const;
  // Without scheme and host.
  void offer_relative(Problem& problem, const FoundLink& found) const;
  // `{{ "/x" | relative_url }}`.
  void offer_filter(Problem& problem, const FoundLink& found) const;
  // Without `{{ site.baseurl }}` before it.
  void offer_one_baseurl(Problem& problem, const FoundLink& found) const;
  // A new Markdown file that makes the missing page.
  void offer_page(Problem& problem, const FoundLink& found) const;

 private:
  [[nodiscard]] text::Range address_range(const FoundLink& found) const;
  void replace(Problem& problem, const FoundLink& found, const std::string& address) const;

  const Context& context_;
  int looked_up_ = 0;
};

}  // namespace features::diagnostics
