#include "server/features/completion/match.h"

#include "server/text/ascii.h"

namespace features::completion {
namespace {

using text::ascii_lower;
using text::is_alphanumeric_byte;

bool starts_with(std::string_view text, std::string_view start) {
  return text::equals_ignoring_ascii_case(text.substr(0, start.size()), start);
}

bool is_scattered(std::string_view typed, std::string_view candidate) {
  std::size_t next = 0;
  for (const char c : candidate) {
    if (next < typed.size() && ascii_lower(c) == ascii_lower(typed[next])) ++next;
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
    if (ascii_lower(candidate[i]) != ascii_lower(typed.front()) || !starts_with(candidate.substr(i), typed))
      continue;
    if (!is_alphanumeric_byte(candidate[i - 1]) || !is_alphanumeric_byte(candidate[i])) return Match::word;
    best = Match::inside;
  }
  return best;
}

}  // namespace features::completion
