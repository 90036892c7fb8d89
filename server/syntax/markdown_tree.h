// What is known of a text once its Markdown or HTML is read: headings with their ids, links, images, anchors
// and reference definitions, each with its exact place. What all parsers of such texts give (markdown.h,
// html.h), and what everybody above them asks. Knows no parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/text/range.h"

namespace syntax {

struct Heading {
  std::uint8_t level = 1;  // as rendered, header_offset applied
  bool setext = false;
  bool masked = false;            // Liquid stands in it: text and id may differ in the built page
  bool raw_html = false;          // an <h2> element, not Markdown; it gets an id only from its own attribute
  text::Range range;              // the heading's own lines, without the last line end
  text::Range content;            // the text between the hashes and a closing `#`s or `{#id}`
  std::string text;               // plain text as readers see it; masked bytes left out
  std::optional<std::string> id;  // none: the element has no id attribute
  text::Range id_range;           // of an explicit id; empty for automatic ones
};

struct Link {
  enum class Kind : std::uint8_t { inline_, reference, autolink, html };
  Kind kind = Kind::inline_;
  bool image = false;      // img[src]
  bool masked = false;     // Liquid stands in the address
  text::Range range;       // the whole construct: `[text](href "title")`, `<a href="…">`
  text::Range text;        // between the brackets (alt text of an image); html: empty
  text::Range href_range;  // the address as written, without quotes, angle brackets and outer blanks;
                           // a reference link: the label, at its use
  std::string href;        // the attribute's value in the built page: entities decoded, nothing resolved
  std::string tag;  // html: element and attribute, `a[href]`, `video[src]`; else `a[href]` or `img[src]`
  std::int32_t definition = -1;  // reference links: index into Markdown::definitions
};

struct Definition {
  text::Range range;        // `[label]: address "title"`
  text::Range label_range;  // inside the brackets
  std::string label;        // normalised: blanks folded, lower case
  text::Range href_range;
  std::string href;
  bool overridden = false;  // a later definition of the same label has won
};

// An id that can be jumped to, other than a heading's.
struct Anchor {
  enum class Kind : std::uint8_t { attribute_list, html, footnote, toc };
  Kind kind = Kind::html;
  bool masked = false;
  std::string id;
  text::Range range;  // of the id in the source; for generated ones the construct that makes it
};

struct CodeBlock {
  text::Range range;  // with its fences
  text::Range info;   // the word behind an opening fence; empty if none or indented
  bool fenced = false;
};

// Text that looks like Markdown and is something else to kramdown: what the rules about such traps ask.
struct Trap {
  enum class Kind : std::uint8_t {
    fence_info,       // an opening fence with two words behind it is none; `part`: those words
    unclosed_fence,   // nor is one that nothing closes; `part`: the word behind it
    plain_table,      // lines with bars, without a line of dashes or a bar at the start: a table all the same
    undefined_label,  // `[text][label]` without a definition; `part`: the label with its brackets
    spaced_link,      // `[text] (`; `part`: the blank and the parenthesis
    code_span,        // none by itself: the content of a code span in which Liquid stands
  };
  Kind kind = Kind::fence_info;
  text::Range range;
  text::Range part;
};

struct Markdown {
  std::vector<Heading> headings;  // document order
  std::vector<Link> links;        // document order, images included
  std::vector<Definition> definitions;
  std::vector<Anchor> anchors;
  std::vector<CodeBlock> code_blocks;
  std::vector<Trap> traps;  // document order
};

}  // namespace syntax
