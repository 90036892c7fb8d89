#include "server/syntax/yaml/simple.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "server/text/utf8.h"

namespace syntax::yaml {
namespace {

constexpr std::size_t largest_text = 16 * 1024;  // below libyaml's and our own limits for nodes
constexpr std::size_t longest_key = 100;         // libyaml's limit for a key is 1,024 characters
constexpr int deepest_list = 8;

// What a byte may be. Bytes beyond ASCII are letters: is_readable has looked at them.
enum Class : std::uint8_t {
  key_start = 1,    // of a key
  key_part = 2,     // of a key behind its first character
  value_start = 4,  // of a plain scalar in a block: no indicator
  flow_start = 8,   // of a plain scalar in `[…]`
  flow_part = 16,   // of one behind its first character
};

constexpr std::array<std::uint8_t, 256> make_classes() {
  std::array<std::uint8_t, 256> classes{};
  const auto add = [&classes](std::string_view characters, unsigned what) {
    for (const char c : characters) {
      std::uint8_t& set = classes[static_cast<unsigned char>(c)];
      set = static_cast<std::uint8_t>(set | what);
    }
  };
  add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_",
      key_start | key_part | value_start | flow_start | flow_part);
  add("0123456789", key_part | value_start | flow_start | flow_part);
  add("-", key_part | flow_part);
  add("/.(", value_start | flow_start | flow_part);
  add("<+$~", value_start);
  add(" +)&'", flow_part);
  for (std::size_t byte = 0x80; byte < classes.size(); ++byte) {
    classes[byte] = value_start | flow_start | flow_part;
  }
  return classes;
}
constexpr std::array<std::uint8_t, 256> classes = make_classes();

bool is(char c, Class what) {
  return (classes[static_cast<unsigned char>(c)] & what) != 0;
}

// Only characters that YAML lets stand in a text, and of line ends only `\n`.
bool is_readable(std::string_view text) {
  unsigned char all = 0;
  unsigned char control = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    all = static_cast<unsigned char>(all | byte);
    const bool odd = ((byte < 0x20) & (byte != '\n')) | (byte == 0x7F);
    control = static_cast<unsigned char>(control | (odd ? 1U : 0U));
  }
  if (control != 0) {
    return false;
  }
  if (all < 0x80) {
    return true;
  }
  // A character that ends the text would need a look of its own: front matter ends in a line end.
  if (static_cast<unsigned char>(text.back()) >= 0x80) {
    return false;
  }
  // C1 controls (with NEL, a line end), the line ends U+2028 and U+2029, byte order marks, U+FFFE and U+FFFF.
  unsigned char suspect = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[i + at]); };
    const bool odd = (byte(0) == 0xC2) | ((byte(0) == 0xE2) & (byte(1) == 0x80) & (byte(2) >= 0xA8)) |
                     ((byte(0) == 0xEF) & (byte(1) >= 0xBB));
    suspect = static_cast<unsigned char>(suspect | (odd ? 1U : 0U));
  }
  return suspect == 0 && text::is_valid_utf8(text);
}

class Reader {
 public:
  Reader(std::string_view text, text::Offset base) : text_(text), base_(base) {}

  std::optional<Node> read() {
    constexpr std::string_view opening = "---\n";
    if (text_.starts_with(opening)) {
      at_ = opening.size();
    }
    Node root;
    root.kind = Node::Kind::mapping;
    root.style = Node::Style::block;
    root.entries.reserve(8);
    for (skip_blank_lines(); at_ < text_.size(); skip_blank_lines()) {
      if (!read_entry(root.entries.emplace_back())) {
        return std::nullopt;
      }
    }
    if (root.entries.empty()) {
      return std::nullopt;
    }
    root.range = {root.entries.front().key.range.begin, root.entries.back().value.range.end};
    return root;
  }

 private:
  [[nodiscard]] char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\n'; }
  [[nodiscard]] text::Range range(std::size_t begin, std::size_t end) const {
    return {base_ + static_cast<text::Offset>(begin), base_ + static_cast<text::Offset>(end)};
  }
  [[nodiscard]] std::size_t skip_blanks(std::size_t offset) const {
    while (at(offset) == ' ') {
      ++offset;
    }
    return offset;
  }

  void skip_blank_lines() {
    for (std::size_t end = skip_blanks(at_); at_ < text_.size() && at(end) == '\n'; end = skip_blanks(at_)) {
      at_ = std::min(end + 1, text_.size());
    }
  }

  // Nothing but blanks may follow a value on its line; goes to the next line.
  bool end_line() {
    at_ = skip_blanks(at_);
    if (at(at_) != '\n') {
      return false;
    }
    at_ = std::min(at_ + 1, text_.size());
    return true;
  }

