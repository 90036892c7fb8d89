// Diagnostics, pushed (textDocument/publishDiagnostics) and pulled (textDocument/diagnostic,
// workspace/diagnostic), LSP 3.17.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/base.h"

namespace protocol::types {

enum class DiagnosticSeverity : int { Error = 1, Warning = 2, Information = 3, Hint = 4 };
enum class DiagnosticTag : int { Unnecessary = 1, Deprecated = 2 };

struct CodeDescription {
  std::string href{};
};

struct DiagnosticRelatedInformation {
  Location location{};
  std::string message{};
};

struct Diagnostic {
  Range range{};
  std::optional<DiagnosticSeverity> severity{};
  std::optional<std::variant<std::string, std::int32_t>> code{};
  std::optional<CodeDescription> codeDescription{};
  std::optional<std::string> source{};
  std::string message{};
  std::optional<std::vector<DiagnosticTag>> tags{};
  std::optional<std::vector<DiagnosticRelatedInformation>> relatedInformation{};
  LSPAny data{};  // comes back in textDocument/codeAction
};

struct PublishDiagnosticsParams {
  DocumentUri uri{};
  std::optional<std::int32_t> version{};
  std::vector<Diagnostic> diagnostics{};
};

struct DocumentDiagnosticParams {
  TextDocumentIdentifier textDocument{};
  std::optional<std::string> identifier{};
  std::optional<std::string> previousResultId{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

struct FullDocumentDiagnosticReport {
  Literal<"full"> kind{};
  std::optional<std::string> resultId{};
  std::vector<Diagnostic> items{};
};

struct UnchangedDocumentDiagnosticReport {
  Literal<"unchanged"> kind{};
  std::string resultId{};
};

using DocumentDiagnosticReport =
    std::variant<FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport>;

struct PreviousResultId {
  DocumentUri uri{};
  std::string value{};
};

struct WorkspaceDiagnosticParams {
  std::optional<std::string> identifier{};
  std::vector<PreviousResultId> previousResultIds{};
  std::optional<ProgressToken> workDoneToken{};
  std::optional<ProgressToken> partialResultToken{};
};

// The version is null for documents that are not open.
struct WorkspaceFullDocumentDiagnosticReport {
  Literal<"full"> kind{};
  std::optional<std::string> resultId{};
  std::vector<Diagnostic> items{};
  DocumentUri uri{};
  OrNull<std::int32_t> version{};
};

struct WorkspaceUnchangedDocumentDiagnosticReport {
  Literal<"unchanged"> kind{};
  std::string resultId{};
  DocumentUri uri{};
  OrNull<std::int32_t> version{};
};

using WorkspaceDocumentDiagnosticReport =
    std::variant<WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport>;

// Also the shape of a partial result, sent by $/progress.
struct WorkspaceDiagnosticReport {
  std::vector<WorkspaceDocumentDiagnosticReport> items{};
};

// The `data` of a ServerCancelled error: shall the client ask again?
struct DiagnosticServerCancellationData {
  bool retriggerRequest{};
};

PROTOCOL_DECLARE_JSON(CodeDescription)
PROTOCOL_DECLARE_JSON(DiagnosticRelatedInformation)
PROTOCOL_DECLARE_JSON(Diagnostic)
PROTOCOL_DECLARE_JSON(PublishDiagnosticsParams)
PROTOCOL_DECLARE_JSON(DocumentDiagnosticParams)
PROTOCOL_DECLARE_JSON(FullDocumentDiagnosticReport)
PROTOCOL_DECLARE_JSON(UnchangedDocumentDiagnosticReport)
PROTOCOL_DECLARE_JSON(PreviousResultId)
PROTOCOL_DECLARE_JSON(WorkspaceDiagnosticParams)
PROTOCOL_DECLARE_JSON(WorkspaceFullDocumentDiagnosticReport)
PROTOCOL_DECLARE_JSON(WorkspaceUnchangedDocumentDiagnosticReport)
PROTOCOL_DECLARE_JSON(WorkspaceDiagnosticReport)
PROTOCOL_DECLARE_JSON(DiagnosticServerCancellationData)

}  // namespace protocol::types
