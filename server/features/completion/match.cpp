#include "server/features/completion/match.h"

namespace features::completing {
namespace {

char fold(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (fold(text[i]) != fold(start[i])) return false;
  }
  return true;
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (fold(c) >= 'a' && fold(c) <= 'z') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_scattered(std::string_view typed, std::string_view candidate) {
  std::size_t next = 0;
  for (const char c : candidate) {
    if (next < typed.size() && fold(c) == fold(typed[next])) ++next;
  }
  return next == typed.size();
}

}  // namespace

Match match(std::string_view typed, std::string_view candidate) {
  if (starts_with(candidate, typed)) return Match::prefix;
  if (typed.size() > 100) return Match::none;  // nobody searches like that, and it keeps the cost linear
  Match best = is_scattered(typed, candidate) ? Match::scattered : Match::none;
  if (best == Match::none) return best;
  for (std::size_t i = 1; i + typed.size() <= candidate.size(); ++i) {
    if (fold(candidate[i]) != fold(typed.front()) || !starts_with(candidate.substr(i), typed)) continue;
    if (!is_word_byte(candidate[i - 1]) || !is_word_byte(candidate[i])) return Match::word;
    best = Match::inside;
  }
  return best;
}

}  // namespace features::completing
