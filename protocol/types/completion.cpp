#include "protocol/types/completion.h"

#include "protocol/types/codec.h"

namespace protocol::types {

PROTOCOL_JSON(CompletionContext, triggerKind, triggerCharacter)
PROTOCOL_JSON(CompletionParams, textDocument, position, context, workDoneToken, partialResultToken)
PROTOCOL_JSON(CompletionItemLabelDetails, detail, description)
PROTOCOL_JSON(InsertReplaceEdit, newText, insert, replace)
PROTOCOL_JSON(CompletionItem, label, labelDetails, kind, tags, detail, documentation, deprecated, preselect,
              sortText, filterText, insertText, insertTextFormat, insertTextMode, textEdit, textEditText,
              additionalTextEdits, commitCharacters, command, data)
PROTOCOL_JSON(InsertReplaceRange, insert, replace)
PROTOCOL_JSON(CompletionItemDefaults, commitCharacters, editRange, insertTextFormat, insertTextMode, data)
PROTOCOL_JSON(CompletionList, isIncomplete, itemDefaults, items)

}  // namespace protocol::types
