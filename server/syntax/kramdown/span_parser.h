// The parser behind span.h; its parts are in span_parser.cpp, span_links.cpp, span_html.cpp,
// span_symbols.cpp.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "server/syntax/kramdown/span.h"

namespace syntax::kramdown {

// Remembers where a character is next, for texts in which many openings wait for one closing.
class NextFinder {
 public:
  explicit NextFinder(std::string_view what) : what_(what) {}
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) {
    if (from < asked_ || from > answer_) {
      asked_ = from;
      answer_ = text.find(what_, from);
    }
    return answer_;
  }

 private:
  std::string_view what_;
  std::size_t asked_ = 1;
  std::size_t answer_ = 0;
};

class SpanParser {
 public:
  SpanParser(State& state, const Text& text, std::uint32_t depth);
  bool parse(Element& element, SpanParsers parsers);  // as syntax::kramdown::parse_spans

 private:
  // Where parse_spans ends before the end of the text.
  struct Stop {
    enum class Kind : std::uint8_t { none, emphasis, bracket, tag };
    Kind kind = Kind::none;
    char delimiter = 0;     // emphasis
    std::uint8_t size = 0;  // of the delimiter
    std::string_view name;  // tag
    bool ignore_case = false;
    std::uint32_t balance = 1;  // bracket: open ones
    std::size_t base = 0;       // bracket: where this one's part of brackets_ begins
  };
  // Which elements are open around the current place: kramdown does not nest some of them.
  struct Chain {
    bool emphasis = false;
    bool strong = false;
    bool link = false;
  };
  struct Target {
    LinkData data;
    Offset end = 0;
  };

  bool parse_spans(Element& element, Stop& stop, SpanParsers parsers);
  [[nodiscard]] Offset find_special(const Stop& stop) const;
  [[nodiscard]] bool is_stop(Stop& stop, const Element& element);
  [[nodiscard]] bool matches_stop(const Stop& stop) const;
  bool parse_special(SpanParsers parsers);

  void parse_emphasis();
  bool parse_emphasis_as(Offset content, std::uint8_t size, char delimiter);
  void parse_codespan();
  bool parse_autolink();
  bool parse_span_html();
  bool parse_footnote_marker();
  bool parse_link();
  [[nodiscard]] std::optional<Target> find_target(Offset content, Offset close);
  [[nodiscard]] std::optional<Target> find_reference(Target target, Offset content, Offset close);
  [[nodiscard]] std::optional<Offset> match_title(Offset from);
  void add_trap(Trap::Kind kind, Offset content, Offset end, Offset part);
  void parse_smart_quotes();
  bool parse_inline_math();
  void parse_span_extensions();
  bool parse_html_entity();
  bool parse_typographic_symbol();
  bool parse_escaped_character();
  bool parse_strikethrough();

  void add_text(Offset begin, Offset end);
  void add_character();
  void add_symbol(Type type, std::uint8_t code, Offset begin, Offset end);
  void add_quote(bool left, char quote, Offset at);
  void add_entity(std::uint32_t code_point, Offset begin, Offset end);
  [[nodiscard]] char at(Offset offset) const { return offset < size_ ? text_[offset] : '\0'; }
  [[nodiscard]] bool is_quote(Offset offset) const { return at(offset) == '"' || at(offset) == '\''; }
  [[nodiscard]] bool exhausted() const { return work_ > limit_; }

  // What parses from an offset in a chain came to: a closing bracket's offset, or that there is none.
  static constexpr Offset no_close = ~Offset{0};
  [[nodiscard]] std::uint64_t key(Offset content, unsigned kind, const Chain& chain) const;
  [[nodiscard]] const Offset* recall(std::uint64_t key) const;
  void remember(std::uint64_t key, Offset value);

  State& state_;
  Text source_;
  std::string_view text_;
  Offset size_;
  std::uint32_t depth_;
  Offset pos_ = 0;
  Element* tree_ = nullptr;
  Chain chain_;
  bool notable_ = false;  // something that is no text has been seen
  std::size_t work_ = 0;
  std::size_t limit_;
  BraceFinder braces_;
  NextFinder comment_end_{"-->"};
  NextFinder greater_{">"};
  NextFinder dollars_{"$$"};
  NextFinder extension_stop_{"{:/"};
  std::size_t no_strike_from_;
  std::size_t no_title_from_[2];
  std::size_t no_code_from_[8];
  std::vector<Offset> rejected_;  // stops that did not hold, of all open parse_spans
  std::vector<std::pair<Offset, std::uint32_t>> brackets_;  // open ones inside a link text, likewise
  std::unique_ptr<std::unordered_map<std::uint64_t, Offset>> memory_;
};

}  // namespace syntax::kramdown
