#include "protocol/types/language.h"

#include "protocol/types/codec.h"

namespace protocol::types {

PROTOCOL_JSON(TextDocumentPositionParams, textDocument, position, workDoneToken, partialResultToken)
PROTOCOL_JSON(TextDocumentParams, textDocument, workDoneToken, partialResultToken)
PROTOCOL_JSON(Hover, contents, range)
PROTOCOL_JSON(ReferenceContext, includeDeclaration)
PROTOCOL_JSON(ReferenceParams, textDocument, position, context, workDoneToken, partialResultToken)
PROTOCOL_JSON(DocumentHighlight, range, kind)
PROTOCOL_JSON(DocumentLink, range, target, tooltip, data)
PROTOCOL_JSON(DocumentSymbol, name, detail, kind, tags, range, selectionRange, children)
PROTOCOL_JSON(RenameParams, textDocument, position, newName, workDoneToken)
PROTOCOL_JSON(PrepareRenamePlaceholder, range, placeholder)
PROTOCOL_JSON(CodeActionContext, diagnostics, only, triggerKind)
PROTOCOL_JSON(CodeActionParams, textDocument, range, context, workDoneToken, partialResultToken)
PROTOCOL_JSON(CodeActionDisabled, reason)
PROTOCOL_JSON(CodeAction, title, kind, diagnostics, isPreferred, disabled, edit, command, data)
PROTOCOL_JSON(CodeLens, range, command, data)
PROTOCOL_JSON(InlayHintParams, textDocument, range, workDoneToken)
PROTOCOL_JSON(InlayHintLabelPart, value, tooltip, location, command)
PROTOCOL_JSON(InlayHint, position, label, kind, textEdits, tooltip, paddingLeft, paddingRight, data)
PROTOCOL_JSON(FoldingRange, startLine, startCharacter, endLine, endCharacter, kind, collapsedText)
PROTOCOL_JSON(SelectionRangeParams, textDocument, positions, workDoneToken, partialResultToken)

// Inside out and without recursion: the chain is as long as the document is nested.
void to_json(json& out, const SelectionRange& value) {
  std::vector<const SelectionRange*> chain{&value};
  while (chain.back()->parent && chain.size() <= SelectionRange::max_parents) {
    chain.push_back(chain.back()->parent.get());
  }
  out = nullptr;
  for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
    json inner = {{"range", encode((*link)->range)}};
    if (!out.is_null()) inner["parent"] = std::move(out);
    out = std::move(inner);
  }
}

// Recursive; max_json_depth bounds what can be received.
void from_json(const json& in, SelectionRange& value) {
  const json& object = codec::expect_object(in);
  codec::read_member(object, "range", value.range);
  codec::read_member(object, "parent", value.parent);
}

}  // namespace protocol::types
