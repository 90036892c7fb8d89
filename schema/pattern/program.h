// What a pattern is compiled to: a non-deterministic automaton (Thompson's) as a list of instructions. Knows
// neither how a pattern is written nor how a program is run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "schema/pattern/characters.h"

namespace schema::pattern {

// A program takes eight bytes for each.
inline constexpr std::size_t max_instructions = 50'000;
// No longer text is matched.
inline constexpr std::size_t max_text_bytes = 20'000;

struct Instruction {
  enum class Op : std::uint8_t {
    character,  // reads the character `value`
    set,        // reads a character of the set number `value`
    split,      // goes on behind itself, and `value` instructions further as well
    jump,       // goes on `value` instructions further
    // Read nothing; go on where it is true that here is
    text_begin,
    text_end,
    word_boundary,
    no_word_boundary,
    look,     // a place where the look-around number `value` holds
    no_look,  // and where it does not
  };
  Op op;
  std::int32_t value = 0;
};

// Distances are relative: code may be copied and joined as it is. Behind its last instruction it has matched.
using Code = std::vector<Instruction>;

// Reading from the end of the text to its beginning, look-ahead becomes the same as look-behind: the places
// where a match ends are those where it holds.
enum class Direction : std::uint8_t { forward, backward };

struct LookAround {
  Code code;
  Direction direction = Direction::forward;
};

struct Program {
  Code code;
  std::vector<CharacterSet> sets;
  std::vector<LookAround> looks;  // each uses only those before it
};

struct Count {
  static constexpr std::uint32_t no_limit = UINT32_MAX;
  std::uint32_t least = 1, most = 1;
};

// Makes a program by a stack of fragments: some functions push one, the others replace the latest ones by
// what they make of them.
class Builder {
 public:
  void push_empty();
  void push_character(char32_t character);
  void push_set(CharacterSet set);
  void push_assertion(Instruction::Op op);

  // Two fragments: one, then the other, of a part that is read in this direction.
  void join(Direction direction);
  // So many fragments (at least one): any of them.
  void choose(std::size_t count);
  // One fragment: as often as said.
  void repeat(Count count);
  // One fragment: becomes a look-around.
  void look(Direction direction, bool negated);

  // The one fragment that is left; nullopt if something became longer than max_instructions.
  [[nodiscard]] std::optional<Program> finish();

 private:
  [[nodiscard]] Code pop();
  void push(Code code);

  Program program_;
  std::vector<Code> fragments_;
  std::size_t size_ = 0;  // instructions in fragments and look-arounds
  bool too_long_ = false;
};

}  // namespace schema::pattern
