// Renders a document's Liquid as far as it is constant, and keeps where every byte comes from. What only a
// build can tell becomes a stand-in that is marked; branches and rounds that nobody can count are rendered
// once and marked `maybe`. Knows values and files only through its environment. Semantics: Liquid 4.0.4 in
// Jekyll 4 (liquid/lib/liquid/**, jekyll/lib/jekyll/tags/**), strict_variables and strict_filters off.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/liquid/filters.h"
#include "server/liquid/value.h"
#include "server/syntax/liquid/markup.h"
#include "server/syntax/liquid/template.h"
#include "server/syntax/source_map.h"

namespace liquid {

// A text with its Liquid, ready to be rendered any number of times.
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

// Everything from outside. Functions may be empty: then they know nothing.
struct Environment {
  // `site`, `page`, `layout`, … and any other name that no tag has set; nil where there is surely nothing.
  std::function<Value(std::string_view name)> variable;
  // The file of `include` (a path below the includes folder) or `include_relative`; nullptr: not known.
  std::function<SourcePtr(std::string_view name, bool relative)> include;
  // What `{% link PATH %}` and `{% post_url NAME %}` write; nullopt: not known.
  std::function<std::optional<std::string>(std::string_view path)> link;
  std::function<std::optional<std::string>(std::string_view name)> post_url;
  Address address;
};

struct Rendering {
  std::string text;
  syntax::SourceMap map;
  // False where a limit was met (8 MiB of output, 100,000 nodes): `text` ends early and must not be judged.
  bool complete = true;
  // Something unknown was written that may be more than words: an include, what a plugin's tag prints, an
  // output on a line of its own. Headings and ids may stand in it.
  bool unknown_blocks = false;
};

// Renders `source.text` from `begin` on. Never fails. Blocks and includes nest 100 deep, as in Liquid; loops
// over more than 1,000 items count as loops over something unknown.
[[nodiscard]] Rendering render(const Source& source, text::Offset begin, const Environment& environment);

}  // namespace liquid
