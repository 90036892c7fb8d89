#include "server/features/completion/liquid_place.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "server/text/ascii.h"

namespace features::completion {
namespace {

using Kind = LiquidPlace::Kind;
using text::is_ascii_word;
using text::is_blank_or_line_end;
using text::Offset;
using text::Range;

constexpr std::size_t longest_tag = 2000;  // bytes that are looked at before the cursor

bool is_name_byte(char c) {
  return is_ascii_word(c) || c == '-';
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// jekyll/lib/jekyll/document.rb, render_with_liquid?: only `false` itself switches it off.
bool renders_liquid(const syntax::Document& document) {
  const syntax::Value* value = document.front_matter.data.find("render_with_liquid");
  const bool* flag = value ? value->boolean() : nullptr;
  return document.options.liquid && (!flag || *flag);
}

// Where the delimiter stands that the cursor is behind; none if it is closed before the cursor.
std::optional<Offset> opening_before(std::string_view text, Offset cursor) {
  const std::size_t from = cursor > longest_tag ? cursor - longest_tag : 0;
  const std::string_view before = text.substr(from, cursor - from);
  const auto last = [&](std::string_view a, std::string_view b) {
    const std::size_t first = before.rfind(a);
    const std::size_t second = before.rfind(b);
    if (first == std::string_view::npos) return second;
    return second == std::string_view::npos ? first : std::max(first, second);
  };
  const std::size_t open = last("{{", "{%");
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = last("}}", "%}");
  if (close != std::string_view::npos && close > open) return std::nullopt;
  return static_cast<Offset>(from + open);
}

// The `raw` or `comment` whose content holds `open`: inside there are no other nodes.
std::string verbatim_block(const syntax::Document& document, Offset open) {
  const auto& nodes = document.liquid.nodes;
  auto next =
      std::lower_bound(nodes.begin(), nodes.end(), open,
                       [](const syntax::liquid::Node& node, Offset at) { return node.range.begin < at; });
  if (next == nodes.begin()) return {};
  const syntax::liquid::Node& before = *std::prev(next);
  const std::string_view name = text::slice(document.text, before.name);
  return is_one_of(name, {"raw", "comment"}) ? std::string(name) : std::string();
}

void find_closing(std::string_view text, LiquidPlace& place) {
  Offset at = place.range.end;
  const Offset line_end = static_cast<Offset>(std::min(text.find_first_of("\r\n", at), text.size()));
  Offset word = at;
  while (word < line_end && is_blank_or_line_end(text[word])) ++word;
  const std::string_view rest = text.substr(word, line_end - word);
  for (const std::string_view closing : {"-%}", "%}", "-}}", "}}", "}"}) {
    if (!rest.starts_with(closing)) continue;
    place.closing = {word, word + static_cast<Offset>(closing.size())};
    return;
  }
  const std::string_view line = text.substr(at, line_end - at);
  const std::string_view end = text.substr(place.open, 2) == "{%" ? "%}" : "}}";
  const std::size_t close = line.find(end);
  if (close == std::string_view::npos || line.substr(0, close).find("{%") != std::string_view::npos) {
    place.closing = {at, at};
    place.bare = rest.empty();
    return;
  }
  place.bare = false;
  place.closing = {at + static_cast<Offset>(close), at + static_cast<Offset>(close + end.size())};
}

Offset name_end(std::string_view text, Offset at) {
  while (at < text.size() && is_name_byte(text[at])) ++at;
  return at;
}

// An argument without blanks, as far as it is written.
Offset argument_end(std::string_view text, Offset at) {
  while (at < text.size() && !is_blank_or_line_end(text[at]) && text[at] != '%' && text[at] != '}') ++at;
  return at;
}

bool is_in_quotes(std::string_view before) {
  char quote = 0;
  for (const char c : before) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  return quote != 0;
}

// What follows the file of an include: `name=value` with values in quotes or without.
bool parameter_place(std::string_view text, Offset begin, Offset cursor, LiquidPlace& place) {
  for (Offset at = begin; at <= cursor;) {
    while (at < cursor && (is_blank_or_line_end(text[at]) || text[at] == ',')) ++at;
    const Offset end = name_end(text, at);
    if (cursor <= end) {
      place.kind = Kind::parameter;
      place.range = {at, end};
      return true;
    }
    place.given.emplace_back(text.substr(at, end - at));
    at = end;
    while (at < cursor && is_blank_or_line_end(text[at])) ++at;
    if (at >= cursor || text[at] != '=') return false;
    ++at;
    while (at < cursor && is_blank_or_line_end(text[at])) ++at;
    if (at >= cursor) return false;
    if (text[at] == '"' || text[at] == '\'') {
      const std::size_t close = text.substr(0, cursor).find(text[at], at + 1);
      if (close == std::string_view::npos) return false;
      at = static_cast<Offset>(close) + 1;
    } else {
      while (at < cursor && !is_blank_or_line_end(text[at])) ++at;
      if (at >= cursor) return false;  // a variable; see expression_place
    }
  }
  return false;
}

// May a variable stand behind these words of the tag?
bool takes_variable(std::string_view tag, std::string_view before) {
  const auto words = [&] {
    std::size_t count = 0;
    bool inside = false;
    for (const char c : before) {
      if (!is_blank_or_line_end(c) && !inside) ++count;
      inside = !is_blank_or_line_end(c);
    }
    return count;
  };
  if (is_one_of(tag, {"for", "tablerow"})) return words() >= 2;
  if (tag == "assign") return before.find('=') != std::string_view::npos;
  if (tag.starts_with("end")) return false;
  return !is_one_of(tag, {"capture", "increment", "decrement", "else", "raw", "comment", "highlight", "break",
                          "continue", "ifchanged", "link", "post_url"});
}

bool expression_place(std::string_view text, Offset begin, Offset cursor, LiquidPlace& place) {
  const std::string_view markup = text.substr(begin, cursor - begin);
  if (is_in_quotes(markup)) {
    const std::size_t quote = markup.find_last_of("\"'");
    const Offset start = begin + static_cast<Offset>(quote) + 1;
    const std::size_t close = text.find(text[start - 1], start);
    const std::size_t line_end = std::min(text.find_first_of("\r\n", start), text.size());
    place.kind = Kind::text;
    place.range = {start, static_cast<Offset>(std::min(close, line_end))};
    return place.range.end >= cursor;
  }
  std::size_t run = markup.size();
  while (run > 0 && (is_name_byte(markup[run - 1]) || markup[run - 1] == '.')) --run;
  std::size_t before = run;
  while (before > 0 && is_blank_or_line_end(markup[before - 1])) --before;
  const char previous = before == 0 ? '\0' : markup[before - 1];
  std::string_view names = markup.substr(run);
  if (!names.empty() && text::is_digit(names.front())) return false;
  std::size_t dot = 0;
  while ((dot = names.find('.')) != std::string_view::npos) {
    if (dot == 0) return false;
    place.object.emplace_back(names.substr(0, dot));
    names.remove_prefix(dot + 1);
  }
  const Offset name = cursor - static_cast<Offset>(names.size());
  place.range = {name, name_end(text, name)};
  if (place.object.empty() && previous == '|') {
    place.kind = Kind::filter;
    return true;
  }
  place.kind = Kind::variable;
  // Behind a value there can be a filter or an operator, but no further value.
  const bool continues =
      run > before && run > 0 &&
      (is_name_byte(previous) || previous == '"' || previous == '\'' || previous == ']' || previous == ')');
  if (place.tag.empty()) return !continues;
  return takes_variable(place.tag, markup.substr(0, run)) || !place.object.empty();
}

}  // namespace

std::optional<LiquidPlace> liquid_at(const syntax::Document& document, Offset cursor) {
  using Format = syntax::ParseOptions::Format;
  const std::string_view text = document.text;
  if (document.options.format != Format::markdown && document.options.format != Format::html &&
      document.options.format != Format::code)
    return std::nullopt;
  if (!renders_liquid(document)) return std::nullopt;
  const auto open = opening_before(text, cursor);
  if (!open || *open < document.front_matter.content) return std::nullopt;
  LiquidPlace place;
  place.open = *open;
  place.verbatim = verbatim_block(document, *open);
  Offset at = *open + 2;
  if (at > cursor) return std::nullopt;
  if (at < cursor && text[at] == '-') ++at;
  const Offset first = at;
  while (at < cursor && is_blank_or_line_end(text[at])) ++at;
  if (text[*open + 1] == '{') {
    if (!place.verbatim.empty() || !expression_place(text, at, cursor, place)) return std::nullopt;
    find_closing(text, place);
    return place;
  }
  const Offset end = name_end(text, at);
  if (cursor <= end) {
    place.kind = Kind::tag;
    place.range = {at, end};
    place.tight = at == first;
    find_closing(text, place);
    return place;
  }
  if (!place.verbatim.empty()) return std::nullopt;
  place.tag = text.substr(at, end - at);
  at = end;
  while (at < cursor && is_blank_or_line_end(text[at])) ++at;
  if (is_one_of(place.tag, {"include", "include_relative", "include_cached", "link", "post_url"})) {
    const Offset argument = argument_end(text, at);
    if (cursor <= argument) {
      place.kind = Kind::file;
      place.range = {at, argument};
      find_closing(text, place);
      return place;
    }
    place.file = text.substr(at, argument - at);
    if (place.tag.starts_with("include") && parameter_place(text, argument, cursor, place)) {
      find_closing(text, place);
      return place;
    }
    at = argument;
  }
  if (!expression_place(text, at, cursor, place)) return std::nullopt;
  find_closing(text, place);
  return place;
}

}  // namespace features::completion
