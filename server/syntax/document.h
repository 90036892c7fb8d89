// One document alone: its text and everything that can be said from the text without the rest of the site.
// An immutable value; an edit makes a new one.
#pragma once

#include <memory>
#include <string>

#include "server/syntax/front_matter.h"
#include "server/syntax/liquid/markup.h"
#include "server/syntax/markdown_options.h"
#include "server/syntax/markdown_tree.h"
#include "server/text/line_index.h"

namespace syntax {

struct ParseOptions {
  enum class Format : std::uint8_t {
    markdown,  // front matter, Liquid, Markdown
    html,      // front matter, Liquid (pages, layouts, includes); `markdown` has what HTML elements say
    code,      // front matter, Liquid (scripts, style sheets, feeds)
    yaml,      // `_config.yml`: the whole text is YAML, in front_matter.tree and front_matter.data
    plain,     // front matter only
  };
  Format format = Format::markdown;
  MarkdownOptions markdown;
  bool liquid = true;  // `render_with_liquid: false` in the front matter switches it off as well
};

struct Document {
  std::string text;
  text::LineIndex lines;
  ParseOptions options;
  FrontMatter front_matter;
  liquid::Markup liquid;
  Markdown markdown;

  Document(std::string text, ParseOptions options);
};

using DocumentPtr = std::shared_ptr<const Document>;

}  // namespace syntax
