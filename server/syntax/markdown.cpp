#include "server/syntax/markdown.h"

#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/entities.h"
#include "server/syntax/kramdown/extract.h"
#include "server/syntax/kramdown/state.h"
#include "server/syntax/kramdown/tree.h"

namespace syntax {
namespace {

using namespace kramdown;

// What the ids of headings are made of: plain kramdown takes the source, unless it is told to take the text
// alone.
void set_raw_text(State& state, const std::vector<text::Range>& masks) {
  for (Element* header : state.headers) {
    if (!state.options.auto_id_stripping) {
      header->header->raw_text = header->header->content.view();
      continue;
    }
    std::string text;
    append_text(state, *header, TextUse::id, masks, text);
    header->header->raw_text = state.arena.copy(text);
  }
}

}  // namespace

Markdown parse_markdown(std::string_view text, text::Offset begin, const MarkdownOptions& options,
                        const std::vector<text::Range>& masks) {
  Markdown result;
  State state(result, options);
  if (state.gfm()) state.options.auto_id_stripping = true;
  state.masked = !masks.empty();
  Element root;
  BlockParser(state, adapt_source(state.arena, text, begin), 0).parse(root);
  update_tree(state, root);
  for (const FootnoteDefinition* footnote : state.footnote_order) update_tree(state, *footnote->content);
  set_raw_text(state, masks);
  HeadingIds ids;
  if (state.gfm() && !state.headers.empty()) assign_gfm_ids(state, root, ids);
  extract(state, root, ids, masks);
  for (Definition& definition : result.definitions) definition.href = decode_entities(definition.href);
  return result;
}

}  // namespace syntax
