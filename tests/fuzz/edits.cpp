// Fuzz target: edits by positions, as an editor sends them, equal plain replacements in the text.
#include <string>
#include <vector>

#include "server/text/edit.h"
#include "server/text/line_index.h"
#include "tests/fuzz/law.h"

namespace {

using fuzz::require;

// Takes the input apart from the front.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(fuzz::as_text(data, size)) {}

  [[nodiscard]] bool empty() const { return rest_.empty(); }

  std::uint32_t byte() {
    if (rest_.empty()) {
      return 0;
    }
    const auto value = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return value;
  }

  std::string bytes(std::size_t count) {
    const std::string taken(rest_.substr(0, count));
    rest_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view rest_;
};

// The lines of a text, found in the plainest way.
std::vector<text::Range> plain_lines(std::string_view text) {
  std::vector<text::Range> lines{{0, 0}};
  for (text::Offset at = 0; at < text.size(); ++at) {
    if (text[at] != '\n' && text[at] != '\r') {
      lines.back().end = at + 1;
      continue;
    }
    lines.back().end = at;
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') {
      ++at;
    }
    lines.push_back({at + 1, at + 1});
  }
  return lines;
}

void check_lines(std::string_view text, const text::LineIndex& index) {
  const std::vector<text::Range> lines = plain_lines(text);
  require(index.line_count() == lines.size(), "as many lines as line ends and one");
  for (std::uint32_t line = 0; line < lines.size(); ++line) {
    require(index.line_start(line) == lines[line].begin, "lines begin behind line ends");
    require(index.line_range(text, line) == lines[line], "lines end before line ends");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  std::string text = input.bytes(input.byte());
  while (!input.empty()) {
    const text::LineIndex index(text);
    check_lines(text, index);
    const auto encoding = static_cast<text::Encoding>(input.byte() % 3);
    const text::Position from{input.byte() % 8, input.byte() % 32};
    const text::Position to{from.line + input.byte() % 3, input.byte() % 32};
    const text::Offset begin = index.offset(text, from, encoding);
    const text::Offset end = index.offset(text, to, encoding);
    require(begin <= text.size() && end <= text.size(), "offsets stay inside the text");
    for (const text::Offset offset : {begin, end}) {
      const text::Position position = index.position(text, offset, encoding);
      require(index.offset(text, position, encoding) == offset, "offset, position, offset");
    }
    if (end < begin) {
      continue;
    }
    const std::string replacement = input.bytes(input.byte() % 16);
    std::string expected = text;
    expected.replace(begin, end - begin, replacement);
    // The edit and an insertion right behind the replaced bytes, given in the wrong order.
    const std::string behind = input.bytes(input.byte() % 4);
    expected.insert(begin + replacement.size(), behind);
    const bool insertion = begin == end;
    const text::Edit replace{{begin, end}, replacement};
    const text::Edit insert{{end, end}, behind};
    text = insertion ? text::apply(text, {replace, insert}) : text::apply(text, {insert, replace});
    require(text == expected, "edits equal plain replacements");
  }
  check_lines(text, text::LineIndex(text));
  return 0;
}
