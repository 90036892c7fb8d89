// Which attributes of HTML elements hold addresses, and where in them: for HTML alone and for HTML in
// Markdown.
#pragma once

#include <string_view>
#include <vector>

#include "server/text/range.h"

namespace syntax {

// The attributes that hold an address: "a[href]", "img[srcset]". Empty: it holds none. Small letters.
[[nodiscard]] std::string_view address_attribute(std::string_view element, std::string_view attribute);

// `srcset`: addresses parted by commas, each with a width or density behind it. Ranges in `value`.
[[nodiscard]] std::vector<text::Range> srcset_addresses(std::string_view value);

}  // namespace syntax
