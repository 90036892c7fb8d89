// How a name is written in YAML so that Jekyll reads exactly that name: plain where it can be, else in
// quotes.
#pragma once

#include <string>
#include <string_view>

namespace features::completion {

// Where the text will stand.
struct YamlStyle {
  bool flow = false;         // inside `[…]` or `{…}`, where commas and brackets end a value
  char quote = 0;            // the quote that is already open before it, `'` or `"`; 0: none
  bool quote_closed = true;  // a closing quote already stands behind it
};

// Plain text needs no quotes if YAML reads it as this very string: `no`, `1.10`, `a: b` and `- x` do not.
[[nodiscard]] bool is_plain_safe(std::string_view name, bool flow);

[[nodiscard]] std::string yaml_text(std::string_view name, const YamlStyle& style);

}  // namespace features::completion
