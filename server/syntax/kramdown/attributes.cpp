#include "server/syntax/kramdown/attributes.h"

#include <charconv>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

// \s*?\n: nothing but white space up to a line end. Gives the offset behind it.
std::optional<Offset> match_line_end(std::string_view text, std::size_t from) {
  while (from < text.size() && is_space(text[from])) {
    if (text[from++] == '\n') return static_cast<Offset>(from);
  }
  return std::nullopt;
}

bool accepts(std::string_view text, std::size_t from, Behind behind, Offset& end) {
  if (behind == Behind::anything) {
    end = static_cast<Offset>(from);
    return true;
  }
  const auto line = match_line_end(text, from);
  if (!line) return false;
  end = *line;
  return true;
}

// ALD_ANY_CHARS+ and a `}`: the first one that no backslash escapes, or else the last escaped one that fits.
std::optional<ListMatch> match_content(std::string_view text, Offset begin, BraceFinder& braces,
                                       Behind behind, bool may_be_empty) {
  ListMatch match;
  match.content_begin = begin;
  std::size_t close = braces.next(begin);
  while (close != std::string_view::npos && close > begin && text[close - 1] == '\\')
    close = braces.next(close + 1);
  const std::size_t last = close == std::string_view::npos ? text.size() : close;
  if (close != std::string_view::npos && (close > begin || may_be_empty) &&
      accepts(text, close + 1, behind, match.end)) {
    match.content_end = static_cast<Offset>(close);
    return match;
  }
  if (braces.next(begin) >= last) return std::nullopt;
  for (std::size_t i = last; i-- > begin + 1U;) {
    if (text[i] == '}' && accepts(text, i + 1, behind, match.end)) {
      match.content_end = static_cast<Offset>(i);
      return match;
    }
  }
  return std::nullopt;
}

bool starts_at(std::string_view text, std::size_t offset, std::string_view what) {
  return text.substr(std::min(offset, text.size())).starts_with(what);
}

void add(State& state, AttributeList& list, const ListedAttribute& attribute) {
  auto* copy = state.arena.make<ListedAttribute>(attribute);
  (list.last != nullptr ? list.last->next : list.first) = copy;
  list.last = copy;
}

bool at_end_of_item(std::string_view text, std::size_t offset) {
  return offset >= text.size() || is_space(text[offset]);
}

// The value between quotes of `key="value"`: up to the first quote that white space or the end follows; a
// quote behind a backslash only if there is no other. Gives the closing quote.
std::optional<Offset> find_closing_quote(std::string_view text, Offset from, char quote) {
  std::optional<Offset> escaped;
  for (Offset i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' && i + 1 < text.size() && (text[i + 1] == '}' || text[i + 1] == quote)) {
      ++i;
      if (text[i] == quote && at_end_of_item(text, i + 1U)) escaped = i;
      continue;
    }
    if (c == quote && at_end_of_item(text, i + 1U)) return i;
    if (c == '}' || c == '\x02') break;
  }
  return escaped;
}

std::string_view unescape(State& state, std::string_view value, char quote) {
  if (value.find('\\') == std::string_view::npos) return value;
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '\\' && i + 1 < value.size() && (value[i + 1] == '}' || value[i + 1] == quote)) ++i;
    out += value[i];
  }
  return state.arena.copy(out);
}

// Reads one item at `begin` into `list`; gives its end, or `begin` if there is none.
Offset parse_item(State& state, const Text& content, Offset begin, AttributeList& list, bool (&hopeless)[2]) {
  const std::string_view text = content.view();
  const Offset name_end = scan_id_name(text, begin);
  if (name_end > begin) {
    const std::string_view name = text.substr(begin, name_end - begin);
    if (name_end + 1 < text.size() && text[name_end] == '=' &&
        (text[name_end + 1] == '"' || text[name_end + 1] == '\'')) {
      const char quote = text[name_end + 1];
      bool& failed = hopeless[quote == '"' ? 0 : 1];
      const Offset value = name_end + 2;
      const auto close = failed ? std::nullopt : find_closing_quote(text, value, quote);
      if (close) {
        add(state, list,
            {ListedAttribute::Kind::value, name, unescape(state, text.substr(value, *close - value), quote),
             content.to_source(value, *close), nullptr});
        return *close + 1;
      }
      failed = true;
    }
    if (!at_end_of_item(text, name_end)) return begin;
    add(state, list,
        {ListedAttribute::Kind::reference, name, {}, content.to_source(begin, name_end), nullptr});
    return name_end;
  }
  ListedAttribute found[64];
  std::size_t count = 0;
  Offset i = begin;
  while (i + 1 < text.size() && count < std::size(found)) {
    const Offset start = i + 1;
    Offset end = start;
    if (text[i] == '#' && is_ascii_letter(text[start])) {
      while (end < text.size() && (is_ascii_word(text[end]) || text[end] == ':' || text[end] == '-')) ++end;
      found[count++] = {ListedAttribute::Kind::value, "id", text.substr(start, end - start),
                        content.to_source(start, end), nullptr};
    } else if (text[i] == '.') {
      while (end < text.size() && !is_space(text[end]) && text[end] != '.' && text[end] != '#') ++end;
      if (end == start) break;
      found[count++] = {ListedAttribute::Kind::css_class, "class", text.substr(start, end - start),
                        content.to_source(start, end), nullptr};
    } else {
      break;
    }
    i = end;
  }
  if (i == begin || !at_end_of_item(text, i)) return begin;
  for (std::size_t k = 0; k < count; ++k) add(state, list, found[k]);
  return i;
}

