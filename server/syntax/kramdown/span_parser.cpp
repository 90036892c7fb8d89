#include "server/syntax/kramdown/span_parser.h"

#include <array>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

// Bytes at which a span may begin or end.
constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> special{};
  for (const char c : std::string_view("*_`<[\"'${&-.>\\~]\n")) special[static_cast<unsigned char>(c)] = true;
  return special;
}
constexpr std::array<bool, 256> special = make_special();

// The next special byte from `from` on, or the text's end. Four steps a round: most of the time that spans
// take goes by here.
std::size_t next_special(std::string_view text, std::size_t from) {
  const auto is_special = [text](std::size_t i) { return special[static_cast<unsigned char>(text[i])]; };
  for (; from + 4 <= text.size(); from += 4) {
    if (is_special(from)) return from;
    if (is_special(from + 1)) return from + 1;
    if (is_special(from + 2)) return from + 2;
    if (is_special(from + 3)) return from + 3;
  }
  while (from < text.size() && !is_special(from)) ++from;
  return from;
}

// Kinds of parses that are remembered.
unsigned emphasis_kind(char delimiter, std::uint8_t size) {
  return (delimiter == '_' ? 2U : 0U) + size - 1U;
}
constexpr unsigned bracket_kind = 4;

}  // namespace

bool parse_spans(State& state, const Text& text, Element& element, SpanParsers parsers) {
  return SpanParser(state, text, 0).parse(element, parsers);
}

SpanParser::SpanParser(State& state, const Text& text, std::uint32_t depth)
    : state_(state),
      source_(text),
      text_(text.view()),
      size_(text.size),
      depth_(depth),
      limit_(std::size_t{16} * text.size + 4096),
      braces_(text.view()),
      no_strike_from_(text.size),
      no_title_from_{text.size, text.size} {
  for (std::size_t& from : no_code_from_) from = text.size;
}

bool SpanParser::parse(Element& element, SpanParsers parsers) {
  Stop none;
  parse_spans(element, none, parsers);
  return notable_;
}

// True when the stop was found; the position is at it then.
bool SpanParser::parse_spans(Element& element, Stop& stop, SpanParsers parsers) {
  Element* const tree = tree_;
  tree_ = &element;
  ++depth_;
  const std::size_t rejected = rejected_.size();
  bool found = false;
  while (pos_ < size_) {
    Offset next = size_;
    if (parsers == SpanParsers::all) {
      next = find_special(stop);
    } else {
      const std::size_t at = text_.find_first_of(parsers == SpanParsers::html         ? "<"
                                                 : parsers == SpanParsers::code_spans ? "`"
                                                                                      : "`<",
                                                 pos_);
      if (at != std::string_view::npos) next = static_cast<Offset>(at);
    }
    work_ += next - pos_ + 1;
    if (next >= size_) {
      if (stop.kind == Stop::Kind::none) {
        add_text(pos_, size_);
        pos_ = size_;
      }
      break;
    }
    add_text(pos_, next);
    pos_ = next;
    if (stop.kind != Stop::Kind::none && matches_stop(stop)) {
      if (is_stop(stop, element)) {
        found = true;
        break;
      }
      if (stop.kind == Stop::Kind::emphasis) {
        const Offset at = pos_;
        if (!parse_special(parsers)) add_character();
        // An opening here would see the same stops as this parse did.
        if (pos_ == at + stop.size || (pos_ == at + 2U && this->at(pos_) != stop.delimiter)) {
          rejected_.push_back(at + stop.size);
        }
        continue;
      }
    }
    if (!parse_special(parsers)) add_character();
  }
  if (!found && stop.kind == Stop::Kind::emphasis) {
    for (std::size_t i = rejected; i < rejected_.size(); ++i) {
      remember(key(rejected_[i], emphasis_kind(stop.delimiter, stop.size), chain_), no_close);
    }
  }
  if (!found && stop.kind == Stop::Kind::bracket) {
    for (std::size_t i = stop.base; i < brackets_.size(); ++i)
      remember(key(brackets_[i].first, bracket_kind, chain_), no_close);
  }
  rejected_.resize(rejected);
  if (stop.kind == Stop::Kind::bracket) brackets_.resize(stop.base);
  --depth_;
  tree_ = tree;
  return found;
}

