// kramdown's element tree, as much of it as headings, links and ids need (lib/kramdown/element.rb).
#pragma once

#include <cstdint>
#include <string_view>

#include "server/syntax/kramdown/text.h"
#include "server/syntax/markdown_tree.h"

namespace syntax::kramdown {

enum class Type : std::uint8_t {
  root,
  // blocks
  blank,
  eob,  // end of block: an invisible boundary that definitions and attribute lists leave
  paragraph,
  header,
  quote,
  code_block,
  rule,
  unordered_list,
  ordered_list,
  list_item,
  definition_list,
  term,
  description,
  table,
  cell,
  raw_text,  // text that the span parser has not seen yet
  // blocks and spans
  html,
  math,
  comment,
  raw,
  // spans
  text,
  emphasis,
  strong,
  code_span,
  link,
  image,
  footnote,
  smart_quote,
  symbol,
  entity,
  line_break,
};

// What an :eob element came from; only block boundaries tell them apart.
enum class Eob : std::uint8_t { marker, attributes, ald, link_definition, abbreviation, footnote, extension };

enum class Quote : std::uint8_t { left_single, right_single, left_double, right_double };
enum class Symbol : std::uint8_t { em_dash, en_dash, ellipsis, left_guillemet, right_guillemet };

// An attribute of the built element. Later ones of the same name replace earlier ones.
struct Attribute {
  std::string_view name;
  std::string_view value;
  Range range;             // of the value in the document
  bool from_list = false;  // from an attribute list, not from an HTML tag
  Attribute* next = nullptr;
};

// One item of an inline attribute list: `#id`, `.class`, `key="value"` or the name of an ALD.
struct ListedAttribute {
  enum class Kind : std::uint8_t { value, css_class, reference };
  Kind kind = Kind::value;
  std::string_view name;
  std::string_view value;
  Range range;
  ListedAttribute* next = nullptr;
};

struct AttributeList {
  ListedAttribute* first = nullptr;
  ListedAttribute* last = nullptr;
};

struct Element;

struct HeaderData {
  Range range;
  Text content;
  bool setext = false;
  std::string_view raw_text;  // what its id is made of
  std::string_view id;        // by the GFM rule
  bool has_id = false;        // it has got one
};

struct LinkData {
  Link::Kind kind = Link::Kind::inline_;
  Range range;
  Range text;
  Range href_range;
  std::string_view href;
  std::int32_t definition = -1;
};

struct HtmlData {
  std::string_view name;
  Range range;           // of the start tag
  Offset inner_end = 0;  // where the end tag begins; 0: not known
  Offset end = 0;        // behind the end tag
};

struct FootnoteDefinition {
  std::string_view name;
  Range range;  // `[^name]:`
  Element* content = nullptr;
  std::uint32_t uses = 0;  // counted while the tree is read
};

struct Element {
  Type type = Type::root;
  std::uint8_t code = 0;  // header: level; eob: Eob; smart_quote: Quote; symbol: Symbol
  // paragraph: transparent; blank: a lone line end; html: block category; code_block: fenced
  bool flag = false;
  bool raw_model = false;    // html: the content is not Markdown
  std::uint32_t number = 0;  // entity: code point
  Element* first = nullptr;
  Element* last = nullptr;
  Element* previous = nullptr;
  Element* next = nullptr;
  Text text;
  AttributeList* list = nullptr;
  Attribute* attributes = nullptr;
  union {
    void* nothing = nullptr;
    HeaderData* header;
    LinkData* link;
    HtmlData* html;
    FootnoteDefinition* footnote;
  };

  void append(Element* child) {
    child->previous = last;
    child->next = nullptr;
    (last != nullptr ? last->next : first) = child;
    last = child;
  }
  Element* pop() {
    Element* child = last;
    last = child->previous;
    (last != nullptr ? last->next : first) = nullptr;
    child->previous = nullptr;
    return child;
  }
  void remove(Element* child) {
    (child->previous != nullptr ? child->previous->next : first) = child->next;
    (child->next != nullptr ? child->next->previous : last) = child->previous;
  }
  // Takes all children of `other`.
  void adopt(Element& other) {
    if (other.first == nullptr) return;
    if (last == nullptr) {
      first = other.first;
    } else {
      last->next = other.first;
      other.first->previous = last;
    }
    last = other.last;
    other.first = other.last = nullptr;
  }
  [[nodiscard]] const Attribute* find(std::string_view name) const {
    for (const Attribute* a = attributes; a != nullptr; a = a->next) {
      if (a->name == name) return a;
    }
    return nullptr;
  }
};

}  // namespace syntax::kramdown
