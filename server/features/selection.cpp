#include "server/features/selection.h"

#include <algorithm>
#include <string_view>

#include "server/syntax/liquid/template.h"
#include "server/text/ascii.h"

namespace features {
namespace {

using text::is_word_byte;
using text::Offset;
using text::Range;

constexpr std::size_t most_steps = 100;

Range word_at(std::string_view text, Offset offset) {
  Range word{offset, offset};
  while (word.begin > 0 && is_word_byte(text[word.begin - 1])) --word.begin;
  while (word.end < text.size() && is_word_byte(text[word.end])) ++word.end;
  return word;
}

// Lines up and down to the next blank one.
Range paragraph_at(const syntax::Document& document, std::uint32_t line) {
  const auto range_of = [&](std::uint32_t number) {
    return document.lines.line_range(document.text, number);
  };
  const auto blank = [&](std::uint32_t number) {
    return text::holds_only(text::slice(document.text, range_of(number)), text::is_blank_or_return);
  };
  if (blank(line)) return range_of(line);
  std::uint32_t first = line;
  std::uint32_t last = line;
  while (first > 0 && range_of(first - 1).begin >= document.front_matter.content && !blank(first - 1))
    --first;
  while (last + 1 < document.lines.line_count() && !blank(last + 1)) ++last;
  return {range_of(first).begin, range_of(last).end};
}

void add_yaml(const syntax::yaml::Node& node, Offset offset, std::vector<Range>& ranges) {
  if (ranges.size() > most_steps) return;
  for (const syntax::yaml::Entry& entry : node.entries) {
    const Range whole{std::min(entry.key.range.begin, entry.value.range.begin),
                      std::max(entry.key.range.end, entry.value.range.end)};
    if (!whole.touches(offset)) continue;
    ranges.push_back(whole);
    if (entry.key.range.touches(offset)) ranges.push_back(entry.key.range);
    if (entry.value.range.touches(offset)) ranges.push_back(entry.value.range);
    add_yaml(entry.value, offset, ranges);
  }
  for (const syntax::yaml::Node& item : node.items) {
    if (!item.range.touches(offset)) continue;
    ranges.push_back(item.range);
    add_yaml(item, offset, ranges);
  }
}

// The sections around the cursor, each from its heading to the next one of its own or a higher level.
void add_sections(const syntax::Document& document, Offset offset, std::vector<Range>& ranges) {
  const std::vector<syntax::Heading>& headings = document.markdown.headings;
  int deepest = 7;
  for (std::size_t i = headings.size(); i-- > 0 && deepest > 1;) {
    if (headings[i].range.begin > offset || headings[i].level >= deepest) continue;
    deepest = headings[i].level;
    Offset end = static_cast<Offset>(document.text.size());
    for (std::size_t next = i + 1; next < headings.size(); ++next) {
      if (headings[next].level > headings[i].level) continue;
      end = headings[next].range.begin;
      break;
    }
    ranges.push_back({headings[i].range.begin, end});
  }
}

void add_body(const Cursor& cursor, std::vector<Range>& ranges) {
  const syntax::Document& document = *cursor.context.document;
  const Offset offset = cursor.offset;
  const auto add = [&](Range range) {
    if (range.touches(offset)) ranges.push_back(range);
  };
  for (const syntax::Link& link : document.markdown.links) {
    if (!link.range.touches(offset)) continue;
    add(link.text);
    add(link.href_range);
    add(link.range);
  }
  for (const syntax::liquid::Node& node : document.liquid.nodes) {
    if (!node.range.touches(offset)) continue;
    add(node.markup);
    add(node.range);
  }
  for (const syntax::CodeBlock& block : document.markdown.code_blocks) add(block.range);
  const syntax::liquid::Template tree = syntax::liquid::parse_template(document.text, document.liquid);
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    const syntax::liquid::Element& element = tree.elements[i];
    if (element.tag.kind != syntax::liquid::Tag::Kind::end || element.opener < 0) continue;
    add({document.liquid.nodes[static_cast<std::size_t>(element.opener)].range.begin,
         document.liquid.nodes[i].range.end});
  }
  add(paragraph_at(document, document.lines.line_of(offset)));
  add_sections(document, offset, ranges);
  add({document.front_matter.content, static_cast<Offset>(document.text.size())});
}

}  // namespace

std::vector<Range> selections(const Cursor& cursor) {
  const syntax::Document& document = *cursor.context.document;
  const Range whole{0, static_cast<Offset>(document.text.size())};
  std::vector<Range> candidates = {
      word_at(document.text, cursor.offset),
      document.lines.line_range(document.text, document.lines.line_of(cursor.offset))};
  if (document.front_matter.yaml.touches(cursor.offset) && !document.front_matter.yaml.empty()) {
    add_yaml(document.front_matter.tree.root, cursor.offset, candidates);
    candidates.push_back(document.front_matter.yaml);
  } else {
    add_body(cursor, candidates);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](Range a, Range b) { return a.size() < b.size(); });
  // What crosses another range is left out: each step must hold the one before.
  std::vector<Range> steps;
  for (const Range range : candidates) {
    const bool grows = steps.empty() || (range.contains(steps.back()) && range.size() > steps.back().size());
    if (grows && range.touches(cursor.offset) && steps.size() < most_steps && whole.contains(range))
      steps.push_back(range);
  }
  if (steps.empty() || steps.back() != whole) steps.push_back(whole);
  return steps;
}

}  // namespace features
