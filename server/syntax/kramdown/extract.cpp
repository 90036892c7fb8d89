#include "server/syntax/kramdown/extract.h"

#include <algorithm>

#include "server/syntax/html_addresses.h"
#include "server/syntax/kramdown/attributes.h"
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/entities.h"
#include "server/syntax/kramdown/tree.h"

namespace syntax::kramdown {
namespace {

// One white space where there is any, none at the ends.
std::string fold_white_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

class Extractor {
 public:
  Extractor(State& state, HeadingIds& ids, const std::vector<Range>& masks)
      : state_(state), result_(state.result), ids_(ids), masks_(masks) {}

  void run(Element& root) {
    walk(root);
    for (std::size_t i = 0; i < used_footnotes_.size(); ++i) {
      const FootnoteDefinition& footnote = *used_footnotes_[i];
      add_anchor(Anchor::Kind::footnote, "fn:" + footnote_name(footnote), footnote.range);
      walk(*footnote.content);
    }
    add_toc();
    sort();
  }

 private:
  void walk(const Element& parent) {
    for (const Element* child = parent.first; child != nullptr; child = child->next) visit(*child, parent);
  }

  void visit(const Element& element, const Element& parent) {
    switch (element.type) {
      case Type::header:
        add_heading(element);
        break;
      case Type::html:
        add_html(element);
        break;
      case Type::link:
      case Type::image:
        add_link(element);
        break;
      case Type::footnote:
        add_footnote(element);
        return;
      case Type::unordered_list:
      case Type::ordered_list:
        // kramdown puts something of its own in the place of the first such list.
        if (toc_ == nullptr && has_reference(element.list, "toc")) {
          toc_ = &element;
          return;
        }
        if (!footnotes_placed_ && has_reference(element.list, "footnotes")) {
          footnotes_placed_ = true;
          return;
        }
        add_id(element);
        break;
      case Type::paragraph:
        if (!element.flag) add_id(element);
        break;
      case Type::term:
        add_term(element, parent);
        break;
      case Type::code_span:
        if (!masks_.empty() && is_masked(element.text.range()))
          result_.traps.push_back({Trap::Kind::code_span, element.text.range(), element.text.range()});
        if (element.attributes != nullptr) add_id(element);
        return;
      case Type::text:
      case Type::blank:
      case Type::eob:
      case Type::comment:
      case Type::raw:
      case Type::smart_quote:
      case Type::symbol:
      case Type::entity:
      case Type::line_break:
        return;
      default:
        if (element.attributes != nullptr) add_id(element);
        break;
    }
    walk(element);
  }

  [[nodiscard]] bool is_masked(Range range) const {
    const auto mask = std::lower_bound(masks_.begin(), masks_.end(), range.begin,
                                       [](Range m, Offset begin) { return m.end <= begin; });
    return mask != masks_.end() && mask->begin < range.end;
  }

  void add_anchor(Anchor::Kind kind, std::string id, Range range) {
    if (lstrip(rstrip(id)).empty()) return;  // kramdown writes no empty id
    result_.anchors.push_back({kind, is_masked(range), std::move(id), range});
  }

  void add_id(const Element& element) {
    const Attribute* id = element.find("id");
    if (id == nullptr) return;
    add_anchor(id->from_list ? Anchor::Kind::attribute_list : Anchor::Kind::html, decode_entities(id->value),
               id->range);
  }

  // {:auto_ids} or {:auto_ids-prefix} on a definition list.
  void add_term(const Element& element, const Element& parent) {
    if (element.find("id") != nullptr || parent.list == nullptr) return add_id(element);
    for (const ListedAttribute* item = parent.list->first; item != nullptr; item = item->next) {
      if (item->kind != ListedAttribute::Kind::reference || !item->name.starts_with("auto_ids")) continue;
      std::string text;
      append_text(state_, element, TextUse::id, {}, text);
      const std::string_view prefix = item->name.substr(8);
      const std::string id =
          std::string(prefix.starts_with('-') ? prefix.substr(1) : "") + plain_heading_id(text);
      add_anchor(Anchor::Kind::attribute_list, id,
                 element.first != nullptr ? element.first->text.range() : item->range);
      return;
    }
  }

