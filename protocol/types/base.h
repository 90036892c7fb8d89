// The basic structures of LSP 3.17 ("Basic JSON Structures"): places, edits, texts, progress tokens.
// Fields keep the specification's spelling. Lines and characters are zero-based; what a character counts is
// agreed in `initialize` (positionEncoding), so nothing here converts them. An empty std::optional or LSPAny
// is omitted when written; a std::vector is always written.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/any.h"

namespace protocol::types {

using DocumentUri = std::string;  // as received; compare with protocol::same_uri
using ProgressToken = std::variant<std::int32_t, std::string>;

struct Position {
  std::uint32_t line{};
  std::uint32_t character{};
  friend auto operator<=>(const Position&, const Position&) = default;
};

// Half-open: `end` is the first position outside.
struct Range {
  Position start{};
  Position end{};
  friend auto operator<=>(const Range&, const Range&) = default;
};

struct Location {
  DocumentUri uri{};
  Range range{};
  friend auto operator<=>(const Location&, const Location&) = default;
};

struct LocationLink {
  std::optional<Range> originSelectionRange{};
  DocumentUri targetUri{};
  Range targetRange{};
  Range targetSelectionRange{};
};

struct TextDocumentIdentifier {
  DocumentUri uri{};
};

struct VersionedTextDocumentIdentifier {
  DocumentUri uri{};
  std::int32_t version{};
};

// A null version means: the server does not know the document as open.
struct OptionalVersionedTextDocumentIdentifier {
  DocumentUri uri{};
  OrNull<std::int32_t> version{};
};

// `annotationId` makes it an AnnotatedTextEdit.
struct TextEdit {
  Range range{};
  std::string newText{};
  std::optional<std::string> annotationId{};
  friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

struct ChangeAnnotation {
  std::string label{};
  std::optional<bool> needsConfirmation{};
  std::optional<std::string> description{};
};

struct TextDocumentEdit {
  OptionalVersionedTextDocumentIdentifier textDocument{};
  std::vector<TextEdit> edits{};
};

struct FileOperationOptions {
  std::optional<bool> overwrite{};
  std::optional<bool> ignoreIfExists{};
};

struct CreateFile {
  Literal<"create"> kind{};
  DocumentUri uri{};
  std::optional<FileOperationOptions> options{};
  std::optional<std::string> annotationId{};
};

struct RenameFile {
  Literal<"rename"> kind{};
  DocumentUri oldUri{};
  DocumentUri newUri{};
  std::optional<FileOperationOptions> options{};
  std::optional<std::string> annotationId{};
};

struct DeleteFileOptions {
  std::optional<bool> recursive{};
  std::optional<bool> ignoreIfNotExists{};
};

struct DeleteFile {
  Literal<"delete"> kind{};
  DocumentUri uri{};
  std::optional<DeleteFileOptions> options{};
  std::optional<std::string> annotationId{};
};

using DocumentChange = std::variant<TextDocumentEdit, CreateFile, RenameFile, DeleteFile>;

// Give `documentChanges` to clients with workspace.workspaceEdit.documentChanges, `changes` to the others.
struct WorkspaceEdit {
  std::optional<std::map<DocumentUri, std::vector<TextEdit>>> changes{};
  std::optional<std::vector<DocumentChange>> documentChanges{};
  std::optional<std::map<std::string, ChangeAnnotation>> changeAnnotations{};
};

namespace MarkupKind {
inline constexpr const char* PlainText = "plaintext";
inline constexpr const char* Markdown = "markdown";
}  // namespace MarkupKind

struct MarkupContent {
  std::string kind{};  // a MarkupKind
  std::string value{};
  friend bool operator==(const MarkupContent&, const MarkupContent&) = default;
};

struct Command {
  std::string title{};
  std::string command{};
  std::optional<std::vector<LSPAny>> arguments{};
};

struct WorkspaceFolder {
  DocumentUri uri{};
  std::string name{};
};

enum class SymbolKind : int {
  File = 1,
  Module = 2,
  Namespace = 3,
  Package = 4,
  Class = 5,
  Method = 6,
  Property = 7,
  Field = 8,
  Constructor = 9,
  Enum = 10,
  Interface = 11,
  Function = 12,
  Variable = 13,
  Constant = 14,
  String = 15,
  Number = 16,
  Boolean = 17,
  Array = 18,
  Object = 19,
  Key = 20,
  Null = 21,
  EnumMember = 22,
  Struct = 23,
  Event = 24,
  Operator = 25,
  TypeParameter = 26,
};

// The flat symbol of clients without hierarchicalDocumentSymbolSupport, and of workspace/symbol before 3.17.
struct SymbolInformation {
  std::string name{};
  SymbolKind kind{};
  std::optional<std::vector<int>> tags{};
  std::optional<std::string> containerName{};
  Location location{};
};

#define PROTOCOL_DECLARE_JSON(Type)                     \
  void to_json(nlohmann::json& out, const Type& value); \
  void from_json(const nlohmann::json& in, Type& value);

PROTOCOL_DECLARE_JSON(NoParams)
PROTOCOL_DECLARE_JSON(Position)
PROTOCOL_DECLARE_JSON(Range)
PROTOCOL_DECLARE_JSON(Location)
PROTOCOL_DECLARE_JSON(LocationLink)
PROTOCOL_DECLARE_JSON(TextDocumentIdentifier)
PROTOCOL_DECLARE_JSON(VersionedTextDocumentIdentifier)
PROTOCOL_DECLARE_JSON(OptionalVersionedTextDocumentIdentifier)
PROTOCOL_DECLARE_JSON(TextEdit)
PROTOCOL_DECLARE_JSON(ChangeAnnotation)
PROTOCOL_DECLARE_JSON(TextDocumentEdit)
PROTOCOL_DECLARE_JSON(FileOperationOptions)
PROTOCOL_DECLARE_JSON(CreateFile)
PROTOCOL_DECLARE_JSON(RenameFile)
PROTOCOL_DECLARE_JSON(DeleteFileOptions)
PROTOCOL_DECLARE_JSON(DeleteFile)
PROTOCOL_DECLARE_JSON(WorkspaceEdit)
PROTOCOL_DECLARE_JSON(MarkupContent)
PROTOCOL_DECLARE_JSON(Command)
PROTOCOL_DECLARE_JSON(WorkspaceFolder)
PROTOCOL_DECLARE_JSON(SymbolInformation)

}  // namespace protocol::types
