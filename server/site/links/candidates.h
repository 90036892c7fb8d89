// What is worth comparing with a text that is being typed or misspelt, where a site may have too many pages
// to look at all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "server/site/site.h"

namespace site {

// So many pages are compared within a key's time.
inline constexpr std::size_t most_compared_while_typing = 2000;

enum class Words : std::uint8_t {
  all,   // `text` is being typed: pages have all its words, the last one perhaps longer
  some,  // `text` may be misspelt: those with its rarest words first
};

// All pages of a site with up to `most`; of a larger one some of the newest, and those that an index finds by
// the first letters of the words in their address (without percent sequences), title and slug, together not
// more than `most`. `visit` returns false to stop. False: the site has more pages.
bool for_each_page_like(const Site& site, std::string_view text, Words words, std::size_t most,
                        const std::function<bool(const Page&)>& visit);

// The addresses of written static files, in no particular order; return false to stop.
void for_each_file_address(const Site& site, const std::function<bool(std::string_view url)>& visit);

}  // namespace site
