// HTML tags as kramdown's regular expressions see them, and its tables of elements.
// Rules: lib/kramdown/parser/html.rb (module Constants) and REXML's UNAME_STR.
#pragma once

#include <optional>
#include <string_view>

#include "server/syntax/kramdown/text.h"

namespace syntax::kramdown {

enum class ContentModel : std::uint8_t { raw, span, block };

struct HtmlElement {
  bool known = false;  // HTML_ELEMENT: names and attributes ignore case
  bool span = false;   // HTML_SPAN_ELEMENTS
  bool block = false;  // HTML_BLOCK_ELEMENTS
  bool without_body = false;
  ContentModel model = ContentModel::raw;
};
// Names are looked up as given: callers downcase where kramdown does.
[[nodiscard]] HtmlElement html_element(std::string_view name);

// UNAME_STR at `begin`; gives its end, or `begin` if there is none.
[[nodiscard]] Offset scan_html_name(std::string_view text, Offset begin);

struct HtmlTag {
  Offset name_end = 0;    // the name begins behind `<` or `</`
  Offset attributes = 0;  // where they begin; they end at attributes_end
  Offset attributes_end = 0;
  Offset end = 0;
  bool closed = false;  // `/>`
};
// HTML_TAG_RE at `<`. `work` grows by the bytes looked at.
[[nodiscard]] std::optional<HtmlTag> match_html_tag(std::string_view text, Offset begin, std::size_t& work);
// HTML_TAG_CLOSE_RE at `<`.
[[nodiscard]] std::optional<HtmlTag> match_html_close_tag(std::string_view text, Offset begin);

// One attribute of a matched tag; call with `begin` at the tag's `attributes`, then at the last result's
// `end`.
struct HtmlAttribute {
  Offset name = 0;
  Offset name_end = 0;
  Offset value = 0;
  Offset value_end = 0;
  Offset end = 0;
};
[[nodiscard]] std::optional<HtmlAttribute> next_html_attribute(std::string_view text, Offset begin,
                                                               Offset end);

// Does a line that begins here with `<` end a lazy paragraph (LAZY_END_HTML_START, LAZY_END_HTML_STOP)?
[[nodiscard]] bool ends_lazy_text(std::string_view text, Offset begin);

// Finds `</name`, white space, `>` in any case of letters, from `from` on; gives the offset of `<` or npos.
[[nodiscard]] std::size_t find_close_tag(std::string_view text, std::size_t from, std::string_view name);

}  // namespace syntax::kramdown
