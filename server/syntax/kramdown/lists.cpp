// Lists and definition lists (lib/kramdown/parser/kramdown/list.rb; task items: gfm.rb).
#include <algorithm>

#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"
#include "server/text/ascii.h"

namespace syntax::kramdown {
namespace {

// fetch_pattern: how far the next marker may be indented.
Offset marker_indent(Offset indentation) {
  return indentation >= 1 && indentation <= 4 ? indentation - 1 : 3;
}

// The first paragraph's text gets a line end when something follows it in the item.
void add_line_end(State& state, Element& paragraph) {
  if (paragraph.first == nullptr) return;
  Text& text = paragraph.first->text;
  TextBuilder builder(state.arena);
  builder.append(text);
  builder.insert("\n", text.slice(text.size, text.size));
  text = builder.finish(text);
}

}  // namespace

// The text behind a marker without its leading blanks, and the column where it begins (tabs reach to the next
// multiple of four).
BlockParser::FirstLine BlockParser::parse_first_list_line(Offset indentation, const Text& tail,
                                                          BraceFinder& braces) const {
  const std::string_view text = tail.view();
  Offset first = 0;
  while (first < tail.size && is_space(text[first])) ++first;
  bool list_alone = first == tail.size;
  if (!list_alone && text[first] == '{') {
    // Only an attribute list may stand on the line (LIST_ITEM_IAL_CHECK).
    for (auto match = match_item_list(text, first, braces); match && !list_alone;) {
      list_alone = text::holds_only(text.substr(match->end), is_space);
      break;
    }
  }
  if (list_alone) return {tail.slice(first, tail.size), 4};
  Offset column = indentation;
  for (Offset i = 0; i < tail.size && is_blank(text[i]); ++i) {
    column += text[i] == '\t' ? 4 - column % 4 : 1;
  }
  return {tail.slice(first, tail.size), column};
}

// LIST_ITEM_IAL at the start of an item.
void BlockParser::take_item_list(Text& content, AttributeList*& list) {
  const std::string_view text = content.view();
  Offset first = 0;
  while (first < content.size && is_space(text[first])) ++first;
  if (first >= content.size || text[first] != '{') return;
  BraceFinder braces(text);
  const auto match = match_item_list(text, first, braces);
  if (!match) return;
  if (list == nullptr) list = state_.arena.make<AttributeList>();
  parse_attribute_list(state_, content.slice(match->content_begin, match->content_end), *list);
  content = content.slice(match->end, content.size);
}

// content_re: indented at least as far as the item's text, and not blank.
bool BlockParser::matches_content_line(Offset from, Offset indentation) const {
  Offset i = from;
  Offset units = indentation / 4;
  for (; units > 0; --units) {
    const Offset next = match_indent(i);
    if (next == i) return false;
    i = next;
  }
  Offset blanks = 0;
  while (blanks < indentation % 4 && i + blanks < size_ && text_[i + blanks] == ' ') ++blanks;
  if (blanks < indentation % 4 && match_indent(i) == i) return false;
  const Offset eol = line_end(from);
  while (i < eol && is_space(text_[i])) ++i;
  return i < eol;
}

// lazy_re: a line with text that does not end lazy text.
bool BlockParser::matches_lazy_line(Offset from, Offset indentation) {
  const Offset limit = std::min<Offset>(indentation, 3);
  Offset mark = from;
  while (mark < size_ && mark - from < limit && text_[mark] == ' ') ++mark;
  if (mark < size_ && text_[mark] == '{' && match_list(text_, mark, braces_, Behind::line_end)) return false;
  if (mark < size_ && text_[mark] == '<' && ends_lazy_text(text_, mark)) return false;
  const Offset eol = line_end(from);
  Offset i = from;
  while (i < eol && is_space(text_[i])) ++i;
  return i < eol;
}

// Appends the line without `indentation` columns of blanks; tabs at its very beginning become blanks. False:
// it is not indented that far, and is taken as it is.
bool BlockParser::append_item_line(TextBuilder& item, Offset from, Offset end, Offset indentation) const {
  Offset tabs = from;
  while (tabs < end && text_[tabs] == '\t') ++tabs;
  Offset i = tabs;
  const Offset columns = (tabs - from) * 4;
  Offset need = indentation > columns ? indentation - columns : 0;
  while (need > 0 && i < end && text_[i] == ' ') {
    ++i;
    --need;
  }
  if (need > 0) {
    item.insert(std::string(columns, ' '), source_.slice(from, from));
    item.append(source_.slice(tabs, end));
    return false;
  }
  if (columns > indentation) item.insert(std::string(columns - indentation, ' '), source_.slice(from, from));
  item.append(source_.slice(i, end));
  return true;
}

bool BlockParser::parse_list() {
  auto marker = match_list_marker(text_, pos_, 3);
  if (!marker) return false;
  const bool ordered = marker->ordered;
  Element* list = make_block(ordered ? Type::ordered_list : Type::unordered_list);
  TextBuilder builder(state_.arena);
  std::vector<std::vector<Text>> items;
  Offset indentation = 0;
  Offset max_indent = 3;
  bool eob_found = false;
  bool nested_list_found = false;
  bool last_is_blank = false;
  const Text nowhere = source_.slice(pos_, pos_);
  while (pos_ < size_) {
    if (last_is_blank && match_rule(pos_) > pos_) break;
    if (const Offset eob = match_eob(pos_); eob > pos_) {
      pos_ = eob;
      eob_found = true;
      break;
    }
    marker = match_list_marker(text_, pos_, max_indent);
    const Offset end = next_line(pos_);
    if (marker && marker->ordered == ordered) {
      if (!items.empty()) items.back().push_back(builder.finish(nowhere));
      Element* item = state_.make(Type::list_item);
      list->append(item);
      items.emplace_back();
      const Text tail = source_.slice(marker->end, end);
      BraceFinder braces(tail.view());
      FirstLine line = parse_first_list_line(marker->end - pos_, tail, braces);
      take_item_list(line.content, item->list);
      builder.append(line.content);
      indentation = line.indentation;
      max_indent = marker_indent(indentation);
      nested_list_found = match_list_marker(line.content.view(), 0, 3).has_value();
      last_is_blank = false;
      pos_ = end;
    } else if (matches_content_line(pos_, indentation) ||
               (!last_is_blank && matches_lazy_line(pos_, indentation))) {
      TextBuilder line(state_.arena);
      const bool indented = append_item_line(line, pos_, end, indentation);
      const bool starts_list = match_list_marker(line.view(), 0, 3).has_value();
      if (starts_list && !nested_list_found && indented) {
        items.back().push_back(builder.finish(nowhere));
        nested_list_found = true;
      } else if (starts_list && nested_list_found && !indented) {
        builder.insert(std::string(indentation + 4, ' '), source_.slice(pos_, pos_));
      }
      builder.append(line.finish(nowhere));
      last_is_blank = false;
      pos_ = end;
    } else if (const Offset blank = match_blank_lines(pos_); blank > pos_) {
      nested_list_found = true;
      last_is_blank = true;
      builder.append(source_.slice(pos_, blank));
      pos_ = blank;
    } else {
      break;
    }
  }
  items.back().push_back(builder.finish(nowhere));
  tree_->append(list);
  finish_list(*list, items, eob_found);
  return true;
}

// Reads the items, and decides which first paragraphs are shown without <p>.
void BlockParser::finish_list(Element& list, std::vector<std::vector<Text>>& items, bool eob_found) {
  Element* last = nullptr;
  std::size_t index = 0;
  // An item before this one does not begin with a paragraph, or with a transparent one.
  bool other_first = false;
  for (Element* item = list.first; item != nullptr; item = item->next, ++index) {
    for (const Text& part : items[index]) parse_nested(*item, part);
    Element* first = item->first;
    if (first == nullptr) {
      other_first = true;
      continue;
    }
    // The boundary that an attribute list leaves behind the first paragraph.
    if (first->type == Type::paragraph && first->next != nullptr && first->next->type == Type::eob &&
        first->list != nullptr) {
      item->remove(first->next);
    }
    const bool is_last = item == list.last;
    const Element* second = first->next;
    if (first->type == Type::paragraph &&
        (second == nullptr || second->type != Type::blank ||
         (is_last && second->next == nullptr && !eob_found)) &&
        (!is_last || list.first == list.last || other_first)) {
      if (second != nullptr && second->type != Type::blank) add_line_end(state_, *first);
      first->flag = true;
    }
    last = item->last->type == Type::blank ? item->pop() : nullptr;
    const Element* kept = item->first;
    other_first = other_first || kept == nullptr || kept->type != Type::paragraph || kept->flag;
  }
  if (last != nullptr && !eob_found) tree_->append(last);
  if (!state_.gfm()) return;
  for (Element* item = list.first; item != nullptr; item = item->next) find_task(*item);
}

// `[ ]` or `[x]` at the start of an item becomes a checkbox.
void BlockParser::find_task(Element& item) {
  if (item.first == nullptr || item.first->type != Type::paragraph || item.first->first == nullptr) return;
  Text& text = item.first->first->text;
  const std::string_view view = text.view();
  Offset i = 0;
  while (i < text.size && is_space(view[i])) ++i;
  if (i + 3 >= text.size || view[i] != '[' || view[i + 2] != ']' || !is_space(view[i + 3])) return;
  if (view[i + 1] != ' ' && view[i + 1] != 'x' && view[i + 1] != 'X') return;
  Offset end = i + 3;
  while (end < text.size && is_space(view[end])) ++end;
  TextBuilder builder(state_.arena);
  builder.insert("<input type=\"checkbox\" />", text.slice(i, i));
  builder.append(text.slice(end, text.size));
  text = builder.finish(text);
}

bool BlockParser::parse_definition_list() {
  auto marker = match_definition_marker(pos_, 3);
  if (!marker) return false;
  Element* paragraph = tree_->last;
  if (paragraph == nullptr) return false;
  if (paragraph->type != Type::paragraph &&
      (paragraph->previous == nullptr || paragraph->type != Type::blank || !paragraph->flag ||
       paragraph->previous->type != Type::paragraph)) {
    return false;
  }
  Element* list = make_block(Type::definition_list);
  bool first_as_para = false;
  paragraph = tree_->pop();
  if (paragraph->type == Type::blank) {
    paragraph = tree_->pop();
    first_as_para = true;
  }
  const Text terms = paragraph->first != nullptr ? paragraph->first->text : source_.slice(pos_, pos_);
  const std::string_view view = terms.view();
  // String#split drops empty lines at the end, not those between.
  for (Offset i = 0; i < terms.size;) {
    std::size_t eol = view.find('\n', i);
    if (eol == std::string_view::npos) eol = terms.size;
    Element* term = state_.make(Type::term);
    Text content = terms.slice(i, static_cast<Offset>(eol));
    take_item_list(content, term->list);
    term->header = state_.arena.make<HeaderData>();
    Element* raw = state_.make(Type::raw_text);
    raw->text = content;
    term->append(raw);
    list->append(term);
    i = static_cast<Offset>(eol) + 1;
  }
  list->list = paragraph->list;

  TextBuilder builder(state_.arena);
  const Text nowhere = source_.slice(pos_, pos_);
  std::vector<Text> contents;
  std::vector<bool> as_paragraph;
  Element* description = nullptr;
  Offset indentation = 0;
  Offset max_indent = 3;
  bool last_is_blank = false;
  while (pos_ < size_) {
    marker = match_definition_marker(pos_, max_indent);
    const Offset end = next_line(pos_);
    if (marker) {
      if (description != nullptr) contents.push_back(builder.finish(nowhere));
      description = state_.make(Type::description);
      list->append(description);
      as_paragraph.push_back(first_as_para);
      const Text tail = source_.slice(*marker, end);
      BraceFinder braces(tail.view());
      FirstLine line = parse_first_list_line(*marker - pos_, tail, braces);
      take_item_list(line.content, description->list);
      builder.append(line.content);
      indentation = line.indentation;
      max_indent = marker_indent(indentation);
      first_as_para = false;
      last_is_blank = false;
      pos_ = end;
    } else if (match_eob(pos_) > pos_) {
      break;
    } else if (matches_content_line(pos_, indentation) ||
               (!last_is_blank && matches_lazy_line(pos_, indentation))) {
      static_cast<void>(append_item_line(builder, pos_, end, indentation));
      first_as_para = false;
      last_is_blank = false;
      pos_ = end;
    } else if (const Offset blank = match_blank_lines(pos_); blank > pos_) {
      first_as_para = true;
      last_is_blank = true;
      builder.append(source_.slice(pos_, blank));
      pos_ = blank;
    } else {
      break;
    }
  }
  contents.push_back(builder.finish(nowhere));

  Element* last = nullptr;
  std::size_t index = 0;
  for (Element* item = list->first; item != nullptr; item = item->next) {
    if (item->type == Type::term) continue;
    parse_nested(*item, contents[index]);
    const bool para = as_paragraph[index++];
    if (item->first == nullptr) continue;
    last = item->last->type == Type::blank ? item->pop() : nullptr;
    Element* first = item->first;
    if (first != nullptr && first->type == Type::paragraph && !para) {
      if (first->next != nullptr) add_line_end(state_, *first);
      first->flag = true;
    }
  }

  Element* before = tree_->last;
  if (before != nullptr && before->type == Type::blank && before->previous != nullptr &&
      before->previous->type == Type::definition_list) {
    tree_->pop();
    before = tree_->last;
  }
  if (before != nullptr && before->type == Type::definition_list) {
    before->adopt(*list);
  } else {
    tree_->append(list);
  }
  if (last != nullptr) tree_->append(last);
  return true;
}

}  // namespace syntax::kramdown
