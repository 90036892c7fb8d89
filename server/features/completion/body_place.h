// Where the cursor stands in a text's body, from the line before it: an address half typed is no link yet.
#pragma once

#include <optional>
#include <string>

#include "server/syntax/document.h"
#include "server/text/range.h"

namespace features::completion {

struct AddressPlace {
  text::Range range;       // the address as far as it is written, also behind the cursor
  bool image = false;      // `![…](`, `<img src="`
  bool in_liquid = false;  // a string of Liquid: without the baseurl, which a filter adds
  char quote = '\0';       // around it, in HTML
};

// In `[text](|`, `[label]: |`, `href="|`, `src="|`. nullopt elsewhere, in code and inside Liquid.
[[nodiscard]] std::optional<AddressPlace> address_at(const syntax::Document& document, text::Offset cursor);

// What is typed behind the `#` of an address that Liquid makes: `({% post_url x %}#|`, `href="{{ … }}#|`.
// nullopt elsewhere and in code.
[[nodiscard]] std::optional<text::Range> fragment_behind_liquid(const syntax::Document& document,
                                                                text::Offset cursor);

// The label in `[text][|`. nullopt elsewhere, in code and inside Liquid.
[[nodiscard]] std::optional<text::Range> label_at(const syntax::Document& document, text::Offset cursor);

// The word behind an opening fence, where it is the only thing behind it.
[[nodiscard]] std::optional<text::Range> fence_info_at(const syntax::Document& document, text::Offset cursor);

// In a code block or a code span.
[[nodiscard]] bool in_code(const syntax::Document& document, text::Offset cursor);

}  // namespace features::completion
