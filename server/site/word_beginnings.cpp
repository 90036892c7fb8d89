#include "server/site/word_beginnings.h"

#include <algorithm>

namespace site {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string beginning(std::string_view word) {
  std::string bytes(word.substr(0, beginning_size));
  for (char& c : bytes) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return bytes;
}

}  // namespace

std::vector<std::string> word_beginnings(std::string_view text) {
  std::vector<std::string> result;
  result.reserve(8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    if (at > begin) result.push_back(beginning(text.substr(begin, at - begin)));
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

std::string_view without_short_end(std::string_view typed) {
  std::size_t begin = typed.size();
  while (begin > 0 && is_word_byte(typed[begin - 1])) --begin;
  return typed.size() - begin < beginning_size ? typed.substr(0, begin) : typed;
}

}  // namespace site
