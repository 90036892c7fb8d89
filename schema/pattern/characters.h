// Sets of characters, as `.`, `\d` and `[…]` name them in a pattern. Knows nothing but code points.
#pragma once

#include <vector>

namespace schema::pattern {

class CharacterSet {
 public:
  // From `first` to `last`, both included; `first` is not the greater one.
  void add(char32_t first, char32_t last);
  void add(const CharacterSet& other);

  // Every code point that is not in this set.
  [[nodiscard]] CharacterSet complement() const;
  [[nodiscard]] bool contains(char32_t character) const;

 private:
  struct Range {
    char32_t first, last;
  };
  std::vector<Range> ranges_;  // in order, with at least one character between two of them
};

// `\d`, `\w`, `\s` of ECMA 262 (CharacterClassEscape), and what `.` leaves out (LineTerminator).
[[nodiscard]] CharacterSet digits();
[[nodiscard]] CharacterSet word_characters();
[[nodiscard]] CharacterSet spaces();
[[nodiscard]] CharacterSet line_ends();

// Is it one of word_characters()? For `\b`, which asks at every place of a text.
[[nodiscard]] bool is_word_character(char32_t character);

}  // namespace schema::pattern
