#include "server/syntax/kramdown/block.h"

#include <algorithm>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {

BlockParser::BlockParser(State& state, const Text& text, std::uint32_t depth)
    : state_(state),
      source_(text),
      text_(text.view()),
      size_(text.size),
      depth_(depth),
      braces_(text.view()),
      fences_(text.view(), state.gfm()) {}

void BlockParser::parse(Element& element) {
  parse_blocks(element);
}

bool BlockParser::parse_blocks(Element& element) {
  Element* const tree = tree_;
  AttributeList* const list = block_list_;
  tree_ = &element;
  block_list_ = nullptr;
  stopped_ = false;
  while (pos_ < size_ && !stopped_) parse_block();
  const bool stopped = stopped_;
  stopped_ = false;
  tree_ = tree;
  block_list_ = list;
  return stopped;
}

// The order is kramdown's; the first character only rules out what cannot match.
void BlockParser::parse_block() {
  const char c = text_[pos_];
  if (is_space(c) && parse_blank_line()) return;
  if (is_blank(c) && parse_codeblock()) return;
  const Offset first = skip_indent(pos_);
  const char f = first < size_ ? text_[first] : '\n';
  switch (f) {
    case '~':
    case '`':
      if (parse_codeblock_fenced()) return;
      break;
    case '>':
      if (parse_blockquote()) return;
      break;
    case '#':
      if (parse_atx_header()) return;
      break;
    case '*':
    case '-':
    case '_':
    case '+':
      if (parse_horizontal_rule() || parse_list()) return;
      break;
    case ':':
      if (parse_definition_list()) return;
      break;
    case '<':
      if (parse_block_html()) return;
      break;
    default:
      if (is_digit(f) && parse_list()) return;
      break;
  }
  const bool boundary = after_block_boundary();
  if (boundary) {
    if (parse_setext_header() || parse_block_math()) return;
    if (parse_table()) return;
  }
  const char now = text_[skip_indent(pos_) < size_ ? skip_indent(pos_) : pos_];
  if (now == '[' && (parse_footnote_definition() || parse_link_definition())) return;
  if (now == '*' && parse_abbrev_definition()) return;
  if (now == '{' && parse_block_extensions()) return;
  if (now == '^' && parse_eob_marker()) return;
  if (parse_paragraph()) return;
  // No parser wants the line (an indentation of blanks and a tab): kramdown keeps it as text.
  const Offset end = next_line(pos_);
  add_raw(*tree_, source_.slice(pos_, end));
  pos_ = end;
}

Element* BlockParser::make_block(Type type) {
  Element* element = state_.make(type);
  element->list = block_list_;
  block_list_ = nullptr;
  return element;
}

void BlockParser::add_eob(Eob kind) {
  Element* element = make_block(Type::eob);
  element->code = static_cast<std::uint8_t>(kind);
  tree_->append(element);
}

// add_text with the type raw_text: joins a preceding one.
void BlockParser::add_raw(Element& parent, const Text& text) {
  if (parent.last != nullptr && parent.last->type == Type::raw_text) {
    TextBuilder builder(state_.arena);
    builder.append(parent.last->text);
    builder.append(text);
    parent.last->text = builder.finish(text);
    return;
  }
  if (text.size == 0) return;
  Element* element = state_.make(Type::raw_text);
  element->text = text;
  parent.append(element);
}

void BlockParser::parse_nested(Element& element, const Text& text) {
  if (depth_ >= max_block_depth) {
    Element* paragraph = state_.make(Type::paragraph);
    add_raw(*paragraph, text);
    element.append(paragraph);
    return;
  }
  BlockParser(state_, text, depth_ + html_depth_ + 1).parse(element);
}

bool BlockParser::after_block_boundary() const {
  const Element* last = tree_->last;
  return last == nullptr || last->type == Type::blank ||
         (last->type == Type::eob && static_cast<Eob>(last->code) == Eob::marker) || block_list_ != nullptr;
}

bool BlockParser::before_block_boundary() {
  return pos_ >= size_ || match_blank_lines(pos_) > pos_ || match_eob(pos_) > pos_ || is_list_list(pos_);
}

bool BlockParser::parse_blank_line() {
  const Offset end = match_blank_lines(pos_);
  if (end == pos_) return false;
  if (tree_->last != nullptr && tree_->last->type == Type::blank) {
    tree_->last->flag = false;
  } else {
    Element* blank = make_block(Type::blank);
    blank->flag = end == pos_ + 1;
    tree_->append(blank);
  }
  pos_ = end;
  return true;
}

bool BlockParser::parse_blockquote() {
  const Offset begin = pos_;
  TextBuilder builder(state_.arena);
  do {
    Offset from = skip_indent(pos_);
    if (from < size_ && text_[from] == '>') {
      ++from;
      if (from < size_ && text_[from] == ' ') ++from;
    } else {
      from = pos_;
    }
    const Offset end = next_line(pos_);
    builder.append(source_.slice(from, end));
    pos_ = end;
  } while (!is_lazy_end(pos_));
  Element* quote = make_block(Type::quote);
  tree_->append(quote);
  parse_nested(*quote, builder.finish(source_.slice(begin, begin)));
  return true;
}

bool BlockParser::parse_horizontal_rule() {
  const Offset end = match_rule(pos_);
  if (end == pos_) return false;
  pos_ = end;
  tree_->append(make_block(Type::rule));
  return true;
}

