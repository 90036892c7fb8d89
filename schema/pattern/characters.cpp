#include "schema/pattern/characters.h"

#include <algorithm>

namespace schema::pattern {
namespace {

constexpr char32_t greatest = 0x10FFFF;

}  // namespace

void CharacterSet::add(char32_t first, char32_t last) {
  const auto begin = std::find_if(ranges_.begin(), ranges_.end(),
                                  [&](const Range& range) { return range.last + 1 >= first; });
  const auto end =
      std::find_if(begin, ranges_.end(), [&](const Range& range) { return range.first > last + 1; });
  if (begin != end) {
    first = std::min(first, begin->first);
    last = std::max(last, std::prev(end)->last);
  }
  ranges_.insert(ranges_.erase(begin, end), {first, last});
}

void CharacterSet::add(const CharacterSet& other) {
  for (const Range& range : other.ranges_) add(range.first, range.last);
}

CharacterSet CharacterSet::complement() const {
  CharacterSet others;
  char32_t next = 0;
  for (const Range& range : ranges_) {
    if (range.first > next) others.ranges_.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= greatest) others.ranges_.push_back({next, greatest});
  return others;
}

bool CharacterSet::contains(char32_t character) const {
  const auto range = std::partition_point(ranges_.begin(), ranges_.end(),
                                          [&](const Range& candidate) { return candidate.last < character; });
  return range != ranges_.end() && range->first <= character;
}

CharacterSet digits() {
  CharacterSet set;
  set.add('0', '9');
  return set;
}

CharacterSet word_characters() {
  CharacterSet set = digits();
  set.add('A', 'Z');
  set.add('_', '_');
  set.add('a', 'z');
  return set;
}

// WhiteSpace, whose last line is Unicode's general category Zs, and LineTerminator.
CharacterSet spaces() {
  CharacterSet set = line_ends();
  set.add('\t', '\t');
  set.add('\v', '\f');
  set.add(0xFEFF, 0xFEFF);
  for (const char32_t space : {0x20U, 0xA0U, 0x1680U, 0x202FU, 0x205FU, 0x3000U}) set.add(space, space);
  set.add(0x2000, 0x200A);
  return set;
}

CharacterSet line_ends() {
  CharacterSet set;
  set.add('\n', '\n');
  set.add('\r', '\r');
  set.add(0x2028, 0x2029);
  return set;
}

bool is_word_character(char32_t character) {
  return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
         character == '_' || (character >= 'a' && character <= 'z');
}

}  // namespace schema::pattern
