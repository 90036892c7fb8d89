#include "server/features/completion/slot_scanner.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "server/text/ascii.h"

namespace features::completion {
namespace {

using text::is_blank;
using text::Offset;
using text::Range;

// A mapping key whose value is still open for deeper lines.
struct Level {
  Offset column = 0;
  std::string key;
  bool has_value = false;  // on its own line
  bool block_text = false;
  bool in_flow = false;  // of a mapping in braces
};

// A dash whose item is still open for deeper lines.
struct Dash {
  Offset column = 0;
  std::uint32_t mapping = 0;  // of the keys behind and below it
};

constexpr std::size_t deepest = 100;  // collections in one another, far more than anybody types

// An open `[` or `{`.
struct Flow {
  bool mapping_form = false;
  bool has_key = false;  // a mapping whose last key has its colon
  std::uint32_t mapping = 0;
  [[nodiscard]] bool wants_key() const { return mapping_form && !has_key; }
};

// Reads the lines of one top-level entry.
class Scanner {
 public:
  Scanner(std::string_view text, Range lines, Offset cursor)
      : text_(text), at_(lines.begin), end_(lines.end), cursor_(cursor) {}

  std::vector<FoundSlot> run() {
    while (at_ < end_) {
      const Offset before = at_;
      read_line();
      if (at_ == before) break;
    }
    // A cursor behind the last line end.
    if (cursor_ == end_ && (end_ == 0 || text_[end_ - 1] == '\n')) empty_line(cursor_, cursor_);
    return std::move(found_);
  }

 private:
  // The end of the line that holds `at`, without its line end.
  [[nodiscard]] Offset line_end(Offset at) {
    if (at >= last_line_.begin && at <= last_line_.end && !last_line_.empty()) return last_line_.end;
    Offset end = at;
    while (end < end_ && text_[end] != '\n') ++end;
    if (end > at && text_[end - 1] == '\r') --end;
    last_line_ = {at, end};
    return end;
  }
  [[nodiscard]] Offset next_line(Offset at) const {
    while (at < end_ && text_[at] != '\n') ++at;
    return at < end_ ? at + 1 : end_;
  }
  [[nodiscard]] Offset skip_blanks(Offset at, Offset end) const {
    while (at < end && is_blank(text_[at])) ++at;
    return at;
  }
  [[nodiscard]] bool is_comment(Offset at) const {
    return text_[at] == '#' && (at == 0 || is_blank(text_[at - 1]) || text_[at - 1] == '\n');
  }
  [[nodiscard]] std::vector<std::string> path() const {
    std::vector<std::string> keys;
    for (const Level& level : levels_) keys.push_back(level.key);
    return keys;
  }
  void close_levels(Offset column, bool same_column_too) {
    while (!levels_.empty() &&
           (levels_.back().column > column || (same_column_too && levels_.back().column == column))) {
      levels_.pop_back();
    }
    while (!dashes_.empty() && dashes_.back().column >= column) dashes_.pop_back();
  }

  FoundSlot& add(Slot::Kind kind, Range range) {
    FoundSlot found;
    found.slot.kind = kind;
    found.slot.range = range;
    found.slot.path = path();
    found.touched = range.touches(cursor_);
    if (!flow_.empty()) {
      found.mapping = flow_.back().mapping;
    } else if (!dashes_.empty()) {
      found.mapping = dashes_.back().mapping;
    }
    return found_.emplace_back(std::move(found));
  }

  void read_line() {
    const Offset begin = at_;
    const Offset end = line_end(begin);
    at_ = next_line(begin);
    Offset p = skip_blanks(begin, end);
    if (p == end) {
      if (Range{begin, end}.touches(cursor_)) empty_line(begin, cursor_);
      return;
    }
    if (is_comment(p)) return;
    if (!levels_.empty() && levels_.back().block_text) {
      if (p - begin > levels_.back().column) return;
      levels_.back().block_text = false;
    }
    bool item = false;
    while (p < end && text_[p] == '-' && (p + 1 == end || is_blank(text_[p + 1]))) {
      close_levels(p - begin, false);
      dashes_.push_back({p - begin, ++mappings_});
      item = true;
      const Offset dash = p;
      p = skip_blanks(p + 1, end);
      if (p == end && cursor_ > dash && cursor_ <= end) p = std::max(dash + 1, std::min(cursor_, end));
      if (p == end || p == cursor_) break;
    }
    const std::optional<Range> key = item && p >= end ? std::nullopt : key_at(p, end);
    if (key) {
      close_levels(p - begin, true);
      FoundSlot& found = add(Slot::Kind::key, *key);
      found.slot.has_colon = true;
      levels_.push_back({p - begin, std::string(text::slice(text_, *key)), false, false});
      Offset colon = key->end;
      while (text_[colon] != ':') ++colon;
      read_value(colon + 1, end, false);
    } else if (item) {
      read_value(p, end, true);
    } else {
      read_word(begin, p, end);
    }
  }

