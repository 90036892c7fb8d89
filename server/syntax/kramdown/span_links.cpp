// Links and images (lib/kramdown/parser/kramdown/{link,autolink,footnote}.rb).
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/span_parser.h"

namespace syntax::kramdown {
namespace {

constexpr unsigned bracket_kind = 4;

// ESCAPED_CHARS: what a backslash can stand before.
bool is_escapable(char c) {
  return std::string_view("\\.*_+`<>()[]{}#!:|\"'$=-").find(c) != std::string_view::npos;
}

}  // namespace

bool SpanParser::parse_footnote_marker() {
  if (at(pos_ + 1) != '^') return false;
  const Offset name = pos_ + 2;
  const Offset name_end = scan_id_name(text_, name);
  if (name_end == name || at(name_end) != ']') return false;
  const auto found = state_.footnotes.find(text_.substr(name, name_end - name));
  const Offset begin = pos_;
  pos_ = name_end + 1;
  if (found == state_.footnotes.end()) {
    add_text(begin, pos_);
    return true;
  }
  Element* marker = state_.make(Type::footnote);
  marker->text = source_.slice(begin, pos_);
  marker->footnote = found->second;
  notable_ = true;
  tree_->append(marker);
  return true;
}

bool SpanParser::parse_autolink() {
  const Offset begin = pos_ + 1;
  const std::string_view rest = text_.substr(begin, 8);
  Offset colon = 0;
  for (const std::string_view scheme : {"mailto:", "http:", "https:", "ftp:", "ftps:"}) {
    if (rest.starts_with(scheme)) colon = begin + static_cast<Offset>(scheme.size());
  }
  Offset end = 0;
  if (colon != 0) {
    const std::size_t close = greater_.find(text_, colon + 1U);
    if (close != std::string_view::npos &&
        text_.substr(colon, close - colon).find('\n') == std::string_view::npos) {
      end = static_cast<Offset>(close);
    }
  }
  const bool mail = end == 0;
  if (mail) {
    const auto at_sign = static_cast<Offset>(skip_name_characters(text_, begin));
    if (at_sign == begin || at(at_sign) != '@') return false;
    end = static_cast<Offset>(skip_name_characters(text_, at_sign + 1));
    if (end == at_sign + 1 || at(end) != '>') return false;
  }
  const std::string_view address = text_.substr(begin, end - begin);
  Element* link = state_.make(Type::link);
  link->link = state_.arena.make<LinkData>();
  link->link->kind = Link::Kind::autolink;
  link->link->range = source_.to_source(pos_, end + 1);
  link->link->text = link->link->href_range = source_.to_source(begin, end);
  link->link->href = mail ? state_.arena.copy("mailto:" + std::string(address)) : address;
  notable_ = true;
  const bool prefixed = address.starts_with("mailto:");
  tree_->append(link);
  Element* const tree = tree_;
  tree_ = link;
  add_text(begin + (prefixed ? 7 : 0), end);
  tree_ = tree;
  pos_ = end + 1;
  return true;
}

// LINK_START: `[` or `![` before anything but `^`.
bool SpanParser::parse_link() {
  const Offset begin = pos_;
  const bool image = text_[pos_] == '!';
  const Offset content = begin + (image ? 2 : 1);
  if ((image && at(begin + 1) != '[') || content >= size_ || text_[content] == '^') return false;
  const auto keep_as_text = [&] {
    pos_ = content;
    add_text(begin, content);
    return true;
  };
  if (exhausted() || depth_ >= max_span_depth || (!image && chain_.link)) return keep_as_text();
  const Chain outer = chain_;
  Chain inner = chain_;
  inner.link = true;
  if (const Offset* close = recall(key(content, bracket_kind, inner)); close != nullptr) {
    if (*close == no_close || !find_target(content, *close)) return keep_as_text();
  }
  const Arena::Mark mark = state_.arena.mark();
  Element* element = state_.make(image ? Type::image : Type::link);
  Stop stop;
  stop.kind = Stop::Kind::bracket;
  stop.base = brackets_.size();
  pos_ = content;
  chain_ = inner;
  const bool found = parse_spans(*element, stop, SpanParsers::all);
  chain_ = outer;
  const Offset close = pos_;
  const auto target = found ? find_target(content, close) : std::nullopt;
  if (!target) {
    remember(key(content, bracket_kind, inner), found ? close : no_close);
    state_.arena.release(mark);
    return keep_as_text();
  }
  pos_ = target->end;
  notable_ = true;
  element->link = state_.arena.make<LinkData>(target->data);
  element->link->range = source_.to_source(begin, pos_);
  element->link->text = source_.to_source(content, close);
  if (target->data.definition >= 0) {
    // The attributes of the definition come first: the address wins over theirs.
    const auto& label = state_.result.definitions[static_cast<std::size_t>(target->data.definition)].label;
    const Element* boundary = state_.link_definitions.find(label)->second.boundary;
    if (boundary->list != nullptr) apply_attributes(state_, *element, *boundary->list);
    const std::string_view name = image ? "src" : "href";
    if (element->find(name) != nullptr) set_attribute(state_, *element, {name, {}, {}, false, nullptr});
  }
  if (image) {
    element->first = element->last = nullptr;
    ++tree_->number;
    // A link text around it has counted its bracket as open.
    if (!brackets_.empty() && brackets_.back().first == content) brackets_.pop_back();
  }
  tree_->append(element);
  return true;
}

// What follows the text in brackets.
std::optional<SpanParser::Target> SpanParser::find_target(Offset content, Offset close) {
  Target target;
  Offset i = close + 1;
  while (i < size_ && is_space(text_[i])) ++i;
  if (at(i) == '[') {
    const std::size_t label_end = text_.find(']', i + 1U);
    if (label_end != std::string_view::npos) {
      target.end = static_cast<Offset>(label_end) + 1;
      const bool named = label_end > i + 1U;
      target.data.href_range = named ? source_.to_source(i + 1, target.end - 1) : Range{};
      const auto found =
          named ? find_reference(target, i + 1, target.end - 1) : find_reference(target, content, close);
      if (!found && i == close + 1) add_trap(Trap::Kind::undefined_label, content, target.end, i);
      return found;
    }
  }
  const Offset open = close + 1;
  if (at(open) != '(') {
    target.end = open;
    const auto found = find_reference(target, content, close);
    if (!found && is_blank(at(open)) && at(open + 1) == '(')
      add_trap(Trap::Kind::spaced_link, content, open + 2, open);
    return found;
  }
  // (<address>), with nothing but a title behind it.
  if (at(open + 1) == '<') {
    const std::size_t greater = greater_.find(text_, open + 2U);
    if (greater != std::string_view::npos &&
        text_.substr(open + 2, greater - open - 2).find('\n') == std::string_view::npos) {
      const auto end = static_cast<Offset>(greater);
      target.data.href = text_.substr(open + 2, end - open - 2);
      target.data.href_range = source_.to_source(open + 2, end);
      if (at(end + 1) == ')') {
        target.end = end + 2;
        return target;
      }
      const auto title = match_title(end + 1);
      if (!title) return std::nullopt;
      target.end = *title;
      return target;
    }
  }
  // Up to the balancing parenthesis, or to white space before a quote.
  Offset depth = 0;
  Offset stop = open;
  bool blank_before_quote = false;
  for (; stop < size_; ++stop) {
    const char c = text_[stop];
    if (c > ')') continue;  // most of an address
    if (c == '(') {
      ++depth;
    } else if (c == ')') {
      if (--depth == 0) break;
    } else if (is_space(c) && is_quote(stop + 1)) {
      blank_before_quote = true;
      break;
    }
  }
  work_ += stop - open;
  if (stop >= size_) return std::nullopt;
  Offset address = open + 1;
  Offset address_end = stop;
  while (address_end > address && (is_space(text_[address_end - 1]) || text_[address_end - 1] == '\0'))
    --address_end;
  while (address < address_end && is_space(text_[address])) ++address;
  target.data.href = text_.substr(address, address_end - address);
  target.data.href_range = source_.to_source(address, address_end);
  target.end = stop + 1;
  if (blank_before_quote) {
    const auto title = match_title(stop + 1);
    if (!title) return std::nullopt;
    target.end = *title;
  }
  return target;
}

// `content` is behind the opening bracket, `part` the rest from the closing one's end on. A text that is
// parsed more than once brings its traps as often.
void SpanParser::add_trap(Trap::Kind kind, Offset content, Offset end, Offset part) {
  state_.result.traps.push_back({kind, source_.to_source(content - 1, end), source_.to_source(part, end)});
}

// `[label]`: unescaped, normalised and looked up.
std::optional<SpanParser::Target> SpanParser::find_reference(Target target, Offset content, Offset close) {
  if (state_.link_definitions.empty()) return std::nullopt;
  const bool own_text = target.data.href_range.empty();
  std::string label;
  for (Offset i = content; i < close; ++i) {
    if (own_text && text_[i] == '\\' && i + 1 < close && is_escapable(text_[i + 1])) ++i;
    // Letters shrink at most threefold when they become small.
    if (label.size() > 3 * state_.longest_label + 8) return std::nullopt;
    if (is_space(text_[i]) && !label.empty() && is_space(label.back())) continue;
    label += text_[i];
  }
  const auto found = state_.link_definitions.find(normalize_label(label));
  if (found == state_.link_definitions.end()) return std::nullopt;
  if (own_text) target.data.href_range = source_.to_source(content, close);
  target.data.kind = Link::Kind::reference;
  target.data.href = found->second.href;
  target.data.definition = found->second.index;
  return target;
}

// LINK_INLINE_TITLE_RE; gives the offset behind the closing parenthesis.
std::optional<Offset> SpanParser::match_title(Offset from) {
  Offset open = from;
  while (open < size_ && is_space(text_[open])) ++open;
  if (!is_quote(open)) return std::nullopt;
  const char quote = text_[open];
  std::size_t& hopeless = no_title_from_[quote == '"' ? 0 : 1];
  const std::size_t first = open + 2U;
  if (first >= hopeless) return std::nullopt;
  for (std::size_t i = text_.find(quote, first); i != std::string_view::npos; i = text_.find(quote, i + 1)) {
    std::size_t end = i + 1;
    while (end < size_ && is_space(text_[end])) ++end;
    if (end < size_ && text_[end] == ')') return static_cast<Offset>(end + 1);
  }
  hopeless = first;
  return std::nullopt;
}

}  // namespace syntax::kramdown
