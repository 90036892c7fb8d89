#include "server/lsp/convert/hover.h"

#include <string>
#include <utility>

#include "server/features/knowledge/plain_text.h"
#include "server/lsp/convert/positions.h"

namespace lsp {

std::optional<types::Hover> to_hover(const View& view, const std::optional<features::HoverText>& hover) {
  if (!hover) return std::nullopt;
  if (!view.client->markdown_hover) {
    return types::Hover{.contents = {types::MarkupKind::PlainText, features::plain_text(hover->markdown)},
                        .range = to_range(view, hover->range)};
  }
  std::string text = hover->markdown;
  if (!hover->image.empty()) text.insert(0, "![](" + to_uri(view, hover->image) + ")\n\n");
  return types::Hover{.contents = {types::MarkupKind::Markdown, std::move(text)},
                      .range = to_range(view, hover->range)};
}

}  // namespace lsp