  // A key the way it is typed: no blank, colon or quote in it.
  [[nodiscard]] std::optional<Range> key_at(Offset begin, Offset end) const {
    if (begin >= end) return std::nullopt;
    const char first = text_[begin];
    if (first == '"' || first == '\'') {
      const Offset close = closing_quote(begin, end);
      if (close >= end) return std::nullopt;
      const Offset colon = skip_blanks(close + 1, end);
      if (colon >= end || text_[colon] != ':') return std::nullopt;
      return Range{begin + 1, close};
    }
    if (std::string_view("[]{},&*!|>%@`#").find(first) != std::string_view::npos) return std::nullopt;
    for (Offset at = begin; at < end; ++at) {
      if (text_[at] == ':' && (at + 1 == end || is_blank(text_[at + 1]))) return Range{begin, at};
      if (text_[at] == '#' && at > begin && is_blank(text_[at - 1])) return std::nullopt;
    }
    return std::nullopt;
  }

  // A line that is neither key nor item: a key half typed, or a text that goes on.
  void read_word(Offset line, Offset begin, Offset end) {
    close_levels(begin - line, true);
    if (!levels_.empty() && levels_.back().has_value) return;
    Offset stop = begin;
    while (stop < end && !is_blank(text_[stop])) ++stop;
    if (stop == end) add(Slot::Kind::key, {begin, end});
  }

  void empty_line(Offset begin, Offset cursor) {
    if (!levels_.empty() && levels_.back().block_text && cursor - begin > levels_.back().column) return;
    close_levels(cursor - begin, true);
    if (!levels_.empty() && levels_.back().has_value) return;
    add(Slot::Kind::key, {cursor, cursor});
  }

  // The value of a key or of a dash, from behind the colon or the dash's blanks.
  void read_value(Offset begin, Offset end, bool item) {
    Offset p = skip_blanks(begin, end);
    if (p == end || is_comment(p)) {
      if (cursor_ < begin || cursor_ > p || (p < end && cursor_ == p)) return;
      FoundSlot& found = add(Slot::Kind::value, {cursor_, cursor_});
      found.slot.item = item;
      found.slot.after_colon = begin > 0 && cursor_ == begin && !is_blank(text_[begin - 1]);
      return;
    }
    if (!item && !levels_.empty()) levels_.back().has_value = true;
    switch (text_[p]) {
      case '"':
      case '\'':
        read_quoted(p, end, false, item);
        return;
      case '[':
      case '{':
        read_flow(p);
        return;
      case '|':
      case '>':
        if (!levels_.empty()) levels_.back().block_text = true;
        return;
      case '&':
      case '*':
      case '!':
        return;
      default:
        read_plain(p, end, item);
    }
  }

  void read_plain(Offset begin, Offset end, bool item) {
    Offset stop = begin;
    while (stop < end && !is_comment(stop)) ++stop;
    add_plain(begin, stop, false, item);
  }

  // The cursor may stand behind blanks that YAML drops but that belong to what is being typed.
  void add_plain(Offset begin, Offset stop, bool flow, bool item) {
    Offset trimmed = stop;
    while (trimmed > begin && is_blank(text_[trimmed - 1])) --trimmed;
    if (cursor_ > trimmed && cursor_ <= stop) trimmed = cursor_;
    FoundSlot& found = add(Slot::Kind::value, {begin, trimmed});
    found.slot.flow = flow;
    found.slot.item = item;
  }

  // Offset of the closing quote, or `end`.
  [[nodiscard]] Offset closing_quote(Offset open, Offset end) const {
    const char quote = text_[open];
    for (Offset at = open + 1; at < end; ++at) {
      if (quote == '"' && text_[at] == '\\') {
        ++at;
      } else if (text_[at] == quote) {
        if (quote != '\'' || at + 1 >= end || text_[at + 1] != '\'') return at;
        ++at;
      }
    }
    return end;
  }

  // Returns the place behind the closing quote, or where the text ends that an unclosed one was meant for. A
  // quote that is followed by a letter closes nothing: it opens the next item.
  Offset read_quoted(Offset open, Offset end, bool flow, bool item) {
    Offset close = closing_quote(open, end);
    bool closed = close < end;
    if (closed) {
      const Offset next = skip_blanks(close + 1, end);
      closed = next >= end || is_comment(next) ||
               (flow && std::string_view(",]}:").find(text_[next]) != std::string_view::npos);
    }
    if (!closed) {
      close = open + 1;
      while (close < end && !(flow && (text_[close] == ',' || text_[close] == ']'))) ++close;
    }
    FoundSlot& found = add(Slot::Kind::value, {open + 1, close});
    found.slot.quote = text_[open];
    found.slot.quote_closed = closed;
    found.slot.flow = flow;
    found.slot.item = item;
    return closed ? close + 1 : close;
  }

