// HTML that no Markdown parser reads: pages, layouts and includes. Links, ids and headings with their places.
// Rules: the tokenizer of the HTML standard, as far as elements and their attributes need it.
#pragma once

#include <string_view>
#include <vector>

#include "server/syntax/markdown.h"

namespace syntax {

// The bytes of `text` from `begin` on; `masks` as for parse_markdown. Never fails; linear in the text's size.
[[nodiscard]] Markdown parse_html(std::string_view text, text::Offset begin,
                                  const std::vector<text::Range>& masks);

// The attributes that hold an address: "a[href]", "img[srcset]". Empty: it holds none. Small letters.
[[nodiscard]] std::string_view address_attribute(std::string_view element, std::string_view attribute);

// `srcset`: addresses parted by commas, each with a width or density behind it. Ranges in `value`.
[[nodiscard]] std::vector<text::Range> srcset_addresses(std::string_view value);

}  // namespace syntax
