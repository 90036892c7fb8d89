#include "protocol/types/diagnostics.h"

#include "protocol/types/codec.h"

namespace protocol::types {

PROTOCOL_JSON(CodeDescription, href)
PROTOCOL_JSON(DiagnosticRelatedInformation, location, message)
PROTOCOL_JSON(Diagnostic, range, severity, code, codeDescription, source, message, tags, relatedInformation,
              data)
PROTOCOL_JSON(PublishDiagnosticsParams, uri, version, diagnostics)
PROTOCOL_JSON(DocumentDiagnosticParams, textDocument, identifier, previousResultId, workDoneToken,
              partialResultToken)
PROTOCOL_JSON(FullDocumentDiagnosticReport, kind, resultId, items)
PROTOCOL_JSON(UnchangedDocumentDiagnosticReport, kind, resultId)
PROTOCOL_JSON(PreviousResultId, uri, value)
PROTOCOL_JSON(WorkspaceDiagnosticParams, identifier, previousResultIds, workDoneToken, partialResultToken)
PROTOCOL_JSON(WorkspaceFullDocumentDiagnosticReport, kind, resultId, items, uri, version)
PROTOCOL_JSON(WorkspaceUnchangedDocumentDiagnosticReport, kind, resultId, uri, version)
PROTOCOL_JSON(WorkspaceDiagnosticReport, items)
PROTOCOL_JSON(DiagnosticServerCancellationData, retriggerRequest)

}  // namespace protocol::types
