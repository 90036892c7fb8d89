// A text with its Liquid, read once and ready to be rendered any number of times.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/liquid/markup.h"
#include "server/syntax/liquid/template.h"
#include "server/text/range.h"

namespace liquid {

struct Source {
  std::string path;
  std::string_view text;
  const syntax::liquid::Markup* liquid = nullptr;
  syntax::liquid::Template tree;
  std::vector<bool>
      blank;  // of opening tags: their block holds nothing that is shown, Liquid drops its blanks
  std::shared_ptr<const void> owner;  // keeps `text` and `liquid`, where they are not the caller's
};
using SourcePtr = std::shared_ptr<const Source>;

// `text` and `liquid` must outlive the result.
[[nodiscard]] Source source_of(std::string_view text, const syntax::liquid::Markup& liquid);
// Does `range` of `text` have its lines for itself? Then what Liquid puts there may be whole blocks.
[[nodiscard]] bool stands_alone(std::string_view text, text::Range range);
// An included file.
[[nodiscard]] SourcePtr source_of_file(std::string path, std::string text);

}  // namespace liquid
