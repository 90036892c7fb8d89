#include "server/lsp/convert/hints.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "protocol/types/codec.h"
#include "server/features/knowledge/plain_text.h"
#include "server/lsp/convert/positions.h"

namespace lsp {

std::vector<types::InlayHint> to_inlay_hints(const View& view,
                                             const std::vector<features::InlayHint>& hints) {
  std::vector<types::InlayHint> converted;
  for (const features::InlayHint& hint : hints) {
    types::InlayHint& one = converted.emplace_back();
    one.position = to_position(view, hint.offset);
    one.label = hint.label;
    one.paddingLeft = true;
    if (hint.tooltip.empty()) continue;
    if (view.client->markdown_hover) {
      one.tooltip = types::MarkupContent{types::MarkupKind::Markdown, hint.tooltip};
    } else {
      one.tooltip = features::plain_text(hint.tooltip);
    }
  }
  return converted;
}

std::vector<types::CodeLens> to_code_lenses(const View& view, const std::vector<features::CodeLens>& lenses) {
  std::vector<types::CodeLens> converted;
  for (const features::CodeLens& lens : lenses) {
    types::CodeLens& one = converted.emplace_back();
    one.range = to_range(view, lens.range);
    // An empty command is a title that cannot be clicked.
    one.command = types::Command{.title = lens.title, .command = ""};
    if (!view.client->shows_references) continue;
    one.command->command = std::string(show_references_command);
    one.command->arguments =
        std::vector<types::LSPAny>{nlohmann::json(view.uri), types::encode(one.range.start)};
  }
  return converted;
}

}  // namespace lsp
