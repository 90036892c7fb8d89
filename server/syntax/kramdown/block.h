// The block parser: one text into the children of one element (lib/kramdown/parser/kramdown.rb, parse_blocks,
// and the files of its block parsers). Text that holds spans is left as raw_text for the span parser.
#pragma once

#include <optional>
#include <vector>

#include "server/syntax/kramdown/attributes.h"
#include "server/syntax/kramdown/html.h"
#include "server/syntax/kramdown/state.h"

namespace syntax::kramdown {

// Ends of fenced code blocks, found once per text so that any number of openings costs one pass.
class FenceIndex {
 public:
  struct Line {
    Offset begin = 0;  // of the line
    Offset run = 0;    // of the fence characters
    Offset size = 0;   // how many
    Offset end = 0;    // behind the line
  };
  FenceIndex(std::string_view text, bool gfm) : text_(text), gfm_(gfm) {}
  // The first line from `from` on that closes `opening`.
  [[nodiscard]] const Line* find(Offset from, std::string_view opening);

 private:
  void build();
  std::string_view text_;
  bool gfm_;
  bool built_ = false;
  unsigned failures_ = 0;
  std::vector<Line> lines_;
  std::vector<Offset> longest_;  // of lines_[i] and all behind it
};

class BlockParser {
 public:
  BlockParser(State& state, const Text& text, std::uint32_t depth);

  // Parses all of the text; children go to `element`.
  void parse(Element& element);

 private:
  // True when a closing tag of `element` ended it.
  bool parse_blocks(Element& element);
  void parse_block();

  // Each tries at pos_ and advances; false: not this one. Named after kramdown's parsers.
  bool parse_blank_line();
  bool parse_codeblock();
  bool parse_codeblock_fenced();
  bool parse_blockquote();
  bool parse_atx_header();
  bool parse_horizontal_rule();
  bool parse_list();
  bool parse_definition_list();
  bool parse_block_html();
  bool parse_setext_header();
  bool parse_block_math();
  bool parse_table();
  bool parse_footnote_definition();
  bool parse_link_definition();
  bool parse_abbrev_definition();
  bool parse_block_extensions();
  bool parse_eob_marker();
  bool parse_paragraph();

  // What lines look like at an offset.
  [[nodiscard]] Offset line_end(Offset from) const;  // of the line end character
  [[nodiscard]] Offset next_line(Offset from) const { return std::min<Offset>(line_end(from) + 1, size_); }
  [[nodiscard]] Offset skip_indent(Offset from) const;        // up to three blanks
  [[nodiscard]] Offset skip_blanks(Offset from) const;        // blanks and tabs
  [[nodiscard]] Offset match_blank_lines(Offset from) const;  // end, or `from`
  [[nodiscard]] Offset match_indent(Offset from) const;
  [[nodiscard]] Offset match_eob(Offset from) const;
  [[nodiscard]] Offset match_rule(Offset from) const;
  [[nodiscard]] bool is_indented_code(Offset from) const;
  [[nodiscard]] bool is_list_list(Offset from);  // IAL_BLOCK_START
  [[nodiscard]] bool is_lazy_end(Offset from);
  [[nodiscard]] bool is_paragraph_end(Offset from);
  [[nodiscard]] bool after_block_boundary() const;
  [[nodiscard]] bool before_block_boundary();
  [[nodiscard]] Offset match_codeblock(Offset from);

  struct Marker {
    bool ordered = false;
    Offset end = 0;  // behind the marker, at the blank
  };
  [[nodiscard]] std::optional<Marker> match_list_marker(std::string_view text, Offset from,
                                                        Offset max_indent) const;
  [[nodiscard]] std::optional<Offset> match_definition_marker(Offset from, Offset max_indent) const;

  // Lists (lists.cpp).
  struct FirstLine {
    Text content;
    Offset indentation = 0;
  };
  [[nodiscard]] FirstLine parse_first_list_line(Offset indentation, const Text& tail,
                                                BraceFinder& braces) const;
  void take_item_list(Text& content, AttributeList*& list);
  [[nodiscard]] bool matches_content_line(Offset from, Offset indentation) const;
  [[nodiscard]] bool matches_lazy_line(Offset from, Offset indentation);
  [[nodiscard]] bool append_item_line(TextBuilder& item, Offset from, Offset end, Offset indentation) const;
  void finish_list(Element& list, std::vector<std::vector<Text>>& items, bool eob_found);
  void find_task(Element& item);

  // Headings.
  struct HeaderContents {
    Text content;
    Text id;
    bool has_id = false;
  };
  [[nodiscard]] HeaderContents parse_header_contents(Text contents) const;
  void add_header(std::uint8_t level, const HeaderContents& contents, Offset end, Offset range_end,
                  bool setext);

  // HTML (html_block.cpp).
  [[nodiscard]] std::optional<HtmlTag> match_tag(Offset begin);
  void handle_html_tag(Offset begin, const HtmlTag& tag);
  void parse_raw_html(Element& element);
  void add_raw_text(Element& element, Offset begin, Offset end);
  void skip_trailing_white_space();

  bool parse_extension(const ListMatch& match);

  [[nodiscard]] Element* make_block(Type type);
  void add_eob(Eob kind);
  void add_raw(Element& parent, const Text& text);
  void add_trap(Trap::Kind kind, Offset begin, Offset part, Offset end);
  void add_code_block(Offset begin, Offset end, Range info, bool fenced);
  void parse_nested(Element& element, const Text& text);

  State& state_;
  Text source_;
  std::string_view text_;
  Offset size_;
  std::uint32_t depth_;
  std::uint32_t html_depth_ = 0;
  Offset pos_ = 0;
  Element* tree_ = nullptr;
  AttributeList* block_list_ = nullptr;
  bool stopped_ = false;  // a closing tag has ended the innermost element
  BraceFinder braces_;
  FenceIndex fences_;
  std::size_t comment_asked_ = 1;
  std::size_t comment_end_ = 0;
  std::size_t work_ = 0;
  Offset no_instruction_from_ = ~Offset{0};

  [[nodiscard]] std::size_t find_comment_end(std::size_t from);
};

}  // namespace syntax::kramdown