constexpr int max_reference_depth = 16;

void apply(State& state, Element& element, const AttributeList& list, int depth) {
  for (const ListedAttribute* item = list.first; item != nullptr; item = item->next) {
    if (item->kind != ListedAttribute::Kind::reference) continue;
    const auto ald = state.alds.find(item->name);
    if (ald != state.alds.end() && depth < max_reference_depth)
      apply(state, element, *ald->second, depth + 1);
  }
  for (const ListedAttribute* item = list.first; item != nullptr; item = item->next) {
    if (item->kind == ListedAttribute::Kind::reference) continue;
    Attribute attribute{item->name, item->value, item->range, true, nullptr};
    if (item->kind == ListedAttribute::Kind::css_class || item->name == "class") {
      if (const Attribute* old = element.find("class"); old != nullptr && !old->value.empty()) {
        attribute.value = state.arena.copy(std::string(old->value) + ' ' + std::string(item->value));
      }
    }
    set_attribute(state, element, attribute);
  }
}

}  // namespace

std::size_t BraceFinder::next(std::size_t from) {
  if (from < asked_ || from > answer_) {
    asked_ = from;
    answer_ = text_.find('}', from);
  }
  return answer_;
}

std::optional<ListMatch> match_list(std::string_view text, Offset brace, BraceFinder& braces, Behind behind) {
  if (!starts_at(text, brace, "{:")) return std::nullopt;
  const Offset begin = brace + 2;
  if (begin >= text.size()) return std::nullopt;
  if (behind == Behind::line_end && (text[begin] == ':' || text[begin] == '/')) return std::nullopt;
  return match_content(text, begin, braces, behind, false);
}

std::optional<ListMatch> match_item_list(std::string_view text, Offset brace, BraceFinder& braces) {
  if (!starts_at(text, brace, "{:")) return std::nullopt;
  const Offset begin = brace + 2;
  const Offset name_end = scan_id_name(text, begin);
  if (begin >= text.size() || text[begin] == '/' || (name_end < text.size() && text[name_end] == ':'))
    return std::nullopt;
  auto match = match_content(text, begin, braces, Behind::anything, false);
  if (match) {
    while (match->end < text.size() && is_space(text[match->end])) ++match->end;
  }
  return match;
}

std::optional<ListMatch> match_ald(std::string_view text, Offset brace, BraceFinder& braces) {
  if (!starts_at(text, brace, "{:")) return std::nullopt;
  const Offset begin = brace + 2;
  const Offset name_end = scan_id_name(text, begin);
  if (name_end == begin || name_end >= text.size() || text[name_end] != ':') return std::nullopt;
  auto match = match_content(text, name_end + 1, braces, Behind::line_end, false);
  if (match) match->name = text.substr(begin, name_end - begin);
  return match;
}

std::optional<ListMatch> match_extension(std::string_view text, Offset brace, BraceFinder& braces,
                                         Behind behind) {
  if (!starts_at(text, brace, "{::")) return std::nullopt;
  const Offset begin = brace + 3;
  Offset name_end = begin;
  while (name_end < text.size() && is_ascii_word(text[name_end])) ++name_end;
  if (name_end == begin || name_end >= text.size()) return std::nullopt;
  std::optional<ListMatch> match;
  if (is_space(text[name_end])) {
    match = match_content(text, name_end + 1, braces, behind, true);
    if (!match) return std::nullopt;
    if (match->content_end > match->content_begin && text[match->content_end - 1] == '/') {
      match->closed = true;
      --match->content_end;
    }
  } else {
    Offset i = name_end;
    const bool closed = text[i] == '/';
    if (closed) ++i;
    Offset end = 0;
    if (i >= text.size() || text[i] != '}' || !accepts(text, i + 1U, behind, end)) return std::nullopt;
    match = ListMatch{end, name_end, name_end, {}, closed};
  }
  match->name = text.substr(begin, name_end - begin);
  return match;
}

