// What lines look like: kramdown's small regular expressions by hand.
#include <algorithm>

#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {

Offset BlockParser::line_end(Offset from) const {
  if (from >= size_) return size_;
  const void* found = std::memchr(text_.data() + from, '\n', size_ - from);
  if (found == nullptr) return size_;
  return static_cast<Offset>(static_cast<const char*>(found) - text_.data());
}

Offset BlockParser::skip_indent(Offset from) const {
  const Offset limit = std::min<Offset>(from + 3, size_);
  while (from < limit && text_[from] == ' ') ++from;
  return from;
}

Offset BlockParser::skip_blanks(Offset from) const {
  while (from < size_ && is_blank(text_[from])) ++from;
  return from;
}

// BLANK_LINE, any number of them.
Offset BlockParser::match_blank_lines(Offset from) const {
  Offset end = from;
  for (Offset i = from; i < size_ && is_space(text_[i]); ++i) {
    if (text_[i] == '\n') end = i + 1;
  }
  return end;
}

// INDENT.
Offset BlockParser::match_indent(Offset from) const {
  if (from < size_ && text_[from] == '\t') return from + 1;
  return text_.substr(from, 4) == "    " ? from + 4 : from;
}

// EOB_MARKER.
Offset BlockParser::match_eob(Offset from) const {
  if (from >= size_ || text_[from] != '^') return from;
  Offset i = from + 1;
  while (i < size_ && is_space(text_[i]) && text_[i] != '\n') ++i;
  return i < size_ && text_[i] == '\n' ? i + 1 : from;
}

// HR_START.
Offset BlockParser::match_rule(Offset from) const {
  Offset i = skip_indent(from);
  if (i >= size_) return from;
  const char mark = text_[i];
  if (mark != '*' && mark != '-' && mark != '_') return from;
  unsigned count = 0;
  for (; i < size_ && (text_[i] == mark || is_blank(text_[i])); ++i) count += text_[i] == mark ? 1U : 0U;
  return count >= 3 && i < size_ && text_[i] == '\n' ? i + 1 : from;
}

// INDENT[ \t]*\S.*\n
bool BlockParser::is_indented_code(Offset from) const {
  const Offset indent = match_indent(from);
  if (indent == from) return false;
  const Offset i = skip_blanks(indent);
  return i < size_ && !is_space(text_[i]);
}

bool BlockParser::is_list_list(Offset from) {
  const Offset brace = skip_indent(from);
  return brace < size_ && text_[brace] == '{' &&
         match_list(text_, brace, braces_, Behind::line_end).has_value();
}

// LAZY_END.
bool BlockParser::is_lazy_end(Offset from) {
  if (from >= size_) return true;
  const char c = text_[from];
  if (is_ascii_letter(c) || !is_ascii(c)) return false;
  if (is_space(c) && match_blank_lines(from) > from) return true;
  if (c == '^') return match_eob(from) > from;
  const Offset first = skip_indent(from);
  if (first >= size_) return false;
  if (text_[first] == '{') return is_list_list(from);
  return text_[first] == '<' && ends_lazy_text(text_, first);
}

// PARAGRAPH_END, PARAGRAPH_END_GFM.
bool BlockParser::is_paragraph_end(Offset from) {
  if (from >= size_) return true;
  if (is_ascii_letter(text_[from]) || !is_ascii(text_[from])) return false;
  if (is_lazy_end(from)) return true;
  const Offset first = skip_indent(from);
  if (first >= size_) return false;
  if (text_[first] == ':') return match_definition_marker(from, 3).has_value();
  if (!state_.gfm() || !state_.options.gfm_paragraph_end) return false;
  switch (text_[first]) {
    case '>':
      return true;
    case '~':
    case '`': {
      Offset end = first;
      while (end < size_ && (text_[end] == '~' || text_[end] == '`')) ++end;
      return end - first >= 3;
    }
    case '#': {
      if (first != from) return false;
      Offset end = first;
      while (end < size_ && text_[end] == '#') ++end;
      return end - first <= 6 && end < size_ && is_blank(text_[end]);
    }
    default:
      return match_list_marker(text_, from, 3).has_value();
  }
}

// LIST_START with at most `max_indent` blanks before the marker.
std::optional<BlockParser::Marker> BlockParser::match_list_marker(std::string_view text, Offset from,
                                                                  Offset max_indent) const {
  Offset i = from;
  while (i < text.size() && i - from < max_indent && text[i] == ' ') ++i;
  if (i >= text.size()) return std::nullopt;
  Marker marker;
  const char c = text[i];
  if (c == '*' || c == '+' || c == '-') {
    ++i;
  } else if (is_digit(c)) {
    while (i < text.size() && is_digit(text[i])) ++i;
    if (i >= text.size() || text[i] != '.') return std::nullopt;
    ++i;
    marker.ordered = true;
  } else {
    return std::nullopt;
  }
  // kramdown's PATTERN_TAIL lets a pipe stand for the blank.
  if (i >= text.size() || (!is_blank(text[i]) && text[i] != '|')) return std::nullopt;
  marker.end = i;
  return marker;
}

// DEFINITION_LIST_START; gives the offset behind the colon.
std::optional<Offset> BlockParser::match_definition_marker(Offset from, Offset max_indent) const {
  Offset i = from;
  while (i < size_ && i - from < max_indent && text_[i] == ' ') ++i;
  if (i + 1 >= size_ || text_[i] != ':' || (!is_blank(text_[i + 1]) && text_[i + 1] != '|'))
    return std::nullopt;
  return i + 1;
}

std::size_t BlockParser::find_comment_end(std::size_t from) {
  if (from < comment_asked_ || from > comment_end_) {
    comment_asked_ = from;
    comment_end_ = text_.find("-->", from);
  }
  return comment_end_;
}

}  // namespace syntax::kramdown
