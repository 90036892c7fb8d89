#include "server/text/line_index.h"

#include <cstring>

#include "server/text/utf8.h"

namespace text {
namespace {

constexpr unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Column units of a character of `size` bytes.
constexpr std::uint32_t units(std::size_t size, Encoding encoding) {
  return encoding == Encoding::utf16 && size == 4 ? 2U : 1U;
}

// Bytes from `at` on, below `end`, that are ASCII: eight at a time.
std::size_t ascii_run(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  const std::size_t begin = at;
  while (at + 8 <= end) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & high_bits) != 0) {
      break;
    }
    at += 8;
  }
  while (at < end && byte_at(text, at) < 0x80) {
    ++at;
  }
  return at - begin;
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : size_(static_cast<Offset>(text.size())) {
  starts_.reserve(text.size() / 32 + 8);
  starts_.push_back(0);
  if (text.empty()) {
    return;
  }
  const bool has_returns = std::memchr(text.data(), '\r', text.size()) != nullptr;
  if (!has_returns) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      starts_.push_back(static_cast<Offset>(at + 1));
    }
    return;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool in_pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (text[at] == '\n' || (text[at] == '\r' && !in_pair)) {
      starts_.push_back(static_cast<Offset>(at + 1));
    }
  }
}

Offset LineIndex::line_start(std::uint32_t line) const {
  return line < starts_.size() ? starts_[line] : size_;
}

Range LineIndex::line_range(std::string_view text, std::uint32_t line) const {
  if (line >= starts_.size()) {
    return {size_, size_};
  }
  const Offset begin = starts_[line];
  Offset end = line_start(line + 1);
  if (line + 1 < starts_.size()) {
    --end;
    if (end > begin && text[end] == '\n' && text[end - 1] == '\r') {
      --end;
    }
  }
  return {begin, end};
}

std::uint32_t LineIndex::line_of(Offset offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin() - 1);
}

Position LineIndex::position(std::string_view text, Offset offset, Encoding encoding) const {
  const std::uint32_t line = line_of(offset);
  const Range range = line_range(text, line);
  // Between the two bytes of "\r\n" and past the end of the text: the line's end.
  std::size_t end = std::min(offset, range.end);
  if (end < range.end) {
    end = character_start(text, end);
  }
  if (encoding == Encoding::utf8) {
    return {line, static_cast<std::uint32_t>(end - range.begin)};
  }
  std::size_t at = range.begin;
  std::uint32_t column = 0;
  while (at < end) {
    if (const std::size_t ascii = ascii_run(text, at, end); ascii > 0) {
      at += ascii;
      column += static_cast<std::uint32_t>(ascii);
      continue;
    }
    const std::size_t size = code_point_at(text, at).size;
    at += size;
    column += units(size, encoding);
  }
  return {line, column};
}

Offset LineIndex::offset(std::string_view text, Position position, Encoding encoding) const {
  if (position.line >= starts_.size()) {
    return size_;
  }
  const Range range = line_range(text, position.line);
  if (encoding == Encoding::utf8) {
    if (position.column >= range.size()) {
      return range.end;
    }
    return static_cast<Offset>(character_start(text, range.begin + position.column));
  }
  std::size_t at = range.begin;
  std::uint32_t left = position.column;
  while (left > 0 && at < range.end) {
    const std::size_t reach = std::min<std::size_t>(range.end, at + left);
    if (const std::size_t ascii = ascii_run(text, at, reach); ascii > 0) {
      at += ascii;
      left -= static_cast<std::uint32_t>(ascii);
      continue;
    }
    const std::size_t size = code_point_at(text, at).size;
    if (units(size, encoding) > left) {
      break;  // Inside a surrogate pair.
    }
    left -= units(size, encoding);
    at += size;
  }
  return static_cast<Offset>(at);
}

}  // namespace text
