#include "schema/pattern/program.h"

#include <algorithm>
#include <utility>

namespace schema::pattern {
namespace {

using Op = Instruction::Op;

std::int32_t distance(std::size_t instructions) {
  return static_cast<std::int32_t>(instructions);
}

void append(Code& code, const Code& more) {
  code.insert(code.end(), more.begin(), more.end());
}

std::size_t repeated_size(std::size_t size, Count count) {
  if (count.most == Count::no_limit) return size * std::max(count.least, 1U) + 2;
  return size * count.least + (size + 1) * (count.most - count.least);
}

Code repeated(const Code& once, Count count) {
  Code code;
  code.reserve(repeated_size(once.size(), count));
  if (count.most == Count::no_limit) {
    if (count.least == 0) {
      code.push_back({Op::split, distance(once.size() + 2)});
      append(code, once);
      code.push_back({Op::jump, -distance(once.size() + 1)});
    } else {
      for (std::uint32_t i = 0; i < count.least; ++i) append(code, once);
      code.push_back({Op::split, -distance(once.size())});
    }
    return code;
  }
  for (std::uint32_t i = 0; i < count.least; ++i) append(code, once);
  for (std::uint32_t left = count.most - count.least; left > 0; --left) {
    code.push_back({Op::split, distance((once.size() + 1) * left)});
    append(code, once);
  }
  return code;
}

}  // namespace

Code Builder::pop() {
  Code code = std::move(fragments_.back());
  fragments_.pop_back();
  size_ -= code.size();
  return code;
}

void Builder::push(Code code) {
  too_long_ = too_long_ || size_ + code.size() > max_instructions;
  if (too_long_) code.clear();
  size_ += code.size();
  fragments_.push_back(std::move(code));
}

void Builder::push_empty() {
  push({});
}

void Builder::push_character(char32_t character) {
  push({{Op::character, static_cast<std::int32_t>(character)}});
}

void Builder::push_set(CharacterSet set) {
  push({{Op::set, distance(program_.sets.size())}});
  program_.sets.push_back(std::move(set));
}

void Builder::push_assertion(Op op) {
  push({{op}});
}

void Builder::join(Direction direction) {
  Code second = pop();
  Code first = pop();
  if (direction == Direction::backward) std::swap(first, second);
  append(first, second);
  push(std::move(first));
}

void Builder::choose(std::size_t count) {
  const std::size_t first = fragments_.size() - count;
  std::size_t size = 2 * (count - 1);
  for (std::size_t i = first; i < fragments_.size(); ++i) size += fragments_[i].size();
  Code code;
  code.reserve(size);
  for (std::size_t i = first; i + 1 < fragments_.size(); ++i) {
    code.push_back({Op::split, distance(fragments_[i].size() + 2)});
    append(code, fragments_[i]);
    code.push_back({Op::jump, distance(size - code.size())});
  }
  append(code, fragments_.back());
  while (count-- > 0) static_cast<void>(pop());
  push(std::move(code));
}

void Builder::repeat(Count count) {
  const Code once = pop();
  // No text is long enough to tell a greater number from this one.
  constexpr std::uint32_t greatest = max_text_bytes + 1;
  count.least = std::min(count.least, greatest);
  if (count.most >= greatest) count.most = Count::no_limit;
  too_long_ = too_long_ || repeated_size(once.size(), count) > max_instructions;
  push(too_long_ ? Code{} : repeated(once, count));
}

void Builder::look(Direction direction, bool negated) {
  Code code = pop();
  size_ += code.size();
  push({{negated ? Op::no_look : Op::look, distance(program_.looks.size())}});
  program_.looks.push_back({std::move(code), direction});
}

std::optional<Program> Builder::finish() {
  program_.code = pop();
  if (too_long_) return std::nullopt;
  return std::move(program_);
}

}  // namespace schema::pattern
