// Tables (lib/kramdown/parser/kramdown/table.rb): lines of which each has a pipe outside of code.
#include <algorithm>

#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/span.h"

namespace syntax::kramdown {
namespace {

// TABLE_PIPE_CHECK at the start of `line`: a pipe at once, or one that no backslash precedes.
bool has_pipe(std::string_view line) {
  for (std::size_t i = line.find('|'); i != std::string_view::npos; i = line.find('|', i + 1)) {
    if (i == 0 || line[i - 1] != '\\') return true;
  }
  return false;
}

bool consists_of(std::string_view line, std::string_view characters, char needed) {
  return line.find_first_not_of(characters) == std::string_view::npos &&
         line.find(needed) != std::string_view::npos;
}

bool is_separator(std::string_view line) {
  return consists_of(line, "+|: \t-", '-');
}
bool is_footer_separator(std::string_view line) {
  return consists_of(line, "+|: \t=", '=');
}

// The first line of `text` and what String#split("\n") would count.
struct Lines {
  std::size_t count = 0;
  std::string_view first;
  std::string_view last;
};

Lines split_lines(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  Lines lines;
  if (text.empty()) return lines;
  lines.count = 1U + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  lines.first = text.substr(0, text.find('\n'));
  const std::size_t newline = text.rfind('\n');
  lines.last = newline == std::string_view::npos ? text : text.substr(newline + 1);
  return lines;
}

// Cells of one row as they grow.
class Row {
 public:
  explicit Row(State& state) : state_(state), cell_(state.arena) {}

  void add_to_last(const Text& text) {
    started_ = true;
    cell_.append(text);
  }
  // Bytes that stand where `place` is.
  void insert(std::string_view bytes, const Text& place) {
    started_ = true;
    cell_.insert(bytes, place);
  }
  void next_cell(const Text& place) {
    cells_.push_back(cell_.finish(place));
    started_ = true;
  }
  std::vector<Text> finish(const Text& place) {
    if (started_) cells_.push_back(cell_.finish(place));
    return std::move(cells_);
  }

  // Text without code: unescaped pipes part cells, `\|` is a pipe.
  void add_text(const Text& text) {
    const std::string_view view = text.view();
    Offset copied = 0;
    for (Offset i = 0; i < text.size; ++i) {
      if (view[i] != '|') continue;
      if (i > 0 && view[i - 1] == '\\') {
        add_to_last(text.slice(copied, i - 1));
        copied = i;
        continue;
      }
      add_to_last(text.slice(copied, i));
      next_cell(text.slice(i, i));
      copied = i + 1;
    }
    add_to_last(text.slice(copied, text.size));
  }

  // A code span is written anew with as many backticks as its content needs.
  void add_code(const Text& content) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : content.view()) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    std::string delimiter(longest + 1, '`');
    insert(longest == 0 ? delimiter : delimiter + ' ', content.slice(0, 0));
    add_to_last(content);
    insert(longest == 0 ? delimiter : ' ' + delimiter, content.slice(content.size, content.size));
  }

  // A piece of the row between <code> elements.
  void add_part(const Text& part) {
    if (part.size == 0) return;
    Element* root = state_.make(Type::root);
    static_cast<void>(parse_spans(state_, part, *root, SpanParsers::code_spans));
    // Runs of text that the span parser split stay together: a pipe's backslash may be in the run before.
    for (const Element* child = root->first; child != nullptr;) {
      if (child->type == Type::code_span) {
        add_code(child->text);
        child = child->next;
        continue;
      }
      TextBuilder run(state_.arena);
      for (; child != nullptr && child->type == Type::text; child = child->next) run.append(child->text);
      add_text(run.finish(part));
    }
  }

 private:
  State& state_;
  TextBuilder cell_;
  bool started_ = false;
  std::vector<Text> cells_;
};

std::vector<Text> split_row(State& state, const Text& line) {
  Row row(state);
  const std::string_view view = line.view();
  Offset copied = 0;
  for (std::size_t code = view.find("<code"); code != std::string_view::npos;
       code = view.find("<code", copied)) {
    const std::size_t open_end = view.find('>', code);
    if (open_end == std::string_view::npos) break;
    const std::size_t close = view.find("</code>", open_end + 1);
    if (close == std::string_view::npos) break;
    row.add_part(line.slice(copied, static_cast<Offset>(code)));
    copied = static_cast<Offset>(close) + 7;
    row.add_to_last(line.slice(static_cast<Offset>(code), copied));
  }
  row.add_part(line.slice(copied, line.size));
  return row.finish(line);
}

