#include "server/features/knowledge/plain_text.h"

#include <algorithm>

namespace features {
namespace {

// The backquotes or tildes of a fence; empty where there are fewer than three, or a code span begins.
std::string_view fence_at(std::string_view line) {
  std::size_t length = 0;
  while (length < line.size() && line[length] == line.front()) ++length;
  const bool span = line.substr(0, line.find('\n')).find('`', length) != std::string_view::npos;
  const bool fence = length >= 3 && !span && (line.front() == '`' || line.front() == '~');
  return fence ? line.substr(0, length) : std::string_view();
}

// The code span that begins at `at`; returns where it ends. Backquotes that are never closed stand for
// themselves.
std::size_t add_code(std::string_view markdown, std::size_t at, std::string& text) {
  std::size_t begin = at;
  while (begin < markdown.size() && markdown[begin] == '`') ++begin;
  const std::string_view fence = markdown.substr(at, begin - at);
  const std::size_t end = markdown.find(fence, begin);
  if (end == std::string_view::npos) {
    text += fence;
    return begin;
  }
  std::string_view code = markdown.substr(begin, end - begin);
  if (fence.size() > 1 && code.size() > 2 && code.starts_with(' ') && code.ends_with(' '))
    code = code.substr(1, code.size() - 2);
  text += code;
  return end + fence.size();
}

// "[text](address)"; a bracket that begins no link stands for itself.
std::size_t add_link(std::string_view markdown, std::size_t at, std::string& text) {
  const std::size_t middle = markdown.find("](", at);
  const std::size_t end = markdown.find_first_of(")\n", std::min(middle, markdown.size()));
  const bool link = middle != std::string_view::npos && end != std::string_view::npos &&
                    markdown[end] == ')' && markdown.find_first_of("[\n", at + 1) > middle;
  if (!link) {
    text += '[';
    return at + 1;
  }
  text += plain_text(markdown.substr(at + 1, middle - at - 1));
  text += ": ";
  text += markdown.substr(middle + 2, end - middle - 2);
  return end + 1;
}

}  // namespace

std::string plain_text(std::string_view markdown) {
  std::string text;
  std::size_t at = 0;
  std::string_view fence;  // that opened the block around `at`
  while (at < markdown.size()) {
    const bool line_start = at == 0 || markdown[at - 1] == '\n';
    const std::string_view mark = line_start ? fence_at(markdown.substr(at)) : std::string_view();
    if (!mark.empty() && (fence.empty() || mark == fence)) {
      fence = fence.empty() ? mark : std::string_view();
      at = std::min(markdown.find('\n', at), markdown.size() - 1) + 1;
      continue;
    }
    const char c = markdown[at];
    if (!fence.empty()) {
      text += c;
      ++at;
    } else if (c == '\\' && at + 1 < markdown.size()) {
      text += markdown[at + 1];
      at += 2;
    } else if (c == '`') {
      at = add_code(markdown, at, text);
    } else if (markdown.substr(at).starts_with("**")) {
      at += 2;
    } else if (c == '[') {
      at = add_link(markdown, at, text);
    } else {
      text += c;
      ++at;
    }
  }
  return text;
}

}  // namespace features
