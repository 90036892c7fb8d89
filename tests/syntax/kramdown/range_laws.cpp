#include "tests/syntax/kramdown/range_laws.h"

#include <algorithm>

namespace kramdown_tests {
namespace {

using text::Range;
using text::slice;

bool lies_in(Range range, std::string_view text) {
  return range.begin <= range.end && range.end <= text.size();
}

// A character reference or backslash makes value and source differ; so does a line end or a pipe.
bool is_plain(std::string_view source) {
  return source.find_first_of("&\\\r\n") == std::string_view::npos;
}

std::string check(bool holds, const char* what, std::string_view value) {
  return holds ? std::string() : std::string(what) + ": " + std::string(value);
}

std::string check_heading(std::string_view text, const syntax::Heading& heading) {
  if (!lies_in(heading.range, text)) return "heading outside the text";
  if (!lies_in(heading.content, text) || !heading.range.contains(heading.content))
    return "content outside its heading";
  if (!lies_in(heading.id_range, text)) return "id outside the text";
  if (heading.level < 1 || heading.level > 6) return "level";
  if (heading.id && !heading.id_range.empty() && is_plain(slice(text, heading.id_range)) &&
      !heading.raw_html) {
    return check(slice(text, heading.id_range) == *heading.id, "id differs", *heading.id);
  }
  return {};
}

std::string check_link(std::string_view text, const syntax::Markdown& markdown, const syntax::Link& link) {
  if (!lies_in(link.range, text)) return "link outside the text";
  if (!lies_in(link.text, text) || !lies_in(link.href_range, text)) return "part of a link outside the text";
  const std::string_view source = slice(text, link.href_range);
  using Kind = syntax::Link::Kind;
  const bool reference = link.kind == Kind::reference;
  if (reference != (link.definition >= 0)) return "definition without reference";
  if (reference && static_cast<std::size_t>(link.definition) >= markdown.definitions.size())
    return "no such definition";
  if (reference) {
    const auto& definition = markdown.definitions[static_cast<std::size_t>(link.definition)];
    return check(definition.href == link.href && !definition.overridden, "reference differs", link.href);
  }
  // Inside lists and quotes an address over several lines leaves out what indents them.
  if (link.kind == Kind::autolink) {
    return check(link.href == source || link.href == "mailto:" + std::string(source) || !is_plain(source),
                 "autolink differs", link.href);
  }
  if (link.kind == Kind::inline_ && is_plain(source))
    return check(link.href == source, "address differs", link.href);
  if (link.kind == Kind::html && is_plain(source)) {
    return check(link.href.find(source) != std::string::npos, "value differs", link.href);
  }
  return {};
}

}  // namespace

std::string broken_law(std::string_view text, const syntax::Markdown& markdown) {
  std::string broken;
  const auto note = [&](std::string law) {
    if (broken.empty()) broken = std::move(law);
  };
  for (const auto& heading : markdown.headings) note(check_heading(text, heading));
  for (const auto& link : markdown.links) note(check_link(text, markdown, link));
  for (const auto& definition : markdown.definitions) {
    note(check(lies_in(definition.range, text) && definition.range.contains(definition.label_range) &&
                   definition.range.contains(definition.href_range),
               "definition", definition.label));
    if (is_plain(slice(text, definition.href_range))) {
      note(check(slice(text, definition.href_range) == definition.href, "definition's address",
                 definition.href));
    }
  }
  for (const auto& anchor : markdown.anchors) note(check(lies_in(anchor.range, text), "anchor", anchor.id));
  for (const auto& code : markdown.code_blocks) {
    note(check(lies_in(code.range, text) && lies_in(code.info, text), "code block", ""));
  }
  for (const auto& trap : markdown.traps) {
    note(check(lies_in(trap.range, text) && trap.range.contains(trap.part), "trap", slice(text, trap.range)));
  }
  const auto by_place = [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; };
  note(check(std::is_sorted(markdown.headings.begin(), markdown.headings.end(), by_place),
             "order of headings", ""));
  note(check(std::is_sorted(markdown.links.begin(), markdown.links.end(), by_place), "order of links", ""));
  return broken;
}

}  // namespace kramdown_tests
