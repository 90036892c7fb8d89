#include "server/features/code_actions/same_reading.h"

#include <algorithm>
#include <string_view>

namespace features::code_actions {
namespace {

using syntax::Document;
using syntax::Value;

// Values nest 200 deep at most (syntax/yaml/parse.h).
bool equal(const Value& a, const Value& b) {
  if (a.data.index() != b.data.index()) return false;
  if (const syntax::Scalar* scalar = a.scalar()) return *scalar == *b.scalar();
  if (const syntax::List* list = a.list())
    return std::equal(list->begin(), list->end(), b.list()->begin(), b.list()->end(), equal);
  const syntax::Mapping& left = *a.mapping();
  const syntax::Mapping& right = *b.mapping();
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const syntax::Member& one, const syntax::Member& other) {
                      return one.key == other.key && equal(one.value, other.value);
                    });
}

bool same_data(const syntax::FrontMatter& a, const syntax::FrontMatter& b) {
  return a.state == b.state && a.tree.valid == b.tree.valid && equal(a.data, b.data) &&
         equal(a.recovered, b.recovered);
}

template <class Things, class Same>
bool same(const Things& a, const Things& b, Same equal) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}

bool same_markdown(const Document& before, const Document& after) {
  const syntax::Markdown& a = before.markdown;
  const syntax::Markdown& b = after.markdown;
  const auto text = [](const Document& document, text::Range range) {
    return text::slice(document.text, range);
  };
  return same(a.headings, b.headings,
              [](const syntax::Heading& x, const syntax::Heading& y) {
                return x.level == y.level && x.text == y.text && x.id == y.id;
              }) &&
         same(a.links, b.links,
              [](const syntax::Link& x, const syntax::Link& y) {
                return x.kind == y.kind && x.image == y.image && x.href == y.href && x.tag == y.tag;
              }) &&
         same(a.definitions, b.definitions,
              [](const syntax::Definition& x, const syntax::Definition& y) {
                return x.label == y.label && x.href == y.href && x.overridden == y.overridden;
              }) &&
         same(a.anchors, b.anchors,
              [](const syntax::Anchor& x, const syntax::Anchor& y) {
                return x.kind == y.kind && x.id == y.id;
              }) &&
         same(a.code_blocks, b.code_blocks,
              [&](const syntax::CodeBlock& x, const syntax::CodeBlock& y) {
                return text(before, x.range) == text(after, y.range);
              }) &&
         same(a.traps, b.traps,
              [](const syntax::Trap& x, const syntax::Trap& y) { return x.kind == y.kind; });
}

// Inside a tag, or a block that readers see as it is.
bool inside_liquid(const syntax::liquid::Markup& liquid, text::Offset at) {
  const auto holds = [at](text::Range range) { return range.begin < at && at < range.end; };
  return std::any_of(liquid.masks.begin(), liquid.masks.end(), holds) ||
         std::any_of(liquid.nodes.begin(), liquid.nodes.end(),
                     [&](const syntax::liquid::Node& node) { return holds(node.range); });
}

bool same_liquid(const Document& before, const Document& after) {
  return same(before.liquid.nodes, after.liquid.nodes,
              [&](const syntax::liquid::Node& x, const syntax::liquid::Node& y) {
                return text::slice(before.text, x.range) == text::slice(after.text, y.range);
              });
}

}  // namespace

bool reads_alike(const Document& before, const Document& after, const text::Edit& edit) {
  return same_data(before.front_matter, after.front_matter) &&
         !inside_liquid(before.liquid, edit.range.begin) && same_liquid(before, after) &&
         same_markdown(before, after);
}

}  // namespace features::code_actions
