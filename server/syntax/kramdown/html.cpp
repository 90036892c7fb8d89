#include "server/syntax/kramdown/html.h"

#include <array>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

enum Flag : unsigned { span = 1, block = 2, empty = 4, model_block = 8, model_span = 16, known = 32 };

struct Entry {
  std::string_view name;
  unsigned flags;
};

// Sorted by name.
constexpr Entry elements[] = {
    {"a", span | model_span},
    {"abbr", span | model_span},
    {"acronym", span | model_span},
    {"address", block | model_block},
    {"applet", block | model_block},
    {"area", empty},
    {"article", block | model_block},
    {"aside", block | model_block},
    {"b", span | model_span},
    {"base", empty},
    {"bdo", span | model_span},
    {"big", span | model_span},
    {"blockquote", block | model_block},
    {"body", block | model_block},
    {"br", span | empty},
    {"button", span | model_span},
    {"caption", block | model_span},
    {"cite", span | model_span},
    {"code", span},
    {"col", block | empty},
    {"colgroup", block},
    {"command", empty},
    {"dd", block | model_block},
    {"del", span | model_span},
    {"details", model_block},
    {"dfn", span | model_span},
    {"div", block | model_block},
    {"dl", block | model_block},
    {"dt", block | model_span},
    {"em", span | model_span},
    {"embed", empty},
    {"fieldset", block | model_block},
    {"figcaption", block | model_block},
    {"figure", model_block},
    {"footer", block | model_block},
    {"form", block | model_block},
    {"h1", block | model_span},
    {"h2", block | model_span},
    {"h3", block | model_span},
    {"h4", block | model_span},
    {"h5", block | model_span},
    {"h6", block | model_span},
    {"head", block},
    {"header", block | model_block},
    {"hgroup", block | model_block},
    {"hr", block | empty},
    {"html", block},
    {"i", span | model_span},
    {"iframe", block | model_block},
    {"img", span | empty},
    {"input", span | empty},
    {"ins", span | model_span},
    {"kbd", span},
    {"keygen", empty},
    {"label", span | model_span},
    {"legend", block | model_span},
    {"li", block | model_block},
    {"link", empty},
    {"main", block | model_block},
    {"map", block | model_block},
    {"mark", span},
    {"math", known},
    {"menu", block | model_block},
    {"meta", empty},
    {"nav", block | model_block},
    {"noscript", model_block},
    {"object", model_block},
    {"ol", block},
    {"optgroup", block | model_span},
    {"option", span},
    {"p", block | model_span},
    {"param", empty},
    {"pre", block},
    {"q", span | model_span},
    {"rb", span | model_span},
    {"rbc", span | model_span},
    {"rp", span | model_span},
    {"rt", span | model_span},
    {"rtc", span | model_span},
    {"ruby", span | model_span},
    {"samp", span},
    {"script", known},
    {"section", block | model_block},
    {"select", span | model_span},
    {"small", span | model_span},
    {"source", empty},
    {"span", span | model_span},
    {"strong", span | model_span},
    {"style", known},
    {"sub", span | model_span},
    {"summary", block | model_block},
    {"sup", span | model_span},
    {"table", block},
    {"tbody", block},
    {"td", block | model_block},
    {"textarea", known},
    {"tfoot", block},
    {"th", block | model_span},
    {"thead", block},
    {"tr", block},
    {"track", empty},
    {"tt", span | model_span},
    {"u", span},
    {"ul", block},
    {"var", span},
    {"wbr", empty},
};

// Where the names with each first letter begin, and behind the last of them.
constexpr std::array<std::uint8_t, 27> make_first_of() {
  std::array<std::uint8_t, 27> first_of{};
  std::size_t i = 0;
  for (std::size_t letter = 0; letter < first_of.size(); ++letter) {
    while (i < std::size(elements) && elements[i].name[0] < static_cast<char>('a' + letter)) ++i;
    first_of[letter] = static_cast<std::uint8_t>(i);
  }
  return first_of;
}
constexpr std::array<std::uint8_t, 27> first_of = make_first_of();

const Entry* find_element(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return nullptr;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = first_of[letter]; i < first_of[letter + 1]; ++i) {
    if (elements[i].name == name) return &elements[i];
  }
  return nullptr;
}

Offset skip_spaces(std::string_view text, Offset i) {
  while (i < text.size() && is_space(text[i])) ++i;
  return i;
}

bool starts_name(std::string_view text, Offset i, Offset& size) {
  if (i >= text.size()) return false;
  size = 1;
  if (is_ascii(text[i])) return is_ascii_letter(text[i]) || text[i] == '_';
  const Decoded c = decode(text, i);
  size = c.size;
  return is_alphabetic(c.code_point);
}

// NCNAME_STR.
Offset scan_part(std::string_view text, Offset begin) {
  Offset size = 0;
  if (!starts_name(text, begin, size)) return begin;
  return static_cast<Offset>(skip_name_characters(text, begin + size));
}

