// textDocument/completion and completionItem/resolve (LSP 3.17).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/base.h"

namespace protocol::types {

enum class CompletionTriggerKind : int {
  Invoked = 1,
  TriggerCharacter = 2,
  TriggerForIncompleteCompletions = 3
};

struct CompletionContext {
  CompletionTriggerKind triggerKind = CompletionTriggerKind::Invoked;
  std::optional<std::string> triggerCharacter{};
};

struct CompletionParams {
  TextDocumentIdentifier textDocument{};
  Position position{};
  std::optional<CompletionContext> context{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

enum class CompletionItemKind : int {
  Text = 1,
  Method = 2,
  Function = 3,
  Constructor = 4,
  Field = 5,
  Variable = 6,
  Class = 7,
  Interface = 8,
  Module = 9,
  Property = 10,
  Unit = 11,
  Value = 12,
  Enum = 13,
  Keyword = 14,
  Snippet = 15,
  Color = 16,
  File = 17,
  Reference = 18,
  Folder = 19,
  EnumMember = 20,
  Constant = 21,
  Struct = 22,
  Event = 23,
  Operator = 24,
  TypeParameter = 25,
};

enum class CompletionItemTag : int { Deprecated = 1 };
enum class InsertTextFormat : int { PlainText = 1, Snippet = 2 };
enum class InsertTextMode : int { AsIs = 1, AdjustIndentation = 2 };

struct CompletionItemLabelDetails {
  std::optional<std::string> detail{};
  std::optional<std::string> description{};
};

// `insert` is a prefix of `replace`; only for clients with insertReplaceSupport.
struct InsertReplaceEdit {
  std::string newText{};
  Range insert{};
  Range replace{};
};

struct CompletionItem {
  std::string label{};
  std::optional<CompletionItemLabelDetails> labelDetails{};
  std::optional<CompletionItemKind> kind{};
  std::optional<std::vector<CompletionItemTag>> tags{};
  std::optional<std::string> detail{};
  std::optional<std::variant<std::string, MarkupContent>> documentation{};
  std::optional<bool> deprecated{};  // for clients without tagSupport
  std::optional<bool> preselect{};
  std::optional<std::string> sortText{};
  std::optional<std::string> filterText{};
  std::optional<std::string> insertText{};
  std::optional<InsertTextFormat> insertTextFormat{};
  std::optional<InsertTextMode> insertTextMode{};
  std::optional<std::variant<TextEdit, InsertReplaceEdit>> textEdit{};
  std::optional<std::string> textEditText{};  // with CompletionList::itemDefaults.editRange
  std::optional<std::vector<TextEdit>> additionalTextEdits{};
  std::optional<std::vector<std::string>> commitCharacters{};
  std::optional<Command> command{};
  LSPAny data{};
};

struct InsertReplaceRange {
  Range insert{};
  Range replace{};
};

// Only for clients that list the member in textDocument.completion.completionList.itemDefaults.
struct CompletionItemDefaults {
  std::optional<std::vector<std::string>> commitCharacters{};
  std::optional<std::variant<Range, InsertReplaceRange>> editRange{};
  std::optional<InsertTextFormat> insertTextFormat{};
  std::optional<InsertTextMode> insertTextMode{};
  LSPAny data{};
};

struct CompletionList {
  bool isIncomplete{};
  std::optional<CompletionItemDefaults> itemDefaults{};
  std::vector<CompletionItem> items{};
};

PROTOCOL_DECLARE_JSON(CompletionContext)
PROTOCOL_DECLARE_JSON(CompletionParams)
PROTOCOL_DECLARE_JSON(CompletionItemLabelDetails)
PROTOCOL_DECLARE_JSON(InsertReplaceEdit)
PROTOCOL_DECLARE_JSON(CompletionItem)
PROTOCOL_DECLARE_JSON(InsertReplaceRange)
PROTOCOL_DECLARE_JSON(CompletionItemDefaults)
PROTOCOL_DECLARE_JSON(CompletionList)

}  // namespace protocol::types
