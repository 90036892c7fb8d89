// HTML character references as kramdown reads them (lib/kramdown/utils/entities.rb).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace syntax::kramdown {

// The code point of `&name;`, if kramdown knows the name.
[[nodiscard]] std::optional<std::uint32_t> named_entity(std::string_view name);

struct EntityMatch {
  std::size_t size = 0;                     // bytes of `&…;`; 0: there is no reference at the offset
  std::optional<std::uint32_t> code_point;  // none: well-formed, but a name that kramdown does not know
};
// Parser::Html::Constants::HTML_ENTITY_RE at `offset`, which holds `&`.
[[nodiscard]] EntityMatch match_entity(std::string_view text, std::size_t offset);

// What a browser shows for text in which kramdown left references alone. Unknown names stay as written.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace syntax::kramdown