  // A flow collection, over as many lines as it takes. Items of lists are values of the key that holds the
  // outermost list.
  void read_flow(Offset begin) {
    const std::size_t outer = levels_.size();
    Offset p = begin;
    do {
      const char c = text_[p];
      if (c == '\n' && ends_open_flow(p + 1)) {
        at_ = p + 1;
        break;
      }
      if (c == '\n' || c == '\r' || is_blank(c)) {
        ++p;
      } else if (is_comment(p)) {
        p = line_end(p);
      } else if (c == '[' || c == '{') {
        if (flow_.size() == deepest) break;
        gap_.reset();
        flow_.push_back({c == '{', false, ++mappings_});
        gap_ = ++p;
      } else if (c == ']' || c == '}' || c == ',') {
        fill_gap(p++);
        end_flow_value();
        if (c == ',') {
          gap_ = p;
        } else {
          flow_.pop_back();
        }
      } else {
        p = read_flow_token(p);
      }
    } while (p < end_ && !flow_.empty());
    if (!flow_.empty()) fill_gap(std::min(p, end_));
    at_ = std::max(at_, flow_.empty() || p >= end_ ? next_line(std::max(p, begin)) : at_);
    flow_.clear();
    gap_.reset();
    levels_.resize(outer);
  }

  // A bracket that is never closed must not swallow the keys below it: does a line with a key begin at
  // `line`, not deeper than the key that holds the bracket?
  [[nodiscard]] bool ends_open_flow(Offset line) {
    if (line >= end_) return false;
    const Offset end = line_end(line);
    const Offset word = skip_blanks(line, end);
    Offset column = 0;
    for (const Level& level : levels_) column = level.in_flow ? column : level.column;
    return word < end && word - line <= column && key_at(word, end).has_value();
  }

  // An empty place: behind a comma, a bracket, a colon.
  void fill_gap(Offset next) {
    const std::optional<Offset> begin = std::exchange(gap_, std::nullopt);
    if (!begin || flow_.empty() || cursor_ < *begin || cursor_ > next) return;
    const Flow& flow = flow_.back();
    FoundSlot& found = add(flow.wants_key() ? Slot::Kind::key : Slot::Kind::value, {cursor_, cursor_});
    found.slot.flow = true;
    found.slot.item = !flow.mapping_form;
    found.slot.after_colon = flow.has_key && cursor_ == *begin;
  }

  void end_flow_value() {
    if (flow_.empty() || !flow_.back().has_key) return;
    flow_.back().has_key = false;
    levels_.pop_back();
  }

  // A key, an item or a value. Returns the place behind it.
  Offset read_flow_token(Offset p) {
    // On a later line: the gap before it is a place of its own.
    if (gap_ && cursor_ < p && text::slice(text_, {cursor_, p}).find('\n') != std::string_view::npos)
      fill_gap(p);
    gap_.reset();
    const Offset end = line_end(p);
    if (flow_.back().wants_key()) return read_flow_key(p, end);
    const bool item = !flow_.back().mapping_form;
    if (text_[p] == '"' || text_[p] == '\'') return std::max(read_quoted(p, end, true, item), p + 1);
    const Offset start = p;
    while (p < end && !is_flow_end(p) && !is_comment(p)) ++p;
    add_plain(start, p, true, item);
    return std::max(p, start + 1);
  }

  Offset read_flow_key(Offset begin, Offset end) {
    const bool quoted = text_[begin] == '"' || text_[begin] == '\'';
    Offset stop = begin;
    Offset after = begin;
    if (quoted) {
      stop = closing_quote(begin, end);
      after = skip_blanks(std::min(stop + 1, end), end);
    } else {
      while (stop < end && !is_flow_end(stop) && !is_comment(stop) && !is_flow_colon(stop, end)) ++stop;
      after = stop;
      while (stop > begin && is_blank(text_[stop - 1]) && cursor_ < stop) --stop;
    }
    const bool colon = after < end && text_[after] == ':';
    FoundSlot& found = add(Slot::Kind::key, {quoted ? begin + 1 : begin, stop});
    found.slot.flow = true;
    found.slot.quote = quoted ? text_[begin] : '\0';
    found.slot.quote_closed = quoted && stop < end;
    found.slot.has_colon = colon;
    if (!colon) return std::max(after, begin + 1);
    levels_.push_back({0, std::string(text::slice(text_, found.slot.range)), true, false, true});
    flow_.back().has_key = true;
    gap_ = after + 1;
    return after + 1;
  }

  [[nodiscard]] bool is_flow_end(Offset at) const {
    return std::string_view(",]}").find(text_[at]) != std::string_view::npos;
  }
  [[nodiscard]] bool is_flow_colon(Offset at, Offset end) const {
    return text_[at] == ':' && (at + 1 >= end || is_blank(text_[at + 1]) ||
                                std::string_view(",[]{}\"'").find(text_[at + 1]) != std::string_view::npos);
  }

  std::string_view text_;
  Offset at_;
  Offset end_;
  Offset cursor_;
  Range last_line_;  // asked for last: tokens of one line ask for its end again and again
  std::vector<Level> levels_;
  std::vector<Dash> dashes_;
  std::vector<Flow> flow_;  // the open collections of the one that is being read
  std::optional<Offset> gap_;
  std::uint32_t mappings_ = 0;
  std::vector<FoundSlot> found_;
};

}  // namespace

std::vector<FoundSlot> scan_slots(std::string_view text, Range lines, Offset cursor) {
  return Scanner(text, lines, cursor).run();
}

}  // namespace features::completion
