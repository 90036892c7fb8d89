#include "server/syntax/yaml/source.h"

#include <algorithm>

#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace syntax::yaml {
namespace {

using text::is_blank_or_line_end;

// A tab is something to see where YAML complains about it.
constexpr bool is_invisible(char c) {
  return is_blank_or_line_end(c) && c != '\t';
}

}  // namespace

Source::Source(std::string_view text, text::Offset base) : text_(text), base_(base) {
  if (text::is_ascii(text)) {
    return;
  }
  // No branches: where the code points of a Korean text begin is nothing that a processor can guess.
  code_points_.resize(text.size());
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    code_points_[count] = static_cast<text::Offset>(at);
    count += text::is_continuation(text[at]) ? 0U : 1U;
  }
  code_points_.resize(count);
}

text::Offset Source::offset(std::size_t code_point) const {
  if (code_points_.empty()) {
    return static_cast<text::Offset>(std::min(code_point, text_.size()));
  }
  return code_point < code_points_.size() ? code_points_[code_point] : size();
}

text::Offset Source::skip_properties(text::Offset begin, text::Offset end, int count) const {
  text::Offset at = begin;
  for (; count > 0 && at < end && (text_[at] == '&' || text_[at] == '!'); --count) {
    while (at < end && !is_blank_or_line_end(text_[at])) {
      ++at;
    }
    while (at < end && (is_blank_or_line_end(text_[at]) || text_[at] == '#')) {
      if (text_[at] == '#') {
        at = static_cast<text::Offset>(std::min<std::size_t>(text_.find('\n', at), end));
      } else {
        ++at;
      }
    }
  }
  return at;
}

text::Offset Source::trim_end(text::Offset begin, text::Offset end) const {
  while (end > begin && is_blank_or_line_end(text_[end - 1])) {
    --end;
  }
  return end;
}

text::Range Source::problem_range(text::Offset place) const {
  if (text_.empty()) {
    return in_document({0, 0});
  }
  text::Offset begin = std::min(place, size());
  if (begin == size() || is_invisible(text_[begin])) {
    begin = trim_end(0, begin);
    if (begin == 0) {
      return in_document({0, 1});
    }
    do {
      --begin;
    } while (begin > 0 && text::is_continuation(text_[begin]));
  }
  text::Offset end = begin + 1;
  while (end < size() && text::is_continuation(text_[end])) {
    ++end;
  }
  return in_document({begin, end});
}

}  // namespace syntax::yaml