// The next offset at which kramdown's joined expression of all span starts matches.
Offset SpanParser::find_special(const Stop& stop) const {
  const bool symbols = !(state_.gfm() && state_.options.gfm_no_auto_typographic);
  for (auto i = static_cast<Offset>(next_special(text_, pos_)); i < size_;
       i = static_cast<Offset>(next_special(text_, i + 1U))) {
    switch (text_[i]) {
      case '[':
        return i > pos_ && text_[i - 1] == '!' ? i - 1 : i;
      case '"':
      case '\'':
        return i > pos_ ? i - decode_before(text_.substr(pos_, i - pos_), i - pos_).size : i;
      case '{':
        if (at(i + 1) == ':') return i;
        break;
      case '-':
        if (symbols && at(i + 1) == '-') return i;
        break;
      case '.':
        if (symbols && at(i + 1) == '.' && at(i + 2) == '.') return i;
        break;
      case '>':
        if (symbols && at(i + 1) == '>') return i > pos_ && text_[i - 1] == ' ' ? i - 1 : i;
        break;
      case '~':
        if (state_.gfm() && at(i + 1) == '~') return i;
        break;
      case ']':
        if (stop.kind == Stop::Kind::bracket) return i;
        break;
      case '\n':
        if (i >= pos_ + 2 && text_[i - 1] == ' ' && text_[i - 2] == ' ') return i - 2;
        break;
      default:
        return i;
    }
  }
  return size_;
}

bool SpanParser::matches_stop(const Stop& stop) const {
  switch (stop.kind) {
    case Stop::Kind::none:
      return false;
    case Stop::Kind::emphasis:
      return at(pos_) == stop.delimiter && (stop.size == 1 || at(pos_ + 1) == stop.delimiter);
    case Stop::Kind::bracket:
      return at(pos_) == ']' || at(pos_) == '[' || (at(pos_) == '!' && at(pos_ + 1) == '[');
    case Stop::Kind::tag:
      break;
  }
  if (at(pos_) != '<' || at(pos_ + 1) != '/') return false;
  const std::string_view name = text_.substr(pos_ + 2, stop.name.size());
  if (stop.ignore_case ? !equals_ignoring_ascii_case(name, stop.name) : name != stop.name) return false;
  std::size_t i = pos_ + 2U + stop.name.size();
  while (i < size_ && is_space(text_[i])) ++i;
  return i < size_ && text_[i] == '>';
}

// The blocks that kramdown gives to parse_spans.
bool SpanParser::is_stop(Stop& stop, const Element& element) {
  if (stop.kind == Stop::Kind::tag) return true;
  if (stop.kind == Stop::Kind::bracket) {
    const bool closing = text_[pos_] == ']';
    stop.balance += closing ? -1U : 1U;
    // Images inside have taken their own brackets.
    const std::uint32_t open = stop.balance - element.number;
    if (open == 0) return true;
    if (closing && brackets_.size() > stop.base && brackets_.back().second == open + 1) {
      remember(key(brackets_.back().first, bracket_kind, chain_), pos_);
      brackets_.pop_back();
    } else if (!closing) {
      brackets_.emplace_back(pos_ + (text_[pos_] == '!' ? 2 : 1), open);
    }
    return false;
  }
  if (is_space(text_[pos_ - 1])) return false;
  const Offset behind = pos_ + stop.size;
  if (stop.size == 1 && at(pos_ + 1) == stop.delimiter && at(pos_ + 2) != stop.delimiter) return false;
  if (stop.delimiter == '_' && behind < size_ && is_alphanumeric(decode(text_, behind).code_point))
    return false;
  return element.first != nullptr;
}

