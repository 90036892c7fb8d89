#include "schema/pattern/parse.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace schema::pattern {
namespace {

using Op = Instruction::Op;

constexpr char32_t greatest_character = 0x10FFFF;

bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<std::uint32_t> hex_value(char32_t c) {
  if (is_digit(c)) return c - '0';
  const char32_t lower = c | 0x20U;
  if (lower >= 'a' && lower <= 'f') return lower - 'a' + 10;
  return std::nullopt;
}

// `\d`, `\D` and so on by their letter.
std::optional<CharacterSet> class_escape(char32_t letter) {
  switch (letter) {
    case 'd':
      return digits();
    case 'D':
      return digits().complement();
    case 's':
      return spaces();
    case 'S':
      return spaces().complement();
    case 'w':
      return word_characters();
    case 'W':
      return word_characters().complement();
    default:
      return std::nullopt;
  }
}

// What stands at one place of `[…]`.
using ClassAtom = std::variant<char32_t, CharacterSet>;

class Parser {
 public:
  explicit Parser(std::u32string_view text) : text_(text) {}

  std::optional<Program> run() {
    open({});
    while (at_ < text_.size()) {
      if (!term()) return std::nullopt;
    }
    if (groups_.size() != 1) return std::nullopt;
    close();
    return builder_.finish();
  }

 private:
  // What `(` opened, or the whole pattern.
  struct Group {
    enum class Kind : std::uint8_t { plain, ahead, behind };
    Kind kind = Kind::plain;
    bool negated = false;
    Direction direction = Direction::forward;
    std::size_t alternatives = 1;
  };

  // U+0000 behind the end: no part of a pattern asks for that character.
  [[nodiscard]] char32_t peek(std::size_t distance = 0) const {
    return at_ + distance < text_.size() ? text_[at_ + distance] : U'\0';
  }

  bool take(std::u32string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  // Each of the following functions stands at what it is named after, and is false where that is invalid.

  bool term() {
    const char32_t c = text_[at_++];
    switch (c) {
      case '|':
        ++groups_.back().alternatives;
        builder_.push_empty();
        return true;
      case '^':
        return assertion(Op::text_begin);
      case '$':
        return assertion(Op::text_end);
      case '(':
        return group();
      case ')':
        return group_end();
      case '*':
      case '+':
      case '?':
        return false;
      case '{':
        --at_;
        if (braces().size > 0) return false;
        ++at_;
        return character(c);
      case '.':
        return set(line_ends().complement());
      case '[':
        return bracket();
      case '\\':
        return escape();
      default:
        return character(c);
    }
  }

  bool assertion(Op op) {
    builder_.push_assertion(op);
    builder_.join(groups_.back().direction);
    return true;
  }

  bool character(char32_t c) {
    builder_.push_character(c);
    return quantifier();
  }

  bool set(CharacterSet characters) {
    builder_.push_set(std::move(characters));
    return quantifier();
  }

  void open(Group group) {
    groups_.push_back(group);
    builder_.push_empty();
  }

  Group close() {
    const Group group = groups_.back();
    groups_.pop_back();
    builder_.choose(group.alternatives);
    if (group.kind != Group::Kind::plain) builder_.look(group.direction, group.negated);
    return group;
  }

  bool group() {
    Group group;
    group.direction = groups_.back().direction;
    if (take(U"?=")) {
      group = {Group::Kind::ahead, false, Direction::backward};
    } else if (take(U"?!")) {
      group = {Group::Kind::ahead, true, Direction::backward};
    } else if (take(U"?<=")) {
      group = {Group::Kind::behind, false, Direction::forward};
    } else if (take(U"?<!")) {
      group = {Group::Kind::behind, true, Direction::forward};
    } else if (!take(U"?:") && take(U"?") && !group_name()) {
      return false;
    }
    open(group);
    return true;
  }

  bool group_name() {
    if (!take(U"<")) return false;
    const std::size_t begin = at_;
    for (char32_t c = peek(); is_letter(c) || is_digit(c) || c == '_' || c == '$' || c >= 0x80; c = peek())
      ++at_;
    return at_ > begin && !is_digit(text_[begin]) && take(U">");
  }

  bool group_end() {
    if (groups_.size() == 1) return false;
    if (close().kind != Group::Kind::behind) return quantifier();
    builder_.join(groups_.back().direction);
    return true;
  }

  // What may follow an atom, which is then joined to what stands before it. Lazy or not: the same texts
  // match.
  bool quantifier() {
    std::optional<Count> count;
    if (take(U"*")) {
      count = {0, Count::no_limit};
    } else if (take(U"+")) {
      count = {1, Count::no_limit};
    } else if (take(U"?")) {
      count = {0, 1};
    } else if (const Braces found = braces(); found.size > 0) {
      if (!found.count) return false;
      count = found.count;
      at_ += found.size;
    }
    if (count) {
      take(U"?");
      builder_.repeat(*count);
    }
    builder_.join(groups_.back().direction);
    return true;
  }

  // `{2}`, `{2,}` or `{2,5}`; no `count` for `{5,2}`, and for `{,5}`, where JavaScript sees a text and most
  // writers a count. Of size 0 where braces stand for themselves.
  struct Braces {
    std::size_t size = 0;
    std::optional<Count> count;
  };
  [[nodiscard]] Braces braces() const {
    if (peek() != '{') return {};
    std::size_t size = 1;
    const auto number = [&]() -> std::optional<std::uint32_t> {
      constexpr std::uint32_t most = 1'000'000;
      std::optional<std::uint32_t> value;
      for (; is_digit(peek(size)); ++size)
        value = std::min(value.value_or(0) * 10 + (peek(size) - '0'), most);
      return value;
    };
    const std::optional<std::uint32_t> least = number();
    const bool comma = peek(size) == ',';
    if (comma) ++size;
    const std::optional<std::uint32_t> most = comma ? number() : least;
    if (peek(size) != '}' || (!least && !most)) return {};
    const Count count{least.value_or(0), most.value_or(Count::no_limit)};
    return {size + 1, least && count.least <= count.most ? std::optional(count) : std::nullopt};
  }

  bool escape() {
    const char32_t c = peek();
    if (c == 'b' || c == 'B') {
      ++at_;
      return assertion(c == 'b' ? Op::word_boundary : Op::no_word_boundary);
    }
    if (std::optional<CharacterSet> characters = class_escape(c)) {
      ++at_;
      return set(*std::move(characters));
    }
    const std::optional<char32_t> escaped = character_escape();
    return escaped && character(*escaped);
  }

  // Behind the backslash, and no class.
  std::optional<char32_t> character_escape() {
    if (at_ == text_.size()) return std::nullopt;
    const char32_t c = text_[at_++];
    switch (c) {
      case 't':
        return U'\t';
      case 'n':
        return U'\n';
      case 'v':
        return U'\v';
      case 'f':
        return U'\f';
      case 'r':
        return U'\r';
      case 'c':
        if (!is_letter(peek())) return std::nullopt;
        return text_[at_++] % 32;
      case 'x':
        return hex(2);
      case 'u':
        return unicode_escape();
      case '0':
        if (is_digit(peek())) return std::nullopt;
        return U'\0';
      default:
        if (is_digit(c) || is_letter(c)) return std::nullopt;
        return c;
    }
  }

  std::optional<char32_t> hex(std::size_t digits) {
    char32_t value = 0;
    for (; digits > 0; --digits) {
      const std::optional<std::uint32_t> digit = hex_value(peek());
      if (!digit) return std::nullopt;
      value = value * 16 + *digit;
      ++at_;
    }
    return value;
  }

  // `\u00e9`, `\u{1F600}`, or two halves of UTF-16: `\ud83d\ude00`.
  std::optional<char32_t> unicode_escape() {
    if (take(U"{")) {
      char32_t value = 0;
      const std::size_t begin = at_;
      for (; value <= greatest_character && hex_value(peek()); ++at_) value = value * 16 + *hex_value(peek());
      if (at_ == begin || value > greatest_character || !take(U"}")) return std::nullopt;
      return value;
    }
    const std::optional<char32_t> first = hex(4);
    const std::size_t end = at_;
    if (!first || *first < 0xD800 || *first > 0xDBFF || !take(U"\\u")) return first;
    const std::optional<char32_t> second = hex(4);
    if (second && *second >= 0xDC00 && *second <= 0xDFFF)
      return 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00);
    at_ = end;
    return first;
  }

