#include "server/features/diagnostics/liquid/text.h"

#include <algorithm>
#include <array>

#include "schema/catalog.h"
#include "schema/liquid.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/features/diagnostics/subject.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using Kind = syntax::liquid::Tag::Kind;
using syntax::liquid::Node;
using text::is_blank_or_return;

bool decides(Kind kind) {
  return kind == Kind::if_ || kind == Kind::unless || kind == Kind::case_ || kind == Kind::for_ ||
         kind == Kind::tablerow || kind == Kind::ifchanged || kind == Kind::other;
}

// Tags that print nothing, or nothing but the text of a link.
bool is_quiet(std::string_view tag) {
  constexpr std::array<std::string_view, 16> quiet = {
      "assign", "break",     "capture",      "comment", "continue",  "cycle", "decrement", "endcapture",
      "endraw", "highlight", "endhighlight", "link",    "increment", "raw",   "post_url",  "endcomment"};
  return std::find(quiet.begin(), quiet.end(), tag) != quiet.end();
}

bool alone_on_its_line(std::string_view text, text::Range range) {
  text::Offset begin = range.begin;
  while (begin > 0 && is_blank_or_return(text[begin - 1])) --begin;
  text::Offset end = range.end;
  while (end < text.size() && is_blank_or_return(text[end])) ++end;
  return (begin == 0 || text[begin - 1] == '\n') && (end >= text.size() || text[end] == '\n');
}

// The first node that ends behind `offset`.
std::vector<Node>::const_iterator first_node(const std::vector<Node>& nodes, text::Offset offset) {
  return std::partition_point(nodes.begin(), nodes.end(),
                              [offset](const Node& node) { return node.range.end <= offset; });
}

// A theme's gem brings the plugins it depends on.
bool has_unknown_theme(const Context& context) {
  const site::Config& config = context.site->config();
  if (config.theme.empty() && config.remote_theme.empty()) return false;
  return schema::theme_schema(context.knowledge->library(),
                              config.theme.empty() ? config.remote_theme : config.theme)
      .empty();
}

text::Range trimmed(std::string_view text, text::Range range) {
  while (range.begin < range.end && text::is_blank_or_line_end(text[range.begin])) ++range.begin;
  while (range.end > range.begin && text::is_blank_or_line_end(text[range.end - 1])) --range.end;
  return range;
}

// What stands between the fences, or behind the indentation: from the first to the last byte that is shown.
text::Range content_of(std::string_view text, const syntax::CodeBlock& block) {
  text::Range range = block.range;
  if (block.fenced) {
    const std::size_t first = text.find('\n', range.begin);
    if (first == std::string_view::npos || first >= range.end) return {};
    const std::size_t last = text.rfind('\n', range.end - 1);
    range = {static_cast<text::Offset>(first + 1), static_cast<text::Offset>(last)};
    if (last <= first) return {};
  }
  return trimmed(text, range);
}

}  // namespace

LiquidText::LiquidText(const Context& context_)
    : context(context_),
      nodes(context_.document->liquid.nodes),
      tree(syntax::liquid::parse_template(context_.text(), context_.document->liquid)),
      conditional(nodes.size()),
      guarded(nodes.size()),
      told(nodes.size()),
      unknown_words(context_.site->runs_unknown_code() || has_unknown_theme(context_)) {
  int conditions = 0;
  int plugins = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const syntax::liquid::Element& element = tree.elements[i];
    if (element.tag.kind == Kind::end && element.opener >= 0) {
      const Kind opener = tree.elements[static_cast<std::size_t>(element.opener)].tag.kind;
      conditions -= decides(opener) ? 1 : 0;
      plugins -= opener == Kind::other ? 1 : 0;
    }
    conditional[i] = conditions > 0;
    guarded[i] = plugins > 0;
    if (element.next >= 0 && element.opener < 0) {
      conditions += decides(element.tag.kind) ? 1 : 0;
      plugins += element.tag.kind == Kind::other ? 1 : 0;
    }
  }
}

std::string_view LiquidText::name(std::size_t node) const {
  return text::slice(context.text(), nodes[node].name);
}