// One span at the current place, in kramdown's order of parsers. False: none begins here.
bool SpanParser::parse_special(SpanParsers parsers) {
  const char c = text_[pos_];
  if (parsers != SpanParsers::all) {
    if (c == '`' && parsers != SpanParsers::html) {
      parse_codespan();
      return true;
    }
    return c == '<' && parsers != SpanParsers::code_spans && parse_span_html();
  }
  switch (c) {
    case '*':
    case '_':
      parse_emphasis();
      return true;
    case '`':
      parse_codespan();
      return true;
    case '<':
      if (parse_autolink() || parse_span_html()) return true;
      break;
    case '[':
      if (parse_footnote_marker() || parse_link()) return true;
      break;
    case '!':
      if (parse_link()) return true;
      break;
    default:
      break;
  }
  if (is_quote(pos_) || (c != '\\' && is_quote(pos_ + std::max<Offset>(decode(text_, pos_).size, 1)))) {
    parse_smart_quotes();
    return true;
  }
  switch (c) {
    case '$':
      return parse_inline_math();
    case '{':
      if (at(pos_ + 1) != ':') return false;
      parse_span_extensions();
      return true;
    case '&':
      return parse_html_entity();
    case '-':
    case '.':
    case '<':
    case '>':
      return parse_typographic_symbol();
    case ' ':
      if (at(pos_ + 1) == ' ' && at(pos_ + 2) == '\n') {
        add_symbol(Type::line_break, 0, pos_, pos_ + 2);
        return true;
      }
      return parse_typographic_symbol();
    case '\\':
      return parse_typographic_symbol() || parse_escaped_character();
    case '~':
      return parse_strikethrough();
    default:
      return false;
  }
}

void SpanParser::parse_emphasis() {
  const Offset begin = pos_;
  const char delimiter = text_[begin];
  const std::uint8_t size = at(begin + 1) == delimiter ? 2 : 1;
  pos_ = begin + size;
  bool possible = !exhausted() && depth_ < max_span_depth && !(pos_ < size_ && is_space(text_[pos_]));
  if (possible && delimiter == '_') {
    // Not inside a word, nor behind a word and a hyphen.
    Decoded before = decode_before(text_, begin);
    if (before.code_point == '-' && before.size == 1) before = decode_before(text_, begin - 1);
    possible = before.size == 0 || !is_alphabetic(before.code_point);
  }
  if (!possible || (size == 2 ? chain_.strong : chain_.emphasis)) {
    add_text(begin, pos_);
    return;
  }
  if (parse_emphasis_as(begin + size, size, delimiter)) return;
  if (size == 2 && tree_->type != Type::emphasis && parse_emphasis_as(begin + 1, 1, delimiter)) return;
  pos_ = begin + size;
  add_text(begin, pos_);
}

bool SpanParser::parse_emphasis_as(Offset content, std::uint8_t size, char delimiter) {
  const Chain outer = chain_;
  (size == 2 ? chain_.strong : chain_.emphasis) = true;
  bool found = false;
  if (recall(key(content, emphasis_kind(delimiter, size), chain_)) == nullptr) {
    pos_ = content;
    const Arena::Mark mark = state_.arena.mark();
    Element* element = state_.make(size == 2 ? Type::strong : Type::emphasis);
    Stop stop;
    stop.kind = Stop::Kind::emphasis;
    stop.delimiter = delimiter;
    stop.size = size;
    found = parse_spans(*element, stop, SpanParsers::all);
    if (found) {
      pos_ += size;
      tree_->append(element);
    } else {
      state_.arena.release(mark);
    }
  }
  chain_ = outer;
  return found;
}

void SpanParser::add_text(Offset begin, Offset end) {
  if (begin >= end) return;
  Element* last = tree_->last;
  if (last != nullptr && last->type == Type::text &&
      last->text.data + last->text.size == source_.data + begin) {
    last->text.size += end - begin;
    return;
  }
  Element* text = state_.make(Type::text);
  text->text = source_.slice(begin, end);
  tree_->append(text);
}

void SpanParser::add_character() {
  const Offset end = pos_ + decode(text_, pos_).size;
  add_text(pos_, end);
  pos_ = end;
}

std::uint64_t SpanParser::key(Offset content, unsigned kind, const Chain& chain) const {
  const unsigned bits = (chain.emphasis ? 1U : 0U) + (chain.strong ? 2U : 0U) + (chain.link ? 4U : 0U);
  return (std::uint64_t{content} << 8U) + (kind << 4U) + bits;
}

const Offset* SpanParser::recall(std::uint64_t key) const {
  if (memory_ == nullptr) return nullptr;
  const auto found = memory_->find(key);
  return found == memory_->end() ? nullptr : &found->second;
}

void SpanParser::remember(std::uint64_t key, Offset value) {
  if (memory_ == nullptr) memory_ = std::make_unique<std::unordered_map<std::uint64_t, Offset>>();
  (*memory_)[key] = value;
}

}  // namespace syntax::kramdown