  [[nodiscard]] std::uint8_t output_level(int level) const {
    return static_cast<std::uint8_t>(std::clamp(level + state_.options.header_offset, 1, 6));
  }

  // Of a level that is wanted, and without the class no_toc as a whole word.
  [[nodiscard]] bool is_in_toc(const Element& heading) const {
    if ((state_.toc_levels & (1U << heading.code)) == 0) return false;
    const Attribute* css_class = heading.find("class");
    if (css_class == nullptr) return true;
    const std::string_view value = css_class->value;
    for (std::size_t i = value.find("no_toc"); i != std::string_view::npos; i = value.find("no_toc", i + 1)) {
      const bool begins = i == 0 || !is_ascii_word(value[i - 1]);
      if (begins && (i + 6 >= value.size() || !is_ascii_word(value[i + 6]))) return false;
    }
    return true;
  }

  void add_heading(const Element& element) {
    const HeaderData& data = *element.header;
    Heading heading;
    heading.level = output_level(element.code);
    heading.setext = data.setext;
    heading.range = data.range;
    heading.content = data.content.range();
    heading.masked = is_masked(heading.range);
    heading.text = reader_text(element);
    heading.id_range = {heading.content.end, heading.content.end};
    std::optional<std::string> id;
    if (const Attribute* attribute = element.find("id"); attribute != nullptr) {
      id = decode_entities(attribute->value);
      heading.id_range = attribute->range;
    } else if (data.has_id) {
      id = data.id;
    } else if (state_.options.auto_ids) {
      id = state_.options.auto_id_prefix + ids_.plain(data.raw_text);
    }
    if (id) {
      if (is_in_toc(element)) toc_ids_.push_back(*id);
      if (!lstrip(rstrip(*id)).empty()) heading.id = std::move(id);
    }
    result_.headings.push_back(std::move(heading));
  }

  [[nodiscard]] std::string reader_text(const Element& element) const {
    std::string text;
    append_text(state_, element, TextUse::reader, masks_, text);
    return fold_white_space(text);
  }

  void add_html(const Element& element) {
    const HtmlData& data = *element.html;
    const std::string_view name = data.name;
    const int level = html_heading_level(name);
    const bool is_heading = level != 0;
    if (is_heading) {
      Heading heading;
      heading.level = static_cast<std::uint8_t>(level);
      heading.raw_html = true;
      heading.range = {data.range.begin, std::max(data.range.end, data.end)};
      heading.content = {data.range.end, std::max(data.range.end, data.inner_end)};
      heading.masked = is_masked(heading.range);
      heading.text = reader_text(element);
      heading.id_range = {heading.content.end, heading.content.end};
      if (const Attribute* id = element.find("id"); id != nullptr && !lstrip(rstrip(id->value)).empty()) {
        heading.id = decode_entities(id->value);
        heading.id_range = id->range;
      }
      result_.headings.push_back(std::move(heading));
    }
    for (const Attribute* a = element.attributes; a != nullptr; a = a->next) {
      if (a->name == "id" && !is_heading) add_id(element);
      if (a->name == "name" && name == "a")
        add_anchor(Anchor::Kind::html, decode_entities(a->value), a->range);
      const std::string_view address = address_attribute(name, a->name);
      if (!address.empty()) add_html_link(data, *a, address);
    }
  }

  void add_html_link(const HtmlData& data, const Attribute& attribute, std::string_view address) {
    Link link;
    link.kind = Link::Kind::html;
    link.range = data.range;
    link.text = {data.range.end, data.range.end};
    link.tag = address;
    link.image = address == "img[src]";
    if (address.ends_with("[srcset]")) return add_candidates(link, attribute);
    link.href = decode_entities(attribute.value);
    link.href_range = attribute.range;
    trim(link, attribute.value);
    link.masked = is_masked(link.href_range);
    result_.links.push_back(std::move(link));
  }

  // Outer blanks are no part of the address's place.
  static void trim(Link& link, std::string_view value) {
    if (value.size() != link.href_range.size()) return;
    link.href_range.begin += static_cast<Offset>(value.size() - lstrip(value).size());
    link.href_range.end =
        std::max(link.href_range.begin,
                 link.href_range.end - static_cast<Offset>(value.size() - rstrip(value).size()));
  }

