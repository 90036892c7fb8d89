// What one parse shares between its parsers: memory, options as they are now (a document can change them),
// and everything that is looked up by name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "server/syntax/kramdown/element.h"
#include "server/syntax/markdown_options.h"
#include "server/syntax/markdown_tree.h"

namespace syntax::kramdown {

struct LinkDefinition {
  std::string_view href;
  std::int32_t index = -1;      // into Markdown::definitions
  Element* boundary = nullptr;  // its :eob element, which holds a following attribute list
};

// Block nesting (quotes, lists, HTML) and span nesting end here: deeper ones stay text. Real documents have
// ten.
inline constexpr std::uint32_t max_block_depth = 64;
inline constexpr std::uint32_t max_span_depth = 64;

struct State {
  State(Markdown& result_, const MarkdownOptions& options_) : result(result_), options(options_) {}

  Arena arena;
  Markdown& result;
  MarkdownOptions options;
  std::uint8_t toc_levels = 0x7E;  // bit n: headings of level n are in the table of contents
  std::unordered_map<std::string_view, LinkDefinition> link_definitions;
  std::vector<Element*> headers;
  bool masked = false;     // Liquid stands in the text: code spans are looked at for it
  bool keep_text = false;  // inside an HTML heading while the tree is updated
  std::size_t longest_label = 0;
  std::unordered_map<std::string_view, AttributeList*> alds;
  std::unordered_map<std::string_view, FootnoteDefinition*> footnotes;
  std::vector<FootnoteDefinition*> footnote_order;

  [[nodiscard]] bool gfm() const { return options.input == MarkdownOptions::Input::gfm; }
  [[nodiscard]] Element* make(Type type) {
    Element* element = arena.make<Element>();
    element->type = type;
    return element;
  }
};

// kramdown's normalize_link_id: runs of white space become one blank, letters small.
[[nodiscard]] std::string normalize_label(std::string_view label);

}  // namespace syntax::kramdown
