// Links, labels, headings, ids and footnotes of a text.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "server/features/targets/collect.h"
#include "server/site/links/resolve.h"
#include "server/text/url.h"

namespace features::targets {
namespace {

using syntax::Anchor;
using syntax::Link;

text::Range covering(text::Range a, text::Range b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

std::optional<Thing> resolve(const Context& context, const std::string& href) {
  if (context.site && context.page) return thing_of(site::resolve_link(*context.site, *context.page, href));
  if (context.site && !href.starts_with('#')) {
    // Of a layout or an include: what it leads to from any page.
    static const site::Page any;
    return thing_of(site::resolve_link(*context.site, any, href));
  }
  // What the text alone tells.
  if (href.size() < 2 || href.front() != '#') return std::nullopt;
  const std::string id = text::percent_decode(std::string_view(href).substr(1));
  const syntax::Markdown& markdown = context.markdown();
  const bool known = std::any_of(markdown.headings.begin(), markdown.headings.end(),
                                 [&](const syntax::Heading& heading) { return heading.id == id; }) ||
                     std::any_of(markdown.anchors.begin(), markdown.anchors.end(),
                                 [&](const Anchor& anchor) { return anchor.id == id; });
  if (!known) return std::nullopt;
  return Thing{Thing::Kind::anchor, context.path, id};
}

void add_link(Collector& out, const Link& link) {
  const syntax::Markdown& markdown = out.context.markdown();
  const bool by_label =
      link.definition >= 0 && static_cast<std::size_t>(link.definition) < markdown.definitions.size();
  const text::Range area = covering(link.range, link.href_range);
  if (!out.wants(area)) return;
  if (by_label) {
    out.add({Thing::Kind::label, out.context.path,
             markdown.definitions[static_cast<std::size_t>(link.definition)].label},
            link.href_range);
  }
  if (link.masked) return;
  if (auto thing = resolve(out.context, link.href)) out.add(std::move(*thing), link.href_range, area);
}

void add_definition(Collector& out, const syntax::Definition& definition) {
  if (!out.wants(definition.range)) return;
  if (!definition.overridden) {
    out.add({Thing::Kind::label, out.context.path, definition.label}, definition.label_range,
            definition.range, true);
  }
  if (syntax::liquid::overlaps_mask(out.context.document->liquid.masks, definition.href_range)) return;
  if (auto thing = resolve(out.context, definition.href)) out.add(std::move(*thing), definition.href_range);
}

// `[^1]` uses the id `fnref:1`, its repetitions `fnref:1:1`; `[^1]:` makes `fn:1`.
constexpr std::string_view footnote_id = "fn:";
constexpr std::string_view footnote_use_id = "fnref:";

void add_footnotes(Collector& out) {
  std::unordered_set<std::string_view> names;
  for (const Anchor& anchor : out.context.markdown().anchors) {
    if (anchor.kind == Anchor::Kind::footnote && anchor.id.starts_with(footnote_id))
      names.insert(std::string_view(anchor.id).substr(footnote_id.size()));
  }
  for (const Anchor& anchor : out.context.markdown().anchors) {
    if (anchor.kind != Anchor::Kind::footnote) continue;
    const bool use = anchor.id.starts_with(footnote_use_id);
    std::string_view name = anchor.id;
    name.remove_prefix(use ? footnote_use_id.size() : footnote_id.size());
    if (use && !names.contains(name)) name = name.substr(0, name.rfind(':'));
    out.add({Thing::Kind::footnote, out.context.path, std::string(name)}, anchor.range, anchor.range, !use);
  }
}

}  // namespace

void body(Collector& out) {
  const syntax::Markdown& markdown = out.context.markdown();
  for (const syntax::Heading& heading : markdown.headings) {
    if (!heading.id || heading.masked) continue;
    const text::Range name = heading.content.empty() ? heading.range : heading.content;
    out.add({Thing::Kind::anchor, out.context.path, *heading.id}, name, covering(heading.range, name), true);
  }
  for (const Anchor& anchor : markdown.anchors) {
    if (anchor.masked || anchor.kind == Anchor::Kind::footnote || anchor.kind == Anchor::Kind::toc) continue;
    out.add({Thing::Kind::anchor, out.context.path, anchor.id}, anchor.range, anchor.range, true);
  }
  add_footnotes(out);
  for (const syntax::Definition& definition : markdown.definitions) add_definition(out, definition);
  for (const Link& link : markdown.links) add_link(out, link);
}

}  // namespace features::targets