  void add_candidates(Link link, const Attribute& attribute) {
    if (attribute.value.size() != attribute.range.size()) return;
    for (const Range candidate : srcset_addresses(attribute.value)) {
      link.href = decode_entities(text::slice(attribute.value, candidate));
      link.href_range = {attribute.range.begin + candidate.begin, attribute.range.begin + candidate.end};
      link.masked = is_masked(link.href_range);
      result_.links.push_back(link);
    }
  }

  void add_link(const Element& element) {
    const LinkData& data = *element.link;
    Link link;
    link.kind = data.kind;
    link.image = element.type == Type::image;
    link.range = data.range;
    link.text = data.text;
    link.href_range = data.href_range;
    link.definition = data.definition;
    link.tag = link.image ? "img[src]" : "a[href]";
    std::string_view href = data.href;
    const Attribute* changed = element.find(link.image ? "src" : "href");
    if (changed != nullptr && changed->from_list) {
      href = changed->value;
      link.href_range = changed->range;
      link.kind = Link::Kind::inline_;
      link.definition = -1;
    }
    link.href = decode_entities(href);
    link.masked = is_masked(link.href_range);
    if (link.definition >= 0) {
      link.masked =
          link.masked || is_masked(result_.definitions[static_cast<std::size_t>(link.definition)].href_range);
    }
    result_.links.push_back(std::move(link));
    add_id(element);
    if (const Attribute* name = element.find("name"); name != nullptr && element.type == Type::link) {
      add_anchor(Anchor::Kind::attribute_list, decode_entities(name->value), name->range);
    }
  }

  [[nodiscard]] std::string footnote_name(const FootnoteDefinition& footnote) const {
    return state_.options.footnote_prefix + std::string(footnote.name);
  }

  void add_footnote(const Element& element) {
    FootnoteDefinition& footnote = *element.footnote;
    std::string id = "fnref:" + footnote_name(footnote);
    if (footnote.uses++ == 0) {
      used_footnotes_.push_back(&footnote);
    } else {
      id += ':' + std::to_string(footnote.uses - 1);
    }
    add_anchor(Anchor::Kind::footnote, std::move(id), element.text.range());
  }

  // The table of contents, which is made last: an id for itself and one for each entry.
  void add_toc() {
    if (toc_ == nullptr || toc_ids_.empty()) return;
    Range range;
    for (const ListedAttribute* item = toc_->list->first; item != nullptr; item = item->next) {
      if (item->kind == ListedAttribute::Kind::reference && item->name == "toc") range = item->range;
    }
    std::string id = "markdown-toc";
    if (const Attribute* given = toc_->find("id"); given != nullptr) {
      id = given->value;
      add_id(*toc_);
    } else {
      add_anchor(Anchor::Kind::toc, id, range);
    }
    for (const std::string& heading : toc_ids_) add_anchor(Anchor::Kind::toc, id + '-' + heading, range);
  }

  void sort() {
    const auto by_place = [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; };
    const auto sorted = [&](auto& list) {
      if (!std::is_sorted(list.begin(), list.end(), by_place))
        std::stable_sort(list.begin(), list.end(), by_place);
    };
    sorted(result_.headings);
    sorted(result_.links);
    sorted(result_.anchors);
    sorted(result_.traps);
    const auto same = [](const Trap& a, const Trap& b) { return a.kind == b.kind && a.range == b.range; };
    result_.traps.erase(std::unique(result_.traps.begin(), result_.traps.end(), same), result_.traps.end());
  }

  State& state_;
  Markdown& result_;
  HeadingIds& ids_;
  const std::vector<Range>& masks_;
  std::vector<FootnoteDefinition*> used_footnotes_;
  const Element* toc_ = nullptr;
  bool footnotes_placed_ = false;
  std::vector<std::string> toc_ids_;
};

}  // namespace

void extract(State& state, Element& root, HeadingIds& ids, const std::vector<Range>& masks) {
  Extractor(state, ids, masks).run(root);
}

}  // namespace syntax::kramdown
