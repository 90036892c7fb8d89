#include "schema/pattern/match.h"

#include <algorithm>
#include <utility>

namespace schema::pattern {
namespace {

using Op = Instruction::Op;

// Instructions tried in one match, a fraction of a second: room for a text of 20,000 characters where 1,000
// instructions are reached at each.
constexpr std::size_t max_steps = 20'000'000;

std::size_t longest_code(const Program& program) {
  std::size_t longest = program.code.size();
  for (const LookAround& look : program.looks) longest = std::max(longest, look.code.size());
  return longest;
}

// A place is the number of characters before it.
class Run {
 public:
  Run(const Program& program, std::u32string_view text)
      : program_(program), text_(text), seen_(longest_code(program)) {}

  bool matches() {
    for (const LookAround& look : program_.looks) {
      std::vector<bool> places(text_.size() + 1);
      for_each_end(look.code, look.direction, [&](std::size_t place) {
        places[place] = true;
        return true;
      });
      holds_.push_back(std::move(places));
    }
    bool found = false;
    for_each_end(program_.code, Direction::forward, [&](std::size_t /*place*/) {
      found = true;
      return false;
    });
    return found || steps_ > max_steps;
  }

 private:
  // Begins at every place and calls `visit` with each place where that ends, until it returns false.
  template <typename Visit>
  void for_each_end(const Code& code, Direction direction, Visit visit) {
    waiting_.clear();
    for (std::size_t read = 0; read <= text_.size() && steps_ <= max_steps; ++read) {
      ++round_;
      std::swap(waiting_, reading_);
      waiting_.clear();
      const std::size_t place = direction == Direction::forward ? read : text_.size() - read;
      bool ends = follow(code, 0, place);
      if (!reading_.empty()) {
        const char32_t character = direction == Direction::forward ? text_[place - 1] : text_[place];
        for (const std::size_t at : reading_) {
          if (reads(code[at], character)) ends = follow(code, at + 1, place) || ends;
        }
      }
      if (ends && !visit(place)) return;
    }
  }

  // Puts the instructions that are reached without reading, and read next, in waiting_. True: the end is
  // reached.
  bool follow(const Code& code, std::size_t from, std::size_t place) {
    bool ends = false;
    pending_.push_back(from);
    while (!pending_.empty()) {
      std::size_t at = pending_.back();
      pending_.pop_back();
      while (at < code.size() && seen_[at] != round_) {
        seen_[at] = round_;
        ++steps_;
        const Instruction instruction = code[at];
        if (instruction.op == Op::character || instruction.op == Op::set) {
          waiting_.push_back(at);
          break;
        }
        const std::size_t target = at + static_cast<std::size_t>(std::ptrdiff_t{instruction.value});
        if (instruction.op == Op::jump) {
          at = target;
        } else {
          if (instruction.op == Op::split) {
            pending_.push_back(target);
          } else if (!holds(instruction, place)) {
            break;
          }
          ++at;
        }
      }
      ends = ends || at == code.size();
    }
    return ends;
  }

  [[nodiscard]] bool reads(Instruction instruction, char32_t character) const {
    return instruction.op == Op::character
               ? static_cast<char32_t>(instruction.value) == character
               : program_.sets[static_cast<std::size_t>(instruction.value)].contains(character);
  }

  [[nodiscard]] bool holds(Instruction assertion, std::size_t place) const {
    switch (assertion.op) {
      case Op::text_begin:
        return place == 0;
      case Op::text_end:
        return place == text_.size();
      case Op::word_boundary:
        return is_word_boundary(place);
      case Op::no_word_boundary:
        return !is_word_boundary(place);
      case Op::look:
        return holds_[static_cast<std::size_t>(assertion.value)][place];
      case Op::no_look:
        return !holds_[static_cast<std::size_t>(assertion.value)][place];
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_word_boundary(std::size_t place) const {
    const bool before = place > 0 && is_word_character(text_[place - 1]);
    const bool after = place < text_.size() && is_word_character(text_[place]);
    return before != after;
  }

  const Program& program_;
  std::u32string_view text_;
  std::vector<std::vector<bool>> holds_;  // of each look-around: is it true at this place?
  std::vector<std::size_t> waiting_, reading_, pending_;
  std::vector<std::uint32_t> seen_;  // the round in which each instruction was reached last
  std::uint32_t round_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

bool matches(const Program& program, std::u32string_view text) {
  return Run(program, text).matches();
}

}  // namespace schema::pattern
