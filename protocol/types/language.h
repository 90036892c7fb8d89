// Params and results of textDocument/* (LSP 3.17, "Language Features"). Completion and diagnostics have their
// own headers, included here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/base.h"
#include "protocol/types/completion.h"
#include "protocol/types/diagnostics.h"

namespace protocol::types {

// The params of requests about a place: hover, definition, documentHighlight, prepareRename.
struct TextDocumentPositionParams {
  TextDocumentIdentifier textDocument{};
  Position position{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

// The params of requests about a whole document: documentSymbol, documentLink, codeLens, foldingRange.
struct TextDocumentParams {
  TextDocumentIdentifier textDocument{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

struct Hover {
  MarkupContent contents{};
  std::optional<Range> range{};
};

// Links only for clients with textDocument.definition.linkSupport. A default value is written as null.
using DefinitionResult = std::variant<std::nullptr_t, std::vector<Location>, std::vector<LocationLink>>;

struct ReferenceContext {
  bool includeDeclaration{};
};

struct ReferenceParams {
  TextDocumentIdentifier textDocument{};
  Position position{};
  ReferenceContext context{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

enum class DocumentHighlightKind : int { Text = 1, Read = 2, Write = 3 };

struct DocumentHighlight {
  Range range{};
  std::optional<DocumentHighlightKind> kind{};
};

struct DocumentLink {
  Range range{};
  std::optional<std::string> target{};
  std::optional<std::string> tooltip{};
  LSPAny data{};
};

// `selectionRange` must lie inside `range`; clients drop the whole answer otherwise.
struct DocumentSymbol {
  std::string name{};
  std::optional<std::string> detail{};
  SymbolKind kind{};
  std::optional<std::vector<int>> tags{};
  Range range{};
  Range selectionRange{};
  std::optional<std::vector<DocumentSymbol>> children{};
};

using DocumentSymbolResult =
    std::variant<std::nullptr_t, std::vector<DocumentSymbol>, std::vector<SymbolInformation>>;

struct RenameParams {
  TextDocumentIdentifier textDocument{};
  Position position{};
  std::string newName{};
  std::optional<ProgressToken> workDoneToken{};
};

struct PrepareRenamePlaceholder {
  Range range{};
  std::string placeholder{};
};

using PrepareRenameResult = std::variant<std::nullptr_t, PrepareRenamePlaceholder, Range>;

namespace CodeActionKind {
inline constexpr const char* QuickFix = "quickfix";
inline constexpr const char* Refactor = "refactor";
inline constexpr const char* RefactorExtract = "refactor.extract";
inline constexpr const char* RefactorRewrite = "refactor.rewrite";
inline constexpr const char* Source = "source";
inline constexpr const char* SourceFixAll = "source.fixAll";
}  // namespace CodeActionKind

enum class CodeActionTriggerKind : int { Invoked = 1, Automatic = 2 };

struct CodeActionContext {
  std::vector<Diagnostic> diagnostics{};
  std::optional<std::vector<std::string>> only{};  // kinds; "refactor" asks for "refactor.extract" too
  std::optional<CodeActionTriggerKind> triggerKind{};
};

struct CodeActionParams {
  TextDocumentIdentifier textDocument{};
  Range range{};
  CodeActionContext context{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

struct CodeActionDisabled {
  std::string reason{};
};

struct CodeAction {
  std::string title{};
  std::optional<std::string> kind{};
  std::optional<std::vector<Diagnostic>> diagnostics{};
  std::optional<bool> isPreferred{};
  std::optional<CodeActionDisabled> disabled{};
  std::optional<WorkspaceEdit> edit{};
  std::optional<Command> command{};
  LSPAny data{};
};

// Commands are for clients without codeActionLiteralSupport.
using CodeActionResult = std::vector<std::variant<CodeAction, Command>>;

struct CodeLens {
  Range range{};
  std::optional<Command> command{};
  LSPAny data{};
};

struct InlayHintParams {
  TextDocumentIdentifier textDocument{};
  Range range{};
  std::optional<ProgressToken> workDoneToken{};
};

enum class InlayHintKind : int { Type = 1, Parameter = 2 };

struct InlayHintLabelPart {
  std::string value{};
  std::optional<std::variant<std::string, MarkupContent>> tooltip{};
  std::optional<Location> location{};
  std::optional<Command> command{};
};

struct InlayHint {
  Position position{};
  std::variant<std::string, std::vector<InlayHintLabelPart>> label{};
  std::optional<InlayHintKind> kind{};
  std::optional<std::vector<TextEdit>> textEdits{};
  std::optional<std::variant<std::string, MarkupContent>> tooltip{};
  std::optional<bool> paddingLeft{};
  std::optional<bool> paddingRight{};
  LSPAny data{};
};

namespace FoldingRangeKind {
inline constexpr const char* Comment = "comment";
inline constexpr const char* Imports = "imports";
inline constexpr const char* Region = "region";
}  // namespace FoldingRangeKind

struct FoldingRange {
  std::uint32_t startLine{};
  std::optional<std::uint32_t> startCharacter{};
  std::uint32_t endLine{};
  std::optional<std::uint32_t> endCharacter{};
  std::optional<std::string> kind{};
  std::optional<std::string> collapsedText{};
};

struct SelectionRangeParams {
  TextDocumentIdentifier textDocument{};
  std::vector<Position> positions{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

// Each parent contains its child. Writing stops after max_parents, so that a document's nesting cannot grow
// the JSON without bound.
struct SelectionRange {
  static constexpr int max_parents = 100;
  Range range{};
  std::shared_ptr<const SelectionRange> parent{};
};

PROTOCOL_DECLARE_JSON(TextDocumentPositionParams)
PROTOCOL_DECLARE_JSON(TextDocumentParams)
PROTOCOL_DECLARE_JSON(Hover)
PROTOCOL_DECLARE_JSON(ReferenceContext)
PROTOCOL_DECLARE_JSON(ReferenceParams)
PROTOCOL_DECLARE_JSON(DocumentHighlight)
PROTOCOL_DECLARE_JSON(DocumentLink)
PROTOCOL_DECLARE_JSON(DocumentSymbol)
PROTOCOL_DECLARE_JSON(RenameParams)
PROTOCOL_DECLARE_JSON(PrepareRenamePlaceholder)
PROTOCOL_DECLARE_JSON(CodeActionContext)
PROTOCOL_DECLARE_JSON(CodeActionParams)
PROTOCOL_DECLARE_JSON(CodeActionDisabled)
PROTOCOL_DECLARE_JSON(CodeAction)
PROTOCOL_DECLARE_JSON(CodeLens)
PROTOCOL_DECLARE_JSON(InlayHintParams)
PROTOCOL_DECLARE_JSON(InlayHintLabelPart)
PROTOCOL_DECLARE_JSON(InlayHint)
PROTOCOL_DECLARE_JSON(FoldingRange)
PROTOCOL_DECLARE_JSON(SelectionRangeParams)
PROTOCOL_DECLARE_JSON(SelectionRange)

}  // namespace protocol::types