bool BlockParser::parse_eob_marker() {
  const Offset end = match_eob(pos_);
  if (end == pos_) return false;
  pos_ = end;
  add_eob(Eob::marker);
  return true;
}

bool BlockParser::parse_paragraph() {
  const Offset begin = pos_;
  const Offset first = skip_indent(pos_);
  if (first < size_ && is_blank(text_[first])) return false;
  do {
    pos_ = next_line(pos_);
  } while (!is_paragraph_end(pos_));
  const Text content = source_.slice(begin, pos_).rstripped();
  Element* last = tree_->last;
  if (last == nullptr || last->type != Type::paragraph) {
    Element* paragraph = make_block(Type::paragraph);
    tree_->append(paragraph);
    add_raw(*paragraph, content.lstripped());
    return true;
  }
  // Another parser had ended the paragraph before and then given up.
  if (last->last == nullptr) {
    add_raw(*last, content);
    return true;
  }
  TextBuilder builder(state_.arena);
  builder.append(last->last->text);
  const Offset back = begin >= 3 && text_.substr(begin - 3, 3) == "  \n" ? 3 : 1;
  if (begin >= back && text_[begin - 1] == '\n') {
    builder.append(source_.slice(begin - back, begin));
  } else {
    builder.insert("\n", source_.slice(begin, begin));
  }
  builder.append(content);
  last->last->text = builder.finish(content);
  return true;
}

// \$\$(.*?)\$\$ at a block boundary on both sides.
bool BlockParser::parse_block_math() {
  Offset begin = skip_indent(pos_);
  const bool escaped = begin < size_ && text_[begin] == '\\';
  const Offset dollars = begin + (escaped ? 1 : 0);
  if (text_.substr(dollars, 2) != "$$") return false;
  const std::size_t close = text_.find("$$", dollars + 2U);
  if (close == std::string_view::npos) return false;
  const Offset saved = pos_;
  Offset end = static_cast<Offset>(close) + 2;
  Offset behind = end;
  while (behind < size_ && is_space(text_[behind]) && text_[behind] != '\n') ++behind;
  const bool whole_line = behind < size_ && text_[behind] == '\n';
  if (whole_line) end = behind + 1;
  if (escaped) {
    if (whole_line) pos_ = begin + 1;
    return false;
  }
  pos_ = end;
  if (!before_block_boundary()) {
    pos_ = saved;
    return false;
  }
  Element* math = make_block(Type::math);
  math->text = source_.slice(dollars + 2, static_cast<Offset>(close)).rstripped().lstripped();
  tree_->append(math);
  return true;
}

bool BlockParser::parse_block_extensions() {
  const Offset brace = skip_indent(pos_);
  if (text_.substr(brace, 2) != "{:") return false;
  if (const auto ald = match_ald(text_, brace, braces_)) {
    AttributeList*& list = state_.alds[ald->name];
    if (list == nullptr) list = state_.arena.make<AttributeList>();
    parse_attribute_list(state_, source_.slice(ald->content_begin, ald->content_end), *list);
    pos_ = ald->end;
    add_eob(Eob::ald);
    return true;
  }
  if (const auto extension = match_extension(text_, brace, braces_, Behind::line_end))
    return parse_extension(*extension);
  const auto match = match_list(text_, brace, braces_, Behind::line_end);
  if (!match) return false;
  pos_ = match->end;
  const Text content = source_.slice(match->content_begin, match->content_end);
  Element* last = tree_->last;
  bool to_last = last != nullptr && last->type != Type::blank;
  if (to_last && last->type == Type::eob) {
    const Eob kind = static_cast<Eob>(last->code);
    to_last = kind == Eob::link_definition || kind == Eob::abbreviation || kind == Eob::footnote;
  }
  AttributeList*& list = to_last ? last->list : block_list_;
  if (list == nullptr) list = state_.arena.make<AttributeList>();
  parse_attribute_list(state_, content, *list);
  if (to_last && !is_list_list(pos_)) add_eob(Eob::attributes);
  return true;
}

bool BlockParser::parse_extension(const ListMatch& match) {
  const bool is_comment = match.name == "comment";
  const bool is_raw = match.name == "nomarkdown";
  const bool is_options = match.name == "options";
  if (!is_comment && !is_raw && !is_options) return false;
  Offset end = match.end;
  Offset body_end = match.end;
  if (!match.closed) {
    std::size_t stop = text_.find("{:/", match.end);
    for (;; stop = text_.find("{:/", stop + 3)) {
      if (stop == std::string_view::npos) return false;
      auto behind = match_extension_stop(text_, static_cast<Offset>(stop), match.name);
      if (!behind) continue;
      body_end = static_cast<Offset>(stop);
      Offset blanks = 0;
      while (body_end > match.end && text_[body_end - 1] == ' ' && blanks < 3) {
        --body_end;
        ++blanks;
      }
      if (body_end > match.end && text_[body_end - 1] != '\n') continue;
      while (*behind < size_ && text_[*behind] == ' ') ++*behind;
      if (*behind >= size_ || text_[*behind] != '\n') continue;
      end = *behind + 1;
      break;
    }
  }
  AttributeList options;
  parse_attribute_list(state_, source_.slice(match.content_begin, match.content_end), options);
  pos_ = end;
  if (is_options) {
    apply_options(state_, options);
    add_eob(Eob::extension);
  } else if (!match.closed) {
    Element* element = state_.make(is_comment ? Type::comment : Type::raw);
    element->text = source_.slice(match.end, body_end);
    tree_->append(element);
  }
  return true;
}

}  // namespace syntax::kramdown