  bool read_entry(Entry& entry) {
    const std::size_t begin = at_;
    if (!is(at(at_), key_start)) {
      return false;
    }
    while (is(at(at_), key_part)) {
      ++at_;
    }
    const std::size_t colon = at_;
    if (at(colon) != ':' || colon - begin > longest_key || (at(colon + 1) != ' ' && at(colon + 1) != '\n')) {
      return false;
    }
    entry.key.value = text_.substr(begin, colon - begin);
    entry.key.range = range(begin, colon);
    at_ = skip_blanks(colon + 1);
    if (at(at_) != '\n') {
      return read_value(entry.value) && end_line();
    }
    at_ = std::min(at_ + 1, text_.size());
    skip_blank_lines();
    const std::size_t dash = skip_blanks(at_);
    if (at(dash) == '-') {
      return read_block_list(entry.value, dash - at_);
    }
    entry.value.range = range(colon + 1, colon + 1);
    return true;
  }

  // `- item` lines, the dashes `indent` bytes from the margin. What follows them is an entry or nothing.
  bool read_block_list(Node& list, std::size_t indent) {
    list.kind = Node::Kind::sequence;
    list.style = Node::Style::block;
    const std::size_t begin = at_ + indent;
    std::size_t end = begin;
    while (at_ < text_.size()) {
      const std::size_t dash = skip_blanks(at_);
      if (at(dash) != '-') {
        break;  // An entry must stand at the margin: read_entry sees to that.
      }
      if (dash - at_ != indent || at(dash + 1) != ' ') {
        return false;
      }
      at_ = skip_blanks(dash + 1);
      Node& item = list.items.emplace_back();
      if (!read_value(item)) {
        return false;
      }
      end = item.range.end - base_;
      if (!end_line()) {
        return false;
      }
      skip_blank_lines();
    }
    list.range = range(begin, end);
    return true;
  }

  bool read_value(Node& node) {
    switch (at(at_)) {
      case '"':
      case '\'':
        return read_quoted(node);
      case '[':
        return read_flow_list(node, 0);
      default:
        return read_plain(node);
    }
  }

  bool read_quoted(Node& node) {
    const char quote = at(at_);
    const std::size_t begin = at_++;
    while (at(at_) != quote) {
      if (at(at_) == '\n' || at(at_) == '\\') {
        return false;
      }
      ++at_;
    }
    if (at(at_ + 1) == quote) {
      return false;  // `''` within single quotes is one of them.
    }
    node.style = quote == '"' ? Node::Style::double_quoted : Node::Style::single_quoted;
    node.value = text_.substr(begin + 1, at_ - begin - 1);
    node.range = range(begin, ++at_);
    return true;
  }

  bool read_plain(Node& node) {
    const std::size_t begin = at_;
    if (!is(at(at_), value_start)) {
      return false;
    }
    for (; at(at_) != '\n'; ++at_) {
      if (at(at_) == '#' || (at(at_) == ':' && (at(at_ + 1) == ' ' || at(at_ + 1) == '\n'))) {
        return false;
      }
    }
    set_plain(node, begin);
    return true;
  }

  void set_plain(Node& node, std::size_t begin) {
    std::size_t end = at_;
    while (text_[end - 1] == ' ') {
      --end;
    }
    node.value = text_.substr(begin, end - begin);
    node.range = range(begin, end);
  }

  bool read_flow_list(Node& node, int depth) {
    if (depth > deepest_list) {
      return false;
    }
    node.kind = Node::Kind::sequence;
    node.style = Node::Style::flow;
    const std::size_t begin = at_++;
    at_ = skip_blanks(at_);
    while (at(at_) != ']') {
      if (!node.items.empty()) {
        if (at(at_) != ',') {
          return false;
        }
        at_ = skip_blanks(at_ + 1);
      }
      if (!read_flow_item(node.items.emplace_back(), depth)) {
        return false;
      }
      at_ = skip_blanks(at_);
    }
    node.range = range(begin, ++at_);
    return true;
  }

  bool read_flow_item(Node& item, int depth) {
    const char first = at(at_);
    if (first == '"' || first == '\'') {
      return read_quoted(item);
    }
    if (first == '[') {
      return read_flow_list(item, depth + 1);
    }
    const std::size_t begin = at_;
    if (!is(first, flow_start)) {
      return false;
    }
    while (is(at(at_), flow_part)) {
      ++at_;
    }
    set_plain(item, begin);
    return true;
  }

  std::string_view text_;
  text::Offset base_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Node> parse_simple(std::string_view text, text::Offset base) {
  if (text.size() > largest_text || !is_readable(text)) {
    return std::nullopt;
  }
  return Reader(text, base).read();
}

}  // namespace syntax::yaml