Offset scan_word_property(std::string_view text, Offset i) {
  while (i < text.size()) {
    const Decoded c = decode(text, i);
    if (!is_word_property(c.code_point)) break;
    i += c.size;
  }
  return i;
}

// (?:\s*=\s*(?:\p{Word}+|("|').*?\3))? behind an attribute's name. Leaves `value` empty and `end` alone if it
// fails.
void match_value(std::string_view text, HtmlAttribute& attribute) {
  Offset i = skip_spaces(text, attribute.name_end);
  if (i >= text.size() || text[i] != '=') return;
  i = skip_spaces(text, i + 1);
  const Offset word_end = scan_word_property(text, i);
  if (word_end > i) {
    attribute.value = i;
    attribute.value_end = attribute.end = word_end;
    return;
  }
  if (i >= text.size() || (text[i] != '"' && text[i] != '\'')) return;
  const std::size_t close = text.find(text[i], i + 1U);
  if (close == std::string_view::npos) return;
  attribute.value = i + 1;
  attribute.value_end = static_cast<Offset>(close);
  attribute.end = attribute.value_end + 1;
}

std::optional<HtmlAttribute> match_attribute(std::string_view text, Offset name) {
  const Offset name_end = scan_html_name(text, name);
  if (name_end == name) return std::nullopt;
  HtmlAttribute attribute{name, name_end, name_end, name_end, name_end};
  match_value(text, attribute);
  return attribute;
}

}  // namespace

HtmlElement html_element(std::string_view name) {
  const Entry* found = find_element(name);
  if (found == nullptr) return {};
  const unsigned flags = found->flags;
  HtmlElement element{true, (flags & span) != 0, (flags & block) != 0, (flags & empty) != 0,
                      ContentModel::raw};
  if ((flags & model_block) != 0) element.model = ContentModel::block;
  if ((flags & model_span) != 0) element.model = ContentModel::span;
  return element;
}

Offset scan_html_name(std::string_view text, Offset begin) {
  const Offset end = scan_part(text, begin);
  if (end == begin || end >= text.size() || text[end] != ':') return end;
  const Offset local = scan_part(text, end + 1);
  return local > end + 1 ? local : end;
}

std::optional<HtmlTag> match_html_tag(std::string_view text, Offset begin, std::size_t& work) {
  HtmlTag tag;
  tag.name_end = scan_html_name(text, begin + 1);
  if (tag.name_end == begin + 1) return std::nullopt;
  Offset i = tag.name_end;
  tag.attributes = i;
  while (i < text.size() && is_space(text[i])) {
    const auto attribute = match_attribute(text, skip_spaces(text, i));
    if (!attribute) break;
    i = attribute->end;
  }
  tag.attributes_end = i;
  i = skip_spaces(text, i);
  work += i - begin;
  if (i < text.size() && text[i] == '/') {
    tag.closed = true;
    ++i;
  }
  if (i >= text.size() || text[i] != '>') return std::nullopt;
  tag.end = i + 1;
  return tag;
}

std::optional<HtmlTag> match_html_close_tag(std::string_view text, Offset begin) {
  if (begin + 1 >= text.size() || text[begin + 1] != '/') return std::nullopt;
  HtmlTag tag;
  tag.name_end = scan_html_name(text, begin + 2);
  if (tag.name_end == begin + 2) return std::nullopt;
  const Offset i = skip_spaces(text, tag.name_end);
  if (i >= text.size() || text[i] != '>') return std::nullopt;
  tag.end = i + 1;
  return tag;
}

std::optional<HtmlAttribute> next_html_attribute(std::string_view text, Offset begin, Offset end) {
  const std::string_view tag = text.substr(0, end);
  return match_attribute(tag, skip_spaces(tag, begin));
}

bool ends_lazy_text(std::string_view text, Offset begin) {
  const bool stop = begin + 1 < text.size() && text[begin + 1] == '/';
  const Offset name = begin + (stop ? 2 : 1);
  const Offset end = scan_html_name(text, name);
  if (end == name) return false;
  Offset word = name;
  while (word < text.size() && is_ascii_word(text[word])) ++word;
  const bool boundary =
      word >= text.size() || is_ascii(text[word]) || !is_word_property(decode(text, word).code_point);
  const std::string_view first = text.substr(name, word - name);
  if (boundary && (first == "script" || html_element(first).span)) return false;
  if (!stop) return true;
  const Offset i = skip_spaces(text, end);
  return i < text.size() && text[i] == '>';
}

std::size_t find_close_tag(std::string_view text, std::size_t from, std::string_view name) {
  for (std::size_t i = text.find("</", from); i != std::string_view::npos; i = text.find("</", i + 2)) {
    if (!equals_ignoring_ascii_case(text.substr(i + 2, name.size()), name)) continue;
    std::size_t end = i + 2 + name.size();
    while (end < text.size() && is_space(text[end])) ++end;
    if (end < text.size() && text[end] == '>') return i;
  }
  return std::string_view::npos;
}

}  // namespace syntax::kramdown
