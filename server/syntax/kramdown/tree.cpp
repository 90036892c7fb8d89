#include "server/syntax/kramdown/tree.h"

#include <algorithm>

#include "server/syntax/kramdown/attributes.h"
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/entities.h"
#include "server/syntax/kramdown/span.h"

namespace syntax::kramdown {
namespace {

void append_unmasked(const Text& text, const std::vector<Range>& masks, std::string& out) {
  const Range range = text.range();
  auto mask = std::lower_bound(masks.begin(), masks.end(), range.begin,
                               [](Range m, Offset begin) { return m.end <= begin; });
  if (mask == masks.end() || mask->begin >= range.end) {
    out += text.view();
    return;
  }
  for (Offset i = 0; i < text.size; ++i) {
    const Offset place = text.to_source(i);
    while (mask != masks.end() && mask->end <= place) ++mask;
    if (mask == masks.end() || place < mask->begin) out += text.data[i];
  }
}

constexpr std::string_view quotes[] = {"\u2018", "\u2019", "\u201C", "\u201D"};
constexpr std::string_view symbols[] = {"\u2014", "\u2013", "\u2026", "\u00AB", "\u00BB"};

void append_symbol(const Element& element, std::string& out) {
  constexpr std::string_view blank = "\u00A0";
  const bool with_blank = element.text.size == 3;
  const Symbol symbol = static_cast<Symbol>(element.code);
  if (with_blank && symbol == Symbol::right_guillemet) out += blank;
  out += symbols[element.code];
  if (with_blank && symbol == Symbol::left_guillemet) out += blank;
}

}  // namespace

void update_tree(State& state, Element& element) {
  // The text of headings and terms is looked at later; elsewhere mere text can be forgotten at once.
  const bool keep_text =
      element.type == Type::header || element.type == Type::term || element.type == Type::html;
  for (Element* child = element.first; child != nullptr; child = child->next) {
    if (child->type == Type::raw_text) {
      const Arena::Mark mark = state.arena.mark();
      if (!parse_spans(state, child->text, *child, SpanParsers::all) && !keep_text && !state.keep_text) {
        child->first = child->last = nullptr;
        state.arena.release(mark);
      }
      continue;
    }
    if (child->type == Type::text) continue;
    const bool keep = state.keep_text;
    state.keep_text = keep || (child->type == Type::html && html_heading_level(child->html->name) != 0);
    update_tree(state, *child);
    state.keep_text = keep;
    if (child->list != nullptr) apply_attributes(state, *child, *child->list);
  }
}

int html_heading_level(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

void assign_gfm_ids(State& state, Element& root, HeadingIds& ids) {
  for (Element* child = root.first; child != nullptr; child = child->next) {
    if (child->type == Type::html) continue;
    if (child->type != Type::header) {
      if (child->type != Type::raw_text) assign_gfm_ids(state, *child, ids);
      continue;
    }
    if (!state.options.auto_ids || child->find("id") != nullptr) continue;
    child->header->id = state.arena.copy(state.options.auto_id_prefix + ids.gfm(child->header->raw_text));
    child->header->has_id = true;
  }
}

void append_text(const State& state, const Element& element, TextUse use, const std::vector<Range>& masks,
                 std::string& out) {
  for (const Element* child = element.first; child != nullptr; child = child->next) {
    const bool stripped_only = use == TextUse::id && !state.gfm();
    switch (child->type) {
      case Type::text: {
        const std::size_t begin = out.size();
        append_unmasked(child->text, masks, out);
        // kramdown joins neighbouring texts.
        while (child->next != nullptr && child->next->type == Type::text) {
          child = child->next;
          append_unmasked(child->text, masks, out);
        }
        if (use == TextUse::reader && out.find('&', begin) != std::string::npos) {
          const std::string decoded = decode_entities(std::string_view(out).substr(begin));
          out.replace(begin, std::string::npos, decoded);
        }
        break;
      }
      case Type::code_span:
        if (!stripped_only) append_unmasked(child->text, masks, out);
        break;
      case Type::math:
        // The built page leaves it to MathJax.
        if (use == TextUse::reader) out += "\\(";
        if (!stripped_only) append_unmasked(child->text, masks, out);
        if (use == TextUse::reader) out += "\\)";
        break;
      case Type::comment:
      case Type::raw:
        break;
      case Type::entity:
        if (!stripped_only) append_utf8(out, child->number);
        break;
      case Type::smart_quote:
        if (!stripped_only) out += quotes[child->code];
        break;
      case Type::symbol:
        if (!stripped_only) append_symbol(*child, out);
        break;
      default:
        append_text(state, *child, use, masks, out);
        break;
    }
  }
}

}  // namespace syntax::kramdown