  bool bracket() {
    const bool negated = take(U"^");
    CharacterSet characters;
    while (!take(U"]")) {
      const std::optional<ClassAtom> first = class_atom();
      if (!first) return false;
      if (peek() != '-' || peek(1) == ']') {
        add(characters, *first);
        continue;
      }
      ++at_;
      const std::optional<ClassAtom> last = class_atom();
      if (!last || !add_range(characters, *first, *last)) return false;
    }
    return set(negated ? characters.complement() : std::move(characters));
  }

  std::optional<ClassAtom> class_atom() {
    if (at_ == text_.size() || posix_class()) return std::nullopt;
    const char32_t c = text_[at_++];
    if (c != '\\') return c;
    if (std::optional<CharacterSet> characters = class_escape(peek())) {
      ++at_;
      return *std::move(characters);
    }
    if (take(U"b")) return U'\b';
    return character_escape();
  }

  // `[:alpha:]`
  [[nodiscard]] bool posix_class() const {
    if (peek() != '[' || peek(1) != ':') return false;
    std::size_t end = 2;
    while (is_letter(peek(end))) ++end;
    return end > 2 && peek(end) == ':' && peek(end + 1) == ']';
  }

  static void add(CharacterSet& characters, const ClassAtom& atom) {
    if (const auto* character = std::get_if<char32_t>(&atom)) {
      characters.add(*character, *character);
    } else {
      characters.add(std::get<CharacterSet>(atom));
    }
  }

  // Beside a class the dash stands for itself.
  static bool add_range(CharacterSet& characters, const ClassAtom& first, const ClassAtom& last) {
    const auto* from = std::get_if<char32_t>(&first);
    const auto* to = std::get_if<char32_t>(&last);
    if (from && to) {
      if (*from > *to) return false;
      characters.add(*from, *to);
      return true;
    }
    add(characters, first);
    characters.add('-', '-');
    add(characters, last);
    return true;
  }

  std::u32string_view text_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;  // open ones; the first is the whole
  Builder builder_;
};

}  // namespace

std::optional<Program> parse(std::u32string_view pattern) {
  return Parser(pattern).run();
}

}  // namespace schema::pattern
