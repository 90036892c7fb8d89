// Links, images and media that lead nowhere, or not where they were meant to: where they stand in a document,
// and what brings them.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/links/judge.h"
#include "server/site/links/resolve.h"

namespace features::diagnostics {
namespace {

// Liquid that prints nothing beside the address belongs to what is written.
text::Range with_liquid_around(const Context& context, text::Range range) {
  const auto& nodes = context.document->liquid.nodes;
  const auto behind = std::partition_point(nodes.begin(), nodes.end(), [&](const syntax::liquid::Node& node) {
    return node.range.begin < range.begin;
  });
  for (auto node = behind; node != nodes.begin() && std::prev(node)->range.end == range.begin; --node)
    range.begin = std::prev(node)->range.begin;
  for (auto node = behind; node != nodes.end() && node->range.begin <= range.end; ++node)
    range.end = std::max(range.end, node->range.end);
  return range;
}

// Someone else's templates: what is left of them in an address is filled in later.
bool is_template(std::string_view href) {
  for (const std::string_view mark : {"{{", "{%", "<%", "${"}) {
    if (href.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

// Is the address the same wherever the include is used? Then the include's own check tells of it.
bool is_told_in_include(const Context& context, const syntax::Provenance& origin, const std::string& path,
                        std::string_view href) {
  if (!href.starts_with('/') && href.find("://") == std::string_view::npos) return false;
  if (!origin.evaluated) return true;
  const std::optional<std::string> text = context.site->text_of(path);
  if (!text) return false;
  std::string_view rest =
      std::string_view(*text).substr(std::min<std::size_t>(origin.inner.begin, text->size()));
  rest = rest.substr(0, rest.find_first_of("\n>"));
  const std::size_t first = rest.find_first_not_of("{- ");
  const std::string_view start = rest.substr(std::min(first, rest.size()));
  const bool constant = start.starts_with("site.") || start.starts_with('"') || start.starts_with('\'') ||
                        start.starts_with("% link ") || start.starts_with("% post_url ");
  return constant && rest.find("include") == std::string_view::npos &&
         rest.find("page.") == std::string_view::npos;
}

// jekyll-relative-links searches the source before Liquid runs, for links whose text ends on the line where
// it begins (INLINE_LINK_REGEX, REFERENCE_LINK_REGEX).
site::LinkSyntax syntax_of(const Context& context, const FoundLink& found) {
  using Kind = syntax::Link::Kind;
  const Kind kind = found.link.kind;
  if (!found.plain || (kind != Kind::inline_ && kind != Kind::reference)) return site::LinkSyntax::other;
  if (kind == Kind::reference) return site::LinkSyntax::markdown;
  const std::string_view text = text::slice(context.text(), found.link.text);
  const std::size_t line_end = text.rfind('\n');
  const bool begins_later =
      line_end != std::string_view::npos && text.find('[', line_end) == std::string_view::npos;
  return begins_later ? site::LinkSyntax::other : site::LinkSyntax::markdown;
}

// Layouts and includes are judged for all pages at once.
const site::Page& page_of(const Context& context) {
  static const site::Page any;
  return context.page ? *context.page : any;
}

}  // namespace

void links(const Context& context, Report& report) {
  if (!context.site) return;
  const site::PathKind kind = context.site->path_info(context.path).kind;
  if (!context.page && kind != site::PathKind::layout && kind != site::PathKind::include) return;
  const site::Rendered* rendered = context.rendered();
  const syntax::Markdown& markdown = context.markdown();
  LinkJudge judge(context, report);
  for (std::size_t i = 0; i < markdown.links.size(); ++i) {
    const syntax::Link& link = markdown.links[i];
    if (link.masked || is_template(link.href)) continue;
    site::Resolution resolution;
    FoundLink found{link, resolution};
    found.range = link.href_range;
    if (link.definition >= 0 && static_cast<std::size_t>(link.definition) < markdown.definitions.size())
      found.definition = &markdown.definitions[static_cast<std::size_t>(link.definition)];
    if (rendered) {
      const syntax::Provenance& origin = rendered->mapped.links[i];
      found.maybe = origin.maybe;
      if (origin.file > 0) {
        found.include = rendered->files[origin.file - 1];
        found.told_in_include = is_told_in_include(context, origin, found.include, link.href);
      }
    }
    if (!found.definition && found.include.empty())
      found.range = with_liquid_around(context, link.href_range);
    found.plain = found.include.empty() && !syntax::liquid::overlaps_mask(
                                               context.document->liquid.masks,
                                               found.definition ? found.definition->href_range : found.range);
    resolution = site::resolve_link(*context.site, page_of(context), link.href, syntax_of(context, found));
    judge.judge(found);
  }
}

}  // namespace features::diagnostics
