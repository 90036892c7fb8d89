#include "server/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace text {
namespace {

// Not 0 if `byte` cannot stand behind the bytes `third`, `second` and `first` before it (RFC 3629, section
// 4). Flags of one byte's width: with wider ones in between, compilers make no vector code of it.
constexpr unsigned char misfit(unsigned char third, unsigned char second, unsigned char first,
                               unsigned char byte) {
  const auto flag = [](bool set) { return static_cast<unsigned char>(set); };
  const unsigned char wanted = flag(first >= 0xC0) | flag(second >= 0xE0) | flag(third >= 0xF0);
  const unsigned char follows = flag((byte & 0xC0U) == 0x80U);
  const unsigned char never = flag((byte & 0xFEU) == 0xC0U) | flag(byte >= 0xF5);
  const unsigned char overlong =
      (flag(first == 0xE0) & flag(byte < 0xA0)) | (flag(first == 0xF0) & flag(byte < 0x90));
  const unsigned char beyond =
      (flag(first == 0xED) & flag(byte >= 0xA0)) | (flag(first == 0xF4) & flag(byte >= 0x90));
  return static_cast<unsigned char>((wanted ^ follows) | never | overlong | beyond);
}

}  // namespace

CodePoint code_point_before(std::string_view text, std::size_t position) {
  text = text.substr(0, position);
  std::size_t size = 1;
  while (size < 4 && size < position && is_continuation(text[position - size])) ++size;
  const CodePoint found = code_point_at(text, position - size);
  return found.size == size ? found : code_point_at(text, position - 1);
}

std::size_t character_start(std::string_view text, std::size_t position) {
  for (std::size_t back = 1; back <= 3 && back <= position; ++back) {
    const char before = text[position - back];
    if (is_ascii(before)) break;
    if (is_continuation(before)) continue;
    return code_point_at(text, position - back).size > back ? position - back : position;
  }
  return position;
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto last = [&](unsigned shift) {
    return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
  };
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    text += {static_cast<char>(0xC0U | (code_point >> 6U)), last(0)};
  } else if (code_point < 0x10000) {
    text += {static_cast<char>(0xE0U | (code_point >> 12U)), last(6), last(0)};
  } else if (code_point <= 0x10FFFF) {
    text += {static_cast<char>(0xF0U | (code_point >> 18U)), last(12), last(6), last(0)};
  }
}

// Every byte of every file goes through here, in Korean text most of them three to a character: a loop that
// branches on each byte costs more than the rest of reading the file. So bytes are judged by the three before
// them, without branches, which compilers turn into vector code.
bool is_valid_utf8(std::string_view text) {
  constexpr std::size_t block = 64;
  constexpr std::size_t before = 3;
  std::array<unsigned char, before + block> bytes{};
  for (std::size_t begin = 0; begin < text.size(); begin += block) {
    const std::size_t size = std::min(block, text.size() - begin);
    std::copy(bytes.end() - before, bytes.end(), bytes.begin());
    std::memcpy(bytes.data() + before, text.data() + begin, size);
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(before + size), bytes.end(), '\0');
    unsigned char all = 0;
    for (const unsigned char byte : bytes) all |= byte;
    if (all < 0x80) continue;
    unsigned char wrong = 0;
    for (std::size_t i = 0; i < block; ++i)
      wrong |= misfit(bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]);
    if (wrong != 0) return false;
  }
  // The text must not end within a character. A last block that is not full has ended in NUL bytes already.
  return misfit(bytes[block], bytes[block + 1], bytes[block + 2], '\0') == 0;
}

}  // namespace text
