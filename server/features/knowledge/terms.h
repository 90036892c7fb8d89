// Tags and categories as they are written in one front matter, in every form YAML and Jekyll allow. Rules:
// jekyll/lib/jekyll/utils.rb (pluralized_array_from_hash), document.rb (populate_categories, populate_tags).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/document.h"
#include "server/text/range.h"

namespace features {

struct WrittenTerm {
  enum class Kind : std::uint8_t { tag, category };
  Kind kind = Kind::tag;
  std::string name;   // as Jekyll has it: `1.10` is the tag "1.1"
  text::Range range;  // of the word in a string that Jekyll splits, else of the scalar, quotes included
};

// In source order. A broken front matter gives what can be read of it. `tag` does not hide `tags` here:
// whoever looks at one of the words wants to know about it.
[[nodiscard]] std::vector<WrittenTerm> written_terms(const syntax::Document& document);

// The term that touches `offset`.
[[nodiscard]] std::optional<WrittenTerm> term_at(const syntax::Document& document, text::Offset offset);

// Which terms a front matter key holds; nullopt for other keys.
[[nodiscard]] std::optional<WrittenTerm::Kind> term_kind(std::string_view key);

}  // namespace features
