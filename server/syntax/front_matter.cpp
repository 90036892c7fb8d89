#include "server/syntax/front_matter.h"

#include <algorithm>

#include "server/syntax/yaml/parse.h"
#include "server/text/ascii.h"

namespace syntax {
namespace {

using text::is_space;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Ruby's `\s`.

text::Offset to_offset(std::size_t offset) {
  return static_cast<text::Offset>(offset);
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) {
    ++at;
  }
  return at;
}

// First byte behind the line that holds `at`.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t newline = text.find('\n', at);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

text::Range without_line_end(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(text.find('\n', begin), text.size());
  if (end > begin && text[end - 1] == '\r') {
    --end;
  }
  return {to_offset(begin), to_offset(end)};
}

// `(---|\.\.\.)\s*$\n?` at the start of a line: where the match ends, or npos. The blanks run over line ends,
// so that the match takes all blank lines behind the delimiter, and stops before the first line with text.
std::size_t end_of_closing_delimiter(std::string_view text, std::size_t line) {
  const std::string_view marks = text.substr(line, 3);
  if (marks != "---" && marks != "...") {
    return std::string_view::npos;
  }
  const std::size_t end = skip_space(text, line + 3);
  if (end == text.size()) {
    return end;
  }
  const std::size_t newline = text.substr(line + 3, end - line - 3).rfind('\n');
  return newline == std::string_view::npos ? std::string_view::npos : line + 3 + newline + 1;
}

// A line that plainly belongs to front matter: `word:` and then a blank or nothing.
bool looks_like_entry(std::string_view text, std::size_t line) {
  std::size_t at = line;
  while (at < text.size() && text[at] != ':' && !is_space(text[at])) {
    ++at;
  }
  return at > line && at < text.size() && text[at] == ':' && text[line] != '#' &&
         (at + 1 == text.size() || is_space(text[at + 1]));
}

// Where a block that was never closed was meant to end.
std::size_t end_of_open_block(std::string_view text, std::size_t begin) {
  std::size_t line = begin;
  while (line < text.size()) {
    const std::size_t next = next_line(text, line);
    if (skip_space(text, line) >= next) {
      std::size_t following = next;
      while (following < text.size() && skip_space(text, following) >= next_line(text, following)) {
        following = next_line(text, following);
      }
      if (following >= text.size() || !looks_like_entry(text, following)) {
        return line;
      }
      line = following;
    } else {
      line = next;
    }
  }
  return text.size();
}

Value empty_mapping(text::Range range) {
  return {Mapping{}, range};
}

}  // namespace

FrontMatter parse_front_matter(std::string_view text) {
  FrontMatter front_matter;
  front_matter.data = empty_mapping({});
  front_matter.recovered = front_matter.data;
  front_matter.has_byte_order_mark = text.starts_with(byte_order_mark);
  const std::size_t begin = front_matter.has_byte_order_mark ? byte_order_mark.size() : 0;
  front_matter.content = to_offset(begin);
  if (text.substr(begin, 3) != "---") {
    return front_matter;
  }
  // `---\s*\n`: blanks alone up to the line's end, which there must be.
  const std::size_t yaml = next_line(text, begin);
  if (text[yaml - 1] != '\n' || skip_space(text, begin + 3) < yaml) {
    return front_matter;
  }
  front_matter.has_header = begin == 0;
  front_matter.open = without_line_end(text, begin);

  std::size_t line = yaml;
  std::size_t content = std::string_view::npos;
  while (line < text.size()) {
    content = end_of_closing_delimiter(text, line);
    if (content != std::string_view::npos) {
      break;
    }
    line = next_line(text, line);
  }
  if (content != std::string_view::npos) {
    front_matter.state = FrontMatter::State::present;
    front_matter.close = without_line_end(text, line);
    front_matter.content = to_offset(content);
  } else {
    front_matter.state = FrontMatter::State::not_closed;
    line = end_of_open_block(text, yaml);
  }
  front_matter.yaml = {to_offset(yaml), to_offset(line)};

  // Jekyll hands the opening line to YAML as well, and it counts: without it a `%` would begin a directive.
  front_matter.tree = yaml::parse(text.substr(begin, line - begin), to_offset(begin));
  if (front_matter.tree.root.kind == yaml::Node::Kind::mapping) {
    front_matter.recovered = to_value(front_matter.tree.root);
    if (front_matter.state == FrontMatter::State::present && front_matter.tree.valid) {
      front_matter.data = front_matter.recovered;
    }
  }
  return front_matter;
}

}  // namespace syntax
