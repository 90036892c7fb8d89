// What is being typed inside `{{ … }}` or `{% … %}`, from the text before the cursor: half a tag is no tag
// yet. Knows no names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/syntax/document.h"
#include "server/text/range.h"

namespace features::completion {

struct LiquidPlace {
  enum class Kind : std::uint8_t {
    tag,        // the name of a tag
    filter,     // behind `|`
    variable,   // a name; `object` are the names before its last dot
    file,       // the argument of include, include_relative, link, post_url
    parameter,  // behind the file of an include: the name of a parameter
    text,       // inside of quotes
  };
  Kind kind = Kind::tag;
  text::Range range;  // what is typed of it, also behind the cursor
  std::string tag;    // the tag's name; "" in an output
  std::vector<std::string> object;
  std::string file;                // parameter: the include
  std::vector<std::string> given;  // parameter: those that are there already
  std::string verbatim;  // tag: "raw" or "comment" whose end is the only tag that means something here

  // What closes the tag or output: `%}`, `-%}`, `}}`, or what an editor has put there behind an opening
  // brace, `}`. Empty if there is nothing of the kind behind the cursor on its line.
  text::Range closing;
  bool bare = true;       // nothing but blanks between `range` and `closing`, or the line's end
  bool tight = false;     // `range` stands right behind the opening delimiter, without a blank
  text::Offset open = 0;  // of the opening delimiter
};

// nullopt: outside of Liquid, inside of `raw` and `comment` but for their end, in files without Liquid.
[[nodiscard]] std::optional<LiquidPlace> liquid_at(const syntax::Document& document, text::Offset cursor);

}  // namespace features::completion
