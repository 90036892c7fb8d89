// How a link to a page is written in this site: with `{% post_url %}`, with `relative_url`, plain. Completion
// and whatever else writes links follow the habit of the site.
#pragma once

#include <string>

#include "server/features/context.h"
#include "server/site/compute/mentioned_words.h"

namespace features {

struct LinkHabit {
  site::LinkForm posts = site::LinkForm::root_path;
  site::LinkForm pages = site::LinkForm::root_path;
};

// What most links of the site do, from some hundred of its pages; without links, plain addresses.
[[nodiscard]] LinkHabit link_habit(const site::Site& site);

// The address of `target` in a link of this document. `quote` for the strings of Liquid: not the one around
// the address. What cannot be written in the form is a plain address.
[[nodiscard]] std::string written_address(const Context& context, const site::Page& target,
                                          site::LinkForm form, char quote = '"');

}  // namespace features