std::vector<text::Range> LiquidText::uncertain() const {
  std::vector<text::Range> ranges;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (conditional[i] || !decides(tree.elements[i].tag.kind)) continue;
    std::int32_t last = static_cast<std::int32_t>(i);
    while (tree.elements[static_cast<std::size_t>(last)].next >= 0)
      last = tree.elements[static_cast<std::size_t>(last)].next;
    if (last == static_cast<std::int32_t>(i)) continue;
    ranges.push_back({nodes[i].range.begin, nodes[static_cast<std::size_t>(last)].range.end});
  }
  return ranges;
}

bool runs_liquid(const Context& context) {
  if (!context.site || context.document->liquid.nodes.empty()) return false;
  if (context.page) return true;
  const site::PathKind kind = context.site->path_info(context.path).kind;
  return kind == site::PathKind::layout || kind == site::PathKind::include;
}

bool may_bring_blocks(const Context& context, text::Range range) {
  const std::string_view text = context.text();
  const std::vector<Node>& nodes = context.document->liquid.nodes;
  for (auto node = first_node(nodes, range.begin); node != nodes.end() && node->range.begin < range.end;
       ++node) {
    if (node->kind == Node::Kind::output ? alone_on_its_line(text, node->range)
                                         : !is_quiet(text::slice(text, node->name)))
      return true;
  }
  return false;
}

bool has_foreign_text(const Context& context) {
  const std::string_view text = context.text();
  const schema::LiquidNames& known = schema::liquid_names();
  return std::any_of(context.document->liquid.nodes.begin(), context.document->liquid.nodes.end(),
                     [&](const Node& node) {
                       if (node.kind == Node::Kind::output) return alone_on_its_line(text, node.range);
                       std::string_view name = text::slice(text, node.name);
                       if (name.starts_with("include")) return true;
                       if (name.starts_with("end")) name.remove_prefix(3);
                       const schema::LiquidTagInfo* tag = known.tag(name);
                       return !tag || (tag->by != "liquid" && tag->by != "jekyll");
                     });
}

text::Range code_around(const LiquidText& liquid, text::Range range) {
  const std::string_view text = liquid.context.text();
  const syntax::Markdown& markdown = liquid.context.document->markdown;
  for (const syntax::CodeBlock& block : markdown.code_blocks) {
    if (block.range.contains(range)) return content_of(text, block);
  }
  for (const syntax::Trap& trap : markdown.traps) {
    if (trap.kind == syntax::Trap::Kind::code_span && trap.range.contains(range)) return trap.range;
  }
  for (std::size_t i = 0; i < liquid.nodes.size() && liquid.nodes[i].range.end <= range.begin; ++i) {
    const syntax::liquid::Element& element = liquid.tree.elements[i];
    if (element.tag.kind != Kind::highlight || element.next < 0) continue;
    const text::Range inside = {liquid.nodes[i].range.end,
                                liquid.nodes[static_cast<std::size_t>(element.next)].range.begin};
    if (inside.contains(range)) return trimmed(text, inside);
  }
  return {};
}

std::size_t count_fatal(const std::vector<syntax::liquid::Problem>& problems) {
  return static_cast<std::size_t>(
      std::count_if(problems.begin(), problems.end(), [](const auto& problem) { return problem.fatal; }));
}

std::vector<syntax::liquid::Problem> problems_after(const LiquidText& liquid,
                                                    const std::vector<text::Edit>& edits) {
  const std::string text = text::apply(liquid.context.text(), edits);
  const syntax::liquid::Markup parsed =
      syntax::liquid::parse_markup(text, liquid.context.document->front_matter.content);
  return syntax::liquid::parse_template(text, parsed).problems;
}

void offer_raw(Problem& problem, const LiquidText& liquid, text::Range range) {
  const text::Range code = code_around(liquid, range);
  const bool in_code = !code.empty() && code.contains(range);
  const text::Range wrapped = in_code ? code : range;
  if (text::slice(liquid.context.text(), wrapped).find("raw") != std::string_view::npos) return;
  std::vector<text::Edit> edits = {{{wrapped.begin, wrapped.begin}, "{% raw %}"},
                                   {{wrapped.end, wrapped.end}, "{% endraw %}"}};
  const std::size_t refused = count_fatal(problems_after(liquid, edits));
  if (refused + (problem.code == rules.liquid_syntax.code ? 1 : 0) > count_fatal(liquid.tree.problems))
    return;
  offer(problem, liquid.context,
        in_code ? "Show the code as it is, with `raw`" : "Show it as it is, with `raw`", std::move(edits));
}

}  // namespace features::diagnostics
