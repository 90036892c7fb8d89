#include "server/site/rendered/render_document.h"

#include <utility>

#include "server/liquid/render.h"
#include "server/liquid/source.h"
#include "server/site/rendered/environment.h"
#include "server/syntax/html.h"
#include "server/syntax/markdown.h"

namespace site {

std::optional<Rendered> render_document(const Site& site, const Page* page, std::string_view path,
                                        const syntax::Document& document, LiquidUses& uses) {
  using Format = syntax::ParseOptions::Format;
  const Format format = document.options.format;
  if (document.liquid.nodes.empty() || (format != Format::markdown && format != Format::html))
    return std::nullopt;
  const liquid::Environment environment = liquid_environment(site, page, path, document, uses);
  const liquid::Source source = liquid::source_of(document.text, document.liquid);
  liquid::Rendering rendering = liquid::render(source, document.front_matter.content, environment);
  if (!rendering.complete) return std::nullopt;
  const std::vector<text::Range> unknown = syntax::unknown_ranges(rendering.map);
  syntax::Markdown markdown =
      format == Format::markdown
          ? syntax::parse_markdown(rendering.text, 0, document.options.markdown, unknown)
          : syntax::parse_html(rendering.text, 0, unknown);
  Rendered result;
  result.mapped = syntax::map_back(std::move(markdown), rendering.map);
  result.files = std::move(rendering.map.files);
  result.unknown_blocks = rendering.unknown_blocks;
  return result;
}

}  // namespace site
