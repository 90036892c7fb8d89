// Laws of LineIndex over texts drawn from a seed that is printed when one breaks.
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "server/text/edit.h"
#include "server/text/line_index.h"

namespace text {
namespace {

constexpr std::uint32_t first_seed = 20240501;
constexpr std::uint32_t texts = 400;
constexpr std::array<Encoding, 3> encodings{Encoding::utf8, Encoding::utf16, Encoding::utf32};

std::uint32_t below(std::mt19937& random, std::size_t limit) {
  return static_cast<std::uint32_t>(random() % limit);
}

// Pieces that are each one character, or one stray byte whatever stands beside it.
std::string random_text(std::mt19937& random, bool valid) {
  static const std::array<std::string, 14> pieces{"a",           "bc",     " ",         "\n", "\r\n",
                                                  "\r",          "한",     "글",        "é",  "🦥",
                                                  "👩‍💻", "\u00A0", "plain run", "\t"};
  static const std::array<std::string, 6> broken{"\xFF",         "\x80", "\xED\x95",
                                                 "\xF0\x9F\xA6", "\xC3", "\xED\xA0\x80"};
  std::string text;
  const std::uint32_t count = below(random, 40);
  for (std::uint32_t i = 0; i < count; ++i) {
    text += !valid && below(random, 4) == 0 ? broken[below(random, broken.size())]
                                            : pieces[below(random, pieces.size())];
  }
  return text;
}

// Offsets that no position can name otherwise: not inside a character, not inside "\r\n".
bool is_boundary(const std::string& text, Offset offset) {
  if (offset == text.size()) {
    return true;
  }
  const bool inside_pair = offset > 0 && text[offset - 1] == '\r' && text[offset] == '\n';
  return !inside_pair && (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

TEST(LineIndexLaws, OffsetToPositionAndBackIsTheSameOffset) {
  std::mt19937 random(first_seed);
  for (std::uint32_t i = 0; i < texts; ++i) {
    const std::string text = random_text(random, true);
    const LineIndex lines(text);
    for (Offset offset = 0; offset <= text.size(); ++offset) {
      if (!is_boundary(text, offset)) {
        continue;
      }
      for (const Encoding encoding : encodings) {
        const Position position = lines.position(text, offset, encoding);
        ASSERT_EQ(lines.offset(text, position, encoding), offset)
            << "seed " << first_seed << ", text " << i << ": " << testing::PrintToString(text);
      }
    }
  }
}

TEST(LineIndexLaws, InvalidBytesNeverLeaveTheTextAndPositionsAreStable) {
  std::mt19937 random(first_seed + 1);
  for (std::uint32_t i = 0; i < texts; ++i) {
    const std::string text = random_text(random, false);
    const LineIndex lines(text);
    for (Offset offset = 0; offset <= text.size() + 2; ++offset) {
      for (const Encoding encoding : encodings) {
        const Position position = lines.position(text, offset, encoding);
        const Offset back = lines.offset(text, position, encoding);
        ASSERT_LE(back, offset) << "seed " << first_seed + 1 << ", text " << i;
        ASSERT_EQ(lines.position(text, back, encoding), position)
            << "seed " << first_seed + 1 << ", text " << i;
      }
    }
  }
}

TEST(LineIndexLaws, LinesAndTheirEndsCoverTheText) {
  std::mt19937 random(first_seed + 2);
  for (std::uint32_t i = 0; i < texts; ++i) {
    const std::string text = random_text(random, i % 2 == 0);
    const LineIndex lines(text);
    Offset expected = 0;
    for (std::uint32_t line = 0; line < lines.line_count(); ++line) {
      const Range range = lines.line_range(text, line);
      ASSERT_EQ(range.begin, expected);
      ASSERT_EQ(slice(text, range).find_first_of("\r\n"), std::string_view::npos);
      const Offset next = lines.line_start(line + 1);
      const std::string_view end = slice(text, {range.end, next});
      const bool last = line + 1 == lines.line_count();
      ASSERT_TRUE(last ? end.empty() : end == "\n" || end == "\r\n" || end == "\r")
          << "seed " << first_seed + 2 << ", text " << i;
      expected = next;
    }
    ASSERT_EQ(expected, text.size());
  }
}

TEST(LineIndexLaws, ASeriesOfEditsEqualsEditingFromTheEnd) {
  std::mt19937 random(first_seed + 3);
  for (std::uint32_t i = 0; i < texts; ++i) {
    const std::string text = random_text(random, true) + "0123456789";
    std::vector<Edit> edits;
    Offset at = 0;
    while (true) {
      const Offset begin = at + below(random, 7);
      const Offset end = begin + below(random, 4);
      if (end > text.size()) {
        break;
      }
      edits.push_back({{begin, end}, random_text(random, true).substr(0, below(random, 5))});
      at = end + 1;
    }
    std::string expected = text;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      expected.replace(edit->range.begin, edit->range.size(), edit->replacement);
    }
    std::shuffle(edits.begin(), edits.end(), random);
    ASSERT_EQ(::text::apply(text, edits), expected) << "seed " << first_seed + 3 << ", text " << i;
  }
}

}  // namespace
}  // namespace text
