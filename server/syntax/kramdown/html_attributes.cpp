#include "server/syntax/kramdown/html_attributes.h"

#include "server/syntax/kramdown/attributes.h"
#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

std::string_view lower(State& state, std::string_view name) {
  for (const char c : name) {
    if (!is_ascii(c) || text::is_ascii_uppercase(c)) return state.arena.copy(downcase(name));
  }
  return name;
}

}  // namespace

Element* make_html_element(State& state, const Text& source, Offset begin, const HtmlTag& tag) {
  const std::string_view text = source.view();
  const std::string_view written = text.substr(begin + 1, tag.name_end - begin - 1);
  const std::string_view small = lower(state, written);
  const bool known = html_element(small).known;
  Element* element = state.make(Type::html);
  element->html = state.arena.make<HtmlData>(known ? small : written, source.to_source(begin, tag.end));
  for (auto a = next_html_attribute(text, tag.attributes, tag.attributes_end); a;
       a = next_html_attribute(text, a->end, tag.attributes_end)) {
    const std::string_view name = text.substr(a->name, a->name_end - a->name);
    set_attribute(state, *element,
                  {known ? lower(state, name) : name, text.substr(a->value, a->value_end - a->value),
                   source.to_source(a->value, a->value_end), false, nullptr});
  }
  return element;
}

std::optional<MarkdownAttribute> take_markdown_attribute(Element& element) {
  for (Attribute** place = &element.attributes; *place != nullptr; place = &(*place)->next) {
    if ((*place)->name != "markdown") continue;
    const std::string_view value = (*place)->value;
    *place = (*place)->next;
    if (value == "0") return MarkdownAttribute{false, ContentModel::raw};
    if (value == "1") return MarkdownAttribute{true, ContentModel::raw};
    if (value == "span") return MarkdownAttribute{false, ContentModel::span};
    if (value == "block") return MarkdownAttribute{false, ContentModel::block};
    return std::nullopt;
  }
  return std::nullopt;
}

void join_attribute_lines(State& state, Element& element) {
  for (Attribute* a = element.attributes; a != nullptr; a = a->next) {
    if (a->value.find('\n') == std::string_view::npos) continue;
    std::string joined;
    for (std::size_t i = 0; i < a->value.size(); ++i) {
      if (a->value[i] != '\n') {
        joined += a->value[i];
      } else if (i == 0 || a->value[i - 1] != '\n') {
        joined += ' ';
      }
    }
    a->value = state.arena.copy(joined);
  }
}

}  // namespace syntax::kramdown
