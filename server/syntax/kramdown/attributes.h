// Attribute lists in braces: `{: #id .class key="value" ref}` behind a block or span (IAL), `{:name: …}`
// (ALD) and the extension tags `{::name …}`. Rules: lib/kramdown/parser/kramdown/extensions.rb.
#pragma once

#include <optional>
#include <string_view>

#include "server/syntax/kramdown/state.h"

namespace syntax::kramdown {

// A matched construct in a text, local offsets.
struct ListMatch {
  Offset end = 0;            // behind the whole match
  Offset content_begin = 0;  // what stands in the braces
  Offset content_end = 0;
  std::string_view name;  // of an ALD or extension
  bool closed = false;    // extension: it ends with `/}` and has no body
};

// What a closing brace must be followed by: the end of its line (only white space before it) or nothing.
enum class Behind : std::uint8_t { line_end, anything };

// Finds closing braces and remembers the last answer, so that many opening ones cost no more than one.
class BraceFinder {
 public:
  explicit BraceFinder(std::string_view text) : text_(text) {}
  // Offset of the next `}` at or behind `from`, or npos.
  [[nodiscard]] std::size_t next(std::size_t from);

 private:
  std::string_view text_;
  std::size_t asked_ = 1;
  std::size_t answer_ = 0;
};

// Each begins at the brace; blanks before it are the caller's.
[[nodiscard]] std::optional<ListMatch> match_list(std::string_view text, Offset brace, BraceFinder& braces,
                                                  Behind behind);
// The form at the start of a list item: no ALD, and white space behind it belongs to the match.
[[nodiscard]] std::optional<ListMatch> match_item_list(std::string_view text, Offset brace,
                                                       BraceFinder& braces);
[[nodiscard]] std::optional<ListMatch> match_ald(std::string_view text, Offset brace, BraceFinder& braces);
[[nodiscard]] std::optional<ListMatch> match_extension(std::string_view text, Offset brace,
                                                       BraceFinder& braces, Behind behind);

// Is there `{:/}` or `{:/name}` at the offset? Gives its end.
[[nodiscard]] std::optional<Offset> match_extension_stop(std::string_view text, Offset brace,
                                                         std::string_view name);

// ALD_ID_NAME: a word character, then word characters and hyphens. Gives its end, or `begin` if there is
// none.
[[nodiscard]] Offset scan_id_name(std::string_view text, Offset begin);

// Adds what `content` says to `list`.
void parse_attribute_list(State& state, const Text& content, AttributeList& list);

// Sets the attributes of `list` and of the ALDs that it names on `element`; known when all blocks have been
// read.
void apply_attributes(State& state, Element& element, const AttributeList& list);
void set_attribute(State& state, Element& element, const Attribute& attribute);

// Does the list name this reference (`{:toc}`)?
[[nodiscard]] bool has_reference(const AttributeList* list, std::string_view name);

// `{::options … /}`.
void apply_options(State& state, const AttributeList& list);

}  // namespace syntax::kramdown