std::optional<Offset> match_extension_stop(std::string_view text, Offset brace, std::string_view name) {
  if (!starts_at(text, brace, "{:/")) return std::nullopt;
  std::size_t i = brace + 3U;
  if (starts_at(text, i, name)) i += name.size();
  if (!starts_at(text, i, "}")) return std::nullopt;
  return static_cast<Offset>(i + 1);
}

Offset scan_id_name(std::string_view text, Offset begin) {
  if (begin >= text.size() || !is_ascii_word(text[begin])) return begin;
  Offset end = begin + 1;
  while (end < text.size() && (is_ascii_word(text[end]) || text[end] == '-')) ++end;
  return end;
}

void parse_attribute_list(State& state, const Text& content, AttributeList& list) {
  const std::string_view text = content.view();
  const std::string_view stripped = lstrip(rstrip(text));
  if (stripped.empty() || stripped == ":") return;
  bool hopeless[2] = {false, false};
  Offset i = 0;
  if (const Offset end = parse_item(state, content, 0, list, hopeless); end > 0) i = end;
  while (i < text.size()) {
    if (!is_space(text[i])) {
      ++i;
      continue;
    }
    const Offset end = parse_item(state, content, i + 1, list, hopeless);
    i = end > i + 1 ? end : i + 1;
  }
}

void set_attribute(State& state, Element& element, const Attribute& attribute) {
  Attribute** place = &element.attributes;
  for (; *place != nullptr; place = &(*place)->next) {
    if ((*place)->name != attribute.name) continue;
    Attribute* const next = (*place)->next;
    **place = attribute;
    (*place)->next = next;
    return;
  }
  *place = state.arena.make<Attribute>(attribute);
}

void apply_attributes(State& state, Element& element, const AttributeList& list) {
  apply(state, element, list, 0);
}

bool has_reference(const AttributeList* list, std::string_view name) {
  if (list == nullptr) return false;
  for (const ListedAttribute* item = list->first; item != nullptr; item = item->next) {
    if (item->kind == ListedAttribute::Kind::reference && item->name == name) return true;
  }
  return false;
}

namespace {

// One line of the option's value: `2..4` or `1,3`, levels from 1 to 6.
std::optional<std::uint8_t> parse_levels_line(std::string_view line) {
  unsigned levels = 0;
  const auto level = [](char c) { return static_cast<unsigned>(c - '0'); };
  if (line.size() == 4 && line.substr(1, 2) == ".." && is_digit(line[0]) && is_digit(line[3])) {
    for (unsigned i = level(line[0]); i <= level(line[3]); ++i) levels |= 1U << i;
  } else {
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (i % 2 == 0 ? !is_digit(line[i]) : line[i] != ',') return std::nullopt;
      if (i % 2 == 0) levels |= 1U << level(line[i]);
    }
    if (line.size() % 2 == 0) return std::nullopt;
  }
  if ((levels & ~0x7EU) != 0) return std::nullopt;
  return static_cast<std::uint8_t>(levels);
}

// kramdown's patterns are anchored at lines, so one good line of a value over several is enough (options.rb).
std::optional<std::uint8_t> parse_levels(std::string_view value) {
  while (true) {
    const std::size_t end = value.find('\n');
    if (const auto levels = parse_levels_line(value.substr(0, end))) return levels;
    if (end == std::string_view::npos) return std::nullopt;
    value.remove_prefix(end + 1);
  }
}

}  // namespace

void apply_options(State& state, const AttributeList& list) {
  MarkdownOptions& options = state.options;
  for (const ListedAttribute* item = list.first; item != nullptr; item = item->next) {
    if (item->kind != ListedAttribute::Kind::value) continue;
    const bool truth = !item->value.empty() && downcase(lstrip(rstrip(item->value))) != "false";
    if (item->name == "auto_ids") options.auto_ids = truth;
    if (item->name == "auto_id_stripping") options.auto_id_stripping = truth;
    if (item->name == "auto_id_prefix") options.auto_id_prefix = item->value;
    if (item->name == "footnote_prefix") options.footnote_prefix = item->value;
    if (item->name == "parse_block_html") options.parse_block_html = truth;
    if (item->name == "parse_span_html") options.parse_span_html = truth;
    if (item->name == "toc_levels") state.toc_levels = parse_levels(item->value).value_or(state.toc_levels);
    if (item->name == "header_offset") {
      int offset = 0;
      const char* const end = item->value.data() + item->value.size();
      if (std::from_chars(item->value.data(), end, offset).ptr == end && !item->value.empty())
        options.header_offset = offset;
    }
  }
}

}  // namespace syntax::kramdown
