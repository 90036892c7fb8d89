// Code, mathematics, entities, quotes and other characters that are not shown as written
// (lib/kramdown/parser/kramdown/{codespan,math,html_entity,smart_quotes,typographic_symbol,escaped_chars}.rb,
// gfm.rb).
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/entities.h"
#include "server/syntax/kramdown/span_parser.h"

namespace syntax::kramdown {

void SpanParser::parse_codespan() {
  const Offset begin = pos_;
  while (at(pos_) == '`') ++pos_;
  const Offset content = pos_;
  const std::string_view delimiter = text_.substr(begin, content - begin);
  const bool simple = delimiter.size() == 1;
  if (simple && (begin == 0 || is_space(text_[begin - 1])) && content < size_ && is_space(text_[content])) {
    add_text(begin, content);
    return;
  }
  std::size_t* hopeless =
      delimiter.size() <= std::size(no_code_from_) ? &no_code_from_[delimiter.size() - 1] : nullptr;
  const std::size_t close =
      hopeless != nullptr && content >= *hopeless ? std::string_view::npos : text_.find(delimiter, content);
  if (close == std::string_view::npos) {
    if (hopeless != nullptr) *hopeless = std::min<std::size_t>(*hopeless, content);
    add_text(begin, content);
    return;
  }
  Offset from = content;
  Offset to = static_cast<Offset>(close);
  pos_ = to + static_cast<Offset>(delimiter.size());
  if (!simple) {
    if (from < to && text_[from] == ' ') ++from;
    if (from < to && text_[to - 1] == ' ') --to;
  }
  notable_ = notable_ || state_.masked;
  Element* code = state_.make(Type::code_span);
  code->text = source_.slice(from, to);
  tree_->append(code);
}

bool SpanParser::parse_inline_math() {
  if (at(pos_ + 1) != '$') return false;
  const std::size_t close = dollars_.find(text_, pos_ + 2U);
  if (close == std::string_view::npos) return false;
  Element* math = state_.make(Type::math);
  math->text = source_.slice(pos_ + 2, static_cast<Offset>(close)).rstripped().lstripped();
  tree_->append(math);
  pos_ = static_cast<Offset>(close) + 2;
  return true;
}

void SpanParser::add_symbol(Type type, std::uint8_t code, Offset begin, Offset end) {
  Element* element = state_.make(type);
  element->code = code;
  element->text = source_.slice(begin, end);
  tree_->append(element);
  pos_ = end;
}

void SpanParser::add_entity(std::uint32_t code_point, Offset begin, Offset end) {
  add_symbol(Type::entity, 0, begin, end);
  tree_->last->number = code_point;
}

bool SpanParser::parse_html_entity() {
  const EntityMatch match = match_entity(text_, pos_);
  if (match.size == 0) return false;
  const Offset begin = pos_;
  const Offset end = begin + static_cast<Offset>(match.size);
  if (match.code_point) {
    add_entity(*match.code_point, begin, end);
    return true;
  }
  add_entity('&', begin, begin + 1);
  add_text(begin + 1, end);
  pos_ = end;
  return true;
}

bool SpanParser::parse_typographic_symbol() {
  if (state_.gfm() && state_.options.gfm_no_auto_typographic) return false;
  const auto starts = [&](std::string_view what) { return text_.substr(pos_, what.size()) == what; };
  const auto add = [&](Symbol symbol, Offset size) {
    add_symbol(Type::symbol, static_cast<std::uint8_t>(symbol), pos_, pos_ + size);
    return true;
  };
  if (starts("---")) return add(Symbol::em_dash, 3);
  if (starts("--")) return add(Symbol::en_dash, 2);
  if (starts("...")) return add(Symbol::ellipsis, 3);
  if (starts("\\<<") || starts("\\>>")) {
    const Offset begin = pos_;
    const auto c = static_cast<std::uint32_t>(text_[begin + 1]);
    add_entity(c, begin, begin + 2);
    add_entity(c, begin + 2, begin + 3);
    return true;
  }
  // A guillemet takes the blank on its inner side.
  if (starts("<< ")) return add(Symbol::left_guillemet, 3);
  if (starts(" >>")) return add(Symbol::right_guillemet, 3);
  if (starts("<<")) return add(Symbol::left_guillemet, 2);
  if (starts(">>")) return add(Symbol::right_guillemet, 2);
  return false;
}

bool SpanParser::parse_escaped_character() {
  const char c = at(pos_ + 1);
  const bool escapable =
      c != '\0' && (std::string_view("\\.*_+`<>()[]{}#!:|\"'$=-").find(c) != std::string_view::npos ||
                    (c == '~' && state_.gfm()));
  // LINE_BREAK comes first.
  if (c == '\\' && at(pos_ + 2) == '\n') {
    add_symbol(Type::line_break, 0, pos_, pos_ + 2);
    return true;
  }
  if (!escapable) return false;
  add_text(pos_ + 1, pos_ + 2);
  pos_ += 2;
  return true;
}

// STRIKETHROUGH_MATCH; what stands inside is parsed as a text of its own.
bool SpanParser::parse_strikethrough() {
  if (!state_.gfm() || at(pos_ + 1) != '~') return false;
  const Offset content = pos_ + 2;
  if (content >= size_ || is_space(text_[content]) || text_[content] == '~' || content >= no_strike_from_)
    return false;
  std::size_t close = text_.find("~~", content + 1U);
  while (close != std::string_view::npos && (is_space(text_[close - 1]) || text_[close - 1] == '~')) {
    close = text_.find("~~", close + 1);
  }
  if (close == std::string_view::npos) {
    no_strike_from_ = content;
    return false;
  }
  const Offset end = static_cast<Offset>(close);
  Element* strike = state_.make(Type::html);
  strike->html = state_.arena.make<HtmlData>("del", source_.to_source(pos_, end + 2));
  tree_->append(strike);
  pos_ = end + 2;
  if (depth_ < max_span_depth && !exhausted()) {
    work_ += end - content;
    if (SpanParser(state_, source_.slice(content, end), depth_ + 1).parse(*strike, SpanParsers::all))
      notable_ = true;
  }
  return true;
}

void SpanParser::add_quote(bool left, char quote, Offset at) {
  const Quote kind = quote == '"' ? (left ? Quote::left_double : Quote::right_double)
                                  : (left ? Quote::left_single : Quote::right_single);
  add_symbol(Type::smart_quote, static_cast<std::uint8_t>(kind), at, at + 1);
}

// SQ_RULES, first match; each rule's expression is repeated before its line.
void SpanParser::parse_smart_quotes() {
  const Offset p = pos_;
  const bool here = is_quote(p);
  const Offset size = here ? 0 : decode(text_, p).size;
  const auto is_word_at = [&](Offset i) { return i < size_ && is_ascii_word(text_[i]); };
  const auto is_word_character_at = [&](Offset i) {
    return i < size_ && is_word_property(decode(text_, i).code_point);
  };
  if (here) {
    const char next = at(p + 1);
    // ("|')(?=[_*]{1,2}\S)
    if ((next == '_' || next == '*') && p + 2 < size_ && !is_space(text_[p + 2]))
      return add_quote(true, text_[p], p);
    // ("|')(?=[[:punct:]](?!\.\.)\B)
    if (p + 1 < size_ &&
        std::string_view("!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~").find(next) != std::string_view::npos &&
        !(at(p + 2) == '.' && at(p + 3) == '.') && (next == '_') == is_word_character_at(p + 2)) {
      return add_quote(false, text_[p], p);
    }
  }
  const bool space = !here && is_space(text_[p]);
  const Offset q = here ? p : p + size;  // the first quote
  const auto add_before = [&] { add_text(p, q); };
  if (here || space) {
    // (\s?)"'(?=\w)  (\s?)'"(?=\w)
    if (is_quote(q + 1) && at(q) != at(q + 1) && is_word_at(q + 2)) {
      add_before();
      add_quote(true, text_[q], q);
      return add_quote(true, text_[q + 1], q + 1);
    }
    // (\s?)'(?=\d\ds)
    if (at(q) == '\'' && is_digit(at(q + 1)) && is_digit(at(q + 2)) && at(q + 3) == 's') {
      add_before();
      return add_quote(false, '\'', q);
    }
  }
  // (\s)('|")(?=\w)
  if (space && is_word_at(q + 1)) {
    add_before();
    return add_quote(true, text_[q], q);
  }
  // ([^ \\\t\r\n\[{(-])('|")
  if (std::string_view(" \\\t\r\n[{(-").find(text_[p]) == std::string_view::npos) {
    const Offset quote = here ? p + 1 : q;
    if (is_quote(quote)) {
      add_text(p, quote);
      return add_quote(false, text_[quote], quote);
    }
  }
  // ("|')(?=\s|s\b|$)
  if (here &&
      (p + 1 >= size_ || is_space(text_[p + 1]) || (text_[p + 1] == 's' && !is_word_character_at(p + 2)))) {
    return add_quote(false, text_[p], p);
  }
  // (.?)'  (.?)"
  add_before();
  add_quote(true, text_[q], q);
}

}  // namespace syntax::kramdown
