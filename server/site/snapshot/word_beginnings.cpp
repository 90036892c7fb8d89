#include "server/site/snapshot/word_beginnings.h"

#include <algorithm>

#include "server/text/ascii.h"

namespace site {

using text::is_alphanumeric_byte;

std::vector<std::string> word_beginnings(std::string_view text) {
  std::vector<std::string> result;
  result.reserve(8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_alphanumeric_byte(text[at])) ++at;
    if (at > begin)
      result.push_back(text::ascii_lower(text.substr(begin, at - begin).substr(0, beginning_size)));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::string_view without_short_end(std::string_view typed) {
  std::size_t begin = typed.size();
  while (begin > 0 && is_alphanumeric_byte(typed[begin - 1])) --begin;
  return typed.size() - begin < beginning_size ? typed.substr(0, begin) : typed;
}

}  // namespace site
