// Where the cursor stands in a text's body, from the line before it: an address half typed is no link yet.
#pragma once

#include <optional>
#include <string>

#include "server/syntax/document.h"
#include "server/text/range.h"

namespace features::completing {

struct AddressPlace {
  text::Range range;   // the address as far as it is written, also behind the cursor
  bool image = false;  // `![…](`, `<img src="`
};

// In `[text](|`, `[label]: |`, `href="|`, `src="|`. nullopt elsewhere, in code and inside Liquid.
[[nodiscard]] std::optional<AddressPlace> address_at(const syntax::Document& document, text::Offset cursor);

// The argument of `{% post_url |`. nullopt elsewhere and in code.
[[nodiscard]] std::optional<text::Range> post_url_at(const syntax::Document& document, text::Offset cursor);

// In a code block or a code span.
[[nodiscard]] bool in_code(const syntax::Document& document, text::Offset cursor);

}  // namespace features::completing
