#include "server/syntax/html.h"

#include <algorithm>
#include <string>
#include <utility>

#include "server/syntax/html_addresses.h"
#include "server/syntax/kramdown/entities.h"
#include "server/syntax/liquid/markup.h"
#include "server/text/ascii.h"

namespace syntax {
namespace {

using text::ascii_lower;
using text::is_html_space;

text::Range make_range(std::size_t begin, std::size_t end) {
  return {static_cast<text::Offset>(begin), static_cast<text::Offset>(end)};
}

class Scanner {
 public:
  Scanner(std::string_view text, const std::vector<text::Range>& masks) : text_(text), masks_(masks) {}

  Markdown scan(std::size_t at) {
    while ((at = text_.find('<', at)) != std::string_view::npos) {
      const std::string_view rest = text_.substr(at);
      if (rest.starts_with("<!--")) {
        at = behind("-->", at + 4);
      } else if (rest.size() > 1 && text::is_ascii_letter(rest[1])) {
        at = read_element(at);
      } else {
        ++at;
      }
    }
    return std::move(result_);
  }

 private:
  struct Attribute {
    std::string name;
    text::Range value;
  };

  // The end of the text where nothing ends what has begun.
  [[nodiscard]] std::size_t behind(std::string_view what, std::size_t at) const {
    const std::size_t found = text_.find(what, at);
    return found == std::string_view::npos ? text_.size() : found + what.size();
  }

  // Gives the place behind the tag; of elements that hold no elements, behind their content.
  std::size_t read_element(std::size_t begin) {
    std::size_t at = begin + 1;
    while (at < text_.size() && !is_html_space(text_[at]) && text_[at] != '/' && text_[at] != '>') ++at;
    const std::string element = ascii_lower(text_.substr(begin + 1, at - begin - 1));
    attributes_.clear();
    while (at < text_.size() && text_[at] != '>') at = read_attribute(at);
    if (at == text_.size()) return at;  // never closed: nothing that a browser shows
    add_element(element, make_range(begin, at + 1));
    for (const std::string_view raw : {"script", "style", "textarea", "title", "xmp"}) {
      if (element == raw) return end_of_content(element, at + 1);
    }
    return at + 1;
  }

  [[nodiscard]] std::size_t end_of_content(const std::string& element, std::size_t at) const {
    for (at = text_.find("</", at); at != std::string_view::npos; at = text_.find("</", at + 2)) {
      if (ascii_lower(text_.substr(at + 2, element.size())) == element) return at;
    }
    return text_.size();
  }

  std::size_t read_attribute(std::size_t at) {
    while (at < text_.size() && (is_html_space(text_[at]) || text_[at] == '/')) ++at;
    const std::size_t name = at;
    while (at < text_.size() && !is_html_space(text_[at]) && text_[at] != '/' && text_[at] != '>' &&
           (text_[at] != '=' || at == name))
      ++at;
    if (at == name) return at;
    Attribute attribute{ascii_lower(text_.substr(name, at - name)), make_range(at, at)};
    std::size_t value = at;
    while (value < text_.size() && is_html_space(text_[value])) ++value;
    if (value < text_.size() && text_[value] == '=') {
      ++value;
      while (value < text_.size() && is_html_space(text_[value])) ++value;
      at = read_value(value, attribute);
    }
    const auto same = [&](const Attribute& other) { return other.name == attribute.name; };
    if (std::none_of(attributes_.begin(), attributes_.end(), same) && attributes_.size() < most_attributes)
      attributes_.push_back(std::move(attribute));
    return at;
  }

  std::size_t read_value(std::size_t begin, Attribute& attribute) const {
    if (begin < text_.size() && (text_[begin] == '"' || text_[begin] == '\'')) {
      const std::size_t end = std::min(text_.find(text_[begin], begin + 1), text_.size());
      attribute.value = make_range(begin + 1, end);
      return std::min(end + 1, text_.size());
    }
    std::size_t end = begin;
    while (end < text_.size() && !is_html_space(text_[end]) && text_[end] != '>') ++end;
    attribute.value = make_range(begin, end);
    return end;
  }

  void add_element(const std::string& element, text::Range range) {
    for (const Attribute& attribute : attributes_) {
      if (attribute.name == "id" || (attribute.name == "name" && element == "a")) {
        add_anchor(attribute.value);
      }
      const std::string_view address = address_attribute(element, attribute.name);
      if (!address.empty()) add_link(address, attribute.value, range);
    }
  }

  void add_anchor(text::Range value) {
    std::string id = kramdown::decode_entities(text::slice(text_, value));
    if (!id.empty()) {
      result_.anchors.push_back(
          {Anchor::Kind::html, liquid::overlaps_mask(masks_, value), std::move(id), value});
    }
  }

  void add_link(std::string_view address, text::Range value, text::Range range) {
    Link link;
    link.kind = Link::Kind::html;
    link.range = range;
    link.text = {range.end, range.end};
    link.tag = address;
    link.image = address == "img[src]";
    const std::string_view written = text::slice(text_, value);
    if (address.ends_with("[srcset]")) {
      for (const text::Range candidate : srcset_addresses(written)) {
        add_address(link, {value.begin + candidate.begin, value.begin + candidate.end});
      }
      return;
    }
    while (!value.empty() && is_html_space(text_[value.begin])) ++value.begin;
    while (!value.empty() && is_html_space(text_[value.end - 1])) --value.end;
    add_address(link, value);
  }

  void add_address(Link link, text::Range range) {
    link.href_range = range;
    link.href = kramdown::decode_entities(text::slice(text_, range));
    link.masked = liquid::overlaps_mask(masks_, range);
    result_.links.push_back(std::move(link));
  }

  static constexpr std::size_t most_attributes = 100;  // each is compared with those before it

  std::string_view text_;
  const std::vector<text::Range>& masks_;
  std::vector<Attribute> attributes_;
  Markdown result_;
};

}  // namespace

Markdown parse_html(std::string_view text, text::Offset begin, const std::vector<text::Range>& masks) {
  return Scanner(text, masks).scan(begin);
}

}  // namespace syntax