bool is_blank_cell(const Text& cell) {
  return lstrip(rstrip(cell.view())).empty();
}

// Has every line a pipe that is neither escaped nor inside code or a tag?
bool has_pipe_on_each_line(State& state, const Text& text) {
  Element* root = state.make(Type::root);
  static_cast<void>(parse_spans(state, text, *root, SpanParsers::code_spans_and_html));
  bool pipe_on_line = false;
  for (Element* child = root->first; child != nullptr;) {
    Lines lines;
    bool is_code = false;
    if (child->type == Type::text) {
      TextBuilder run(state.arena);
      for (; child != nullptr && child->type == Type::text; child = child->next) run.append(child->text);
      lines = split_lines(run.finish(text).view());
    } else {
      is_code = child->type == Type::code_span;
      lines = split_lines(child->type == Type::html ? child->html->name : child->text.view());
      child = child->next;
    }
    if (is_code) {
      if (lines.count > 2 || (lines.count == 2 && !pipe_on_line)) break;
      if (lines.count == 2) pipe_on_line = false;
    } else {
      if (lines.count > 1 && !pipe_on_line && !has_pipe(lines.first)) break;
      pipe_on_line = (lines.count <= 1 && pipe_on_line) || (lines.count > 0 && has_pipe(lines.last));
    }
  }
  return pipe_on_line;
}

}  // namespace

bool BlockParser::parse_table() {
  const Offset first = skip_indent(pos_);
  if (first >= size_ || is_space(text_[first])) return false;
  if (!has_pipe(text_.substr(first, line_end(first) - first))) return false;
  // The element takes a waiting attribute list even when this turns out to be no table; so it is in kramdown.
  Element* table = make_block(Type::table);
  const Offset begin = pos_;
  Offset i = pos_;
  const Offset mark = skip_blanks(i);
  const bool leading_pipe = mark < size_ && text_[mark] == '|';
  bool plain = !leading_pipe;
  if (is_separator(text_.substr(i, line_end(i) - i))) i = next_line(i);

  struct Line {
    Offset begin;
    Offset end;
  };
  std::vector<Line> rows;                                 // those since the last container
  std::vector<std::pair<bool, std::vector<Line>>> parts;  // is it a body?
  bool has_alignment = false;
  bool has_footer = false;
  const auto add_part = [&](bool body, bool force) {
    if (!has_footer || !body || force) parts.emplace_back(body, std::exchange(rows, {}));
  };
  while (i < size_) {
    const Offset eol = line_end(i);
    const std::string_view line = text_.substr(i, eol - i);
    if (!has_pipe(line)) break;
    plain = plain && !is_separator(line) && !is_footer_separator(line);
    if (is_separator(line)) {
      if (!rows.empty() && !has_alignment && !has_footer) {
        add_part(false, false);
        has_alignment = true;
      } else if (!rows.empty()) {
        add_part(true, false);
      }
    } else if (is_footer_separator(line)) {
      if (!rows.empty()) add_part(true, true);
      has_footer = true;
    } else {
      rows.push_back({i, eol});
    }
    i = std::min<Offset>(eol + 1, size_);
  }
  pos_ = i;
  const bool bounded = before_block_boundary();
  pos_ = begin;
  if (!bounded || i == begin) return false;
  if (!has_pipe_on_each_line(state_, source_.slice(begin, i - 1))) return false;
  if (!rows.empty()) add_part(!has_footer, false);
  if (std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part.first; })) return false;

  for (const auto& [body, lines] : parts) {
    for (const Line& line : lines) {
      Offset end = line.end;
      while (end > line.begin && is_blank(text_[end - 1])) --end;
      std::vector<Text> cells = split_row(state_, source_.slice(line.begin, end));
      if (leading_pipe && !cells.empty() && is_blank_cell(cells.front())) cells.erase(cells.begin());
      if (!cells.empty() && is_blank_cell(cells.back())) cells.pop_back();
      for (const Text& cell : cells) {
        Element* raw = state_.make(Type::cell);
        add_raw(*raw, cell.rstripped().lstripped());
        table->append(raw);
      }
    }
  }
  tree_->append(table);
  if (plain) add_trap(Trap::Kind::plain_table, first, first, i);
  pos_ = i;
  return true;
}

}  // namespace syntax::kramdown
