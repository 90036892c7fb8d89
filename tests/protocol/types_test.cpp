#include <gmock/gmock.h>

#include "protocol/methods.h"
#include "protocol/types/codec.h"

namespace {

using namespace protocol::types;  // NOLINT(google-build-using-namespace): every line below names a type
using testing::ElementsAre;

// Reading and writing again must give what was read: no member lost, none invented.
template <class T>
void expect_round_trip(const char* text) {
  const json in = json::parse(text);
  EXPECT_EQ(encode(decode<T>(in)), in);
}

template <class T>
std::string complaint(const char* text) {
  try {
    (void)decode<T>(json::parse(text));
  } catch (const DecodeError& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Types, OfEditsKeepEveryMember) {
  expect_round_trip<WorkspaceEdit>(R"({
    "documentChanges": [
      {"textDocument": {"uri": "u", "version": null},
       "edits": [{"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
                  "newText": "x", "annotationId": "a"}]},
      {"kind": "create", "uri": "u", "options": {"overwrite": true, "ignoreIfExists": false}},
      {"kind": "rename", "oldUri": "u", "newUri": "v", "annotationId": "a"},
      {"kind": "delete", "uri": "u", "options": {"recursive": true, "ignoreIfNotExists": true}}],
    "changeAnnotations": {"a": {"label": "l", "needsConfirmation": true, "description": "d"}}})");
  expect_round_trip<WorkspaceEdit>(R"({"changes": {"u": [], "v": []}})");
  expect_round_trip<WorkspaceEdit>("{}");
}

TEST(Types, OfDiagnosticsKeepEveryMember) {
  expect_round_trip<PublishDiagnosticsParams>(R"({"uri": "u", "version": 4, "diagnostics": [
    {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
     "severity": 2, "code": "c", "codeDescription": {"href": "h"}, "source": "s", "message": "m", "tags": [1, 2],
     "relatedInformation": [{"location": {"uri": "u", "range":
        {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}}, "message": "r"}],
     "data": {"fix": [null]}},
    {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
     "code": 7, "message": "m"}]})");
  expect_round_trip<WorkspaceDiagnosticReport>(R"({"items": [
    {"kind": "full", "resultId": "1", "items": [], "uri": "u", "version": null},
    {"kind": "unchanged", "resultId": "1", "uri": "u", "version": 3}]})");
  expect_round_trip<DocumentDiagnosticReport>(R"({"kind": "unchanged", "resultId": "r"})");
  expect_round_trip<WorkspaceDiagnosticParams>(
      R"({"identifier": "i", "previousResultIds": [{"uri": "u", "value": "1"}], "partialResultToken": "t"})");
}

TEST(Types, OfCompletionKeepEveryMember) {
  expect_round_trip<CompletionList>(R"({"isIncomplete": true,
    "itemDefaults": {"commitCharacters": ["/"], "insertTextFormat": 2, "insertTextMode": 1, "data": 1,
      "editRange": {"insert": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 2}},
                    "replace": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 3}}}},
    "items": [
      {"label": "l", "labelDetails": {"detail": "d", "description": "e"}, "kind": 17, "tags": [1], "detail": "d",
       "documentation": {"kind": "markdown", "value": "v"}, "deprecated": true, "preselect": false,
       "sortText": "s", "filterText": "f", "insertText": "i", "insertTextFormat": 1, "insertTextMode": 2,
       "textEdit": {"newText": "n",
                    "insert": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 2}},
                    "replace": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 3}}},
       "textEditText": "t", "additionalTextEdits": [], "commitCharacters": [],
       "command": {"title": "t", "command": "c", "arguments": [1, "a"]}, "data": {"id": 3}},
      {"label": "m", "documentation": "plain",
       "textEdit": {"newText": "n",
                    "range": {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 2}}}}]})");
  expect_round_trip<CompletionParams>(
      R"({"textDocument": {"uri": "u"}, "position": {"line": 1, "character": 2},
    "context": {"triggerKind": 2, "triggerCharacter": "/"}, "workDoneToken": 5})");
}

TEST(Types, OfLanguageFeaturesKeepEveryMember) {
  expect_round_trip<std::vector<DocumentSymbol>>(R"([
    {"name": "n", "detail": "d", "kind": 15, "tags": [1],
     "range": {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}},
     "selectionRange": {"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 3}},
     "children": [
       {"name": "m", "kind": 15, "children": [],
        "range": {"start": {"line": 1, "character": 0}, "end": {"line": 2, "character": 0}},
        "selectionRange": {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 3}}}]}])");
  expect_round_trip<std::vector<FoldingRange>>(
      R"([{"startLine": 1, "startCharacter": 2, "endLine": 3, "endCharacter": 4, "kind": "region",
           "collapsedText": "…"}])");
  expect_round_trip<CodeActionParams>(R"({"textDocument": {"uri": "u"},
    "range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
    "context": {"diagnostics": [], "only": ["quickfix"], "triggerKind": 1}})");
  expect_round_trip<CodeActionResult>(R"([
    {"title": "t", "kind": "quickfix", "diagnostics": [], "isPreferred": true, "disabled": {"reason": "r"},
     "edit": {}, "command": {"title": "t", "command": "c"}, "data": 1},
    {"title": "t", "command": "c", "arguments": []}])");
  expect_round_trip<std::vector<InlayHint>>(R"([
    {"position": {"line": 1, "character": 2}, "label": "l", "kind": 1, "textEdits": [], "tooltip": "t",
     "paddingLeft": true, "paddingRight": false, "data": null},
    {"position": {"line": 1, "character": 2},
     "label": [{"value": "v", "tooltip": {"kind": "plaintext", "value": "v"},
                "command": {"title": "t", "command": "c"}}]}])");
  expect_round_trip<std::vector<CodeLens>>(R"([
    {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
     "command": {"title": "t", "command": "c"}, "data": 1}])");
  expect_round_trip<DefinitionResult>(R"([{"targetUri": "u",
    "originSelectionRange": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
    "targetRange": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}},
    "targetSelectionRange": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}}])");
  expect_round_trip<DefinitionResult>("null");
  expect_round_trip<PrepareRenameResult>(
      R"({"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}})");
  expect_round_trip<PrepareRenameResult>(
      R"({"placeholder": "p", "range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}})");
  expect_round_trip<std::vector<SelectionRange>>(R"([
    {"range": {"start": {"line": 1, "character": 1}, "end": {"line": 2, "character": 3}},
     "parent": {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}}}])");
}

TEST(Types, OfTheWorkspaceKeepEveryMember) {
  expect_round_trip<DidChangeWatchedFilesRegistrationOptions>(
      R"({"watchers": [{"globPattern": "**/*.md", "kind": 7},
                       {"globPattern": {"baseUri": "u", "pattern": "*.yml"}}]})");
  expect_round_trip<DidChangeWatchedFilesParams>(R"({"changes": [{"uri": "u", "type": 3}]})");
  expect_round_trip<DidChangeWorkspaceFoldersParams>(
      R"({"event": {"added": [{"uri": "u", "name": "n"}], "removed": []}})");
  expect_round_trip<ExecuteCommandParams>(
      R"({"command": "c", "arguments": [{"a": 1}, null], "workDoneToken": "t"})");
  expect_round_trip<RenameFilesParams>(R"({"files": [{"oldUri": "u", "newUri": "v"}]})");
  expect_round_trip<ShowMessageRequestParams>(R"({"type": 1, "message": "m", "actions": [{"title": "t"}]})");
  expect_round_trip<ShowDocumentParams>(R"({"uri": "u", "external": true, "takeFocus": false,
    "selection": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}})");
  expect_round_trip<RegistrationParams>(
      R"({"registrations": [{"id": "i", "method": "m", "registerOptions": {"a": 1}}]})");
  expect_round_trip<UnregistrationParams>(R"({"unregisterations": [{"id": "i", "method": "m"}]})");
  expect_round_trip<ProgressParams>(R"({"token": 1, "value": {"kind": "end"}})");
  expect_round_trip<WorkDoneProgressBegin>(
      R"({"kind": "begin", "title": "t", "cancellable": true, "message": "m", "percentage": 5})");
}

TEST(Types, OfDocumentsKeepEveryMember) {
  expect_round_trip<DidOpenTextDocumentParams>(
      R"({"textDocument": {"uri": "u", "languageId": "markdown", "version": -1, "text": "t"}})");
  expect_round_trip<DidChangeTextDocumentParams>(
      R"({"textDocument": {"uri": "u", "version": 2}, "contentChanges": [
    {"text": "all"},
    {"range": {"start": {"line": 0, "character": 1}, "end": {"line": 2, "character": 3}}, "text": "x"}]})");
  expect_round_trip<DidSaveTextDocumentParams>(R"({"textDocument": {"uri": "u"}, "text": "t"})");
}

TEST(Types, IgnoreMembersTheyDoNotKnow) {
  EXPECT_EQ(decode<Position>(json::parse(R"({"line": 1, "character": 2, "byte": 9})")), (Position{1, 2}));
}

TEST(Types, TakeNullForAbsentWhereAMemberIsOptional) {
  const auto params =
      decode<DidSaveTextDocumentParams>(json::parse(R"({"textDocument": {"uri": "u"}, "text": null})"));
  EXPECT_EQ(params.text, std::nullopt);
}

TEST(Types, TakeEmptyArraysAndObjectsForEachOther) {
  EXPECT_EQ(complaint<NoParams>("[]"), "accepted");
  EXPECT_EQ(complaint<RenameFilesParams>(R"({"files": {}})"), "accepted");
  EXPECT_EQ(complaint<ConfigurationItem>("[]"), "accepted");
}

TEST(Types, TakeWholeFloatsAndCutWhatIsTooLarge) {
  const auto position =
      decode<Position>(json::parse(R"({"line": 3.0, "character": 1.7976931348623157e308})"));
  EXPECT_EQ(position, (Position{3, 2147483647}));
  EXPECT_EQ(decode<Position>(json::parse(R"({"line": 0, "character": 4294967295})")).character, 2147483647U);
  EXPECT_EQ(decode<Position>(json::parse(R"({"line": 0, "character": 18446744073709551615})")).character,
            2147483647U);
}

TEST(Types, NameTheMemberThatIsWrong) {
  EXPECT_EQ(complaint<Position>(R"({"line": 1})"), "character is missing");
  EXPECT_EQ(complaint<Position>(R"({"line": -1, "character": 0})"), "line must not be below 0");
  EXPECT_EQ(complaint<Position>(R"({"line": 1.5, "character": 0})"), "line must be an integer");
  EXPECT_EQ(complaint<Position>("7"), "must be an object");
  EXPECT_EQ(complaint<Range>(R"({"start": {"line": 1}})"), "start.character is missing");
  EXPECT_EQ(complaint<RenameFilesParams>(R"({"files": [{"oldUri": "u", "newUri": "v"}, {"oldUri": 1}]})"),
            "files[1].oldUri must be a string");
  EXPECT_EQ(complaint<WorkspaceEdit>(R"({"changes": {"u": [{}]}})"), "changes.u[0].range is missing");
  EXPECT_EQ(complaint<std::vector<FileRename>>("[1]"), "[0] must be an object");
  EXPECT_EQ(complaint<ReferenceContext>(R"({"includeDeclaration": 1})"),
            "includeDeclaration must be true or false");
  EXPECT_EQ(complaint<WorkDoneProgressEnd>(R"({"kind": "begin"})"), "kind must be \"end\"");
  EXPECT_EQ(complaint<RenameFilesParams>(R"({"files": "all"})"), "files must be an array");
}

TEST(Types, WriteNullOnlyForMembersThatMustBeThere) {
  EXPECT_EQ(encode(TextDocumentEdit{}),
            json::parse(R"({"textDocument": {"uri": "", "version": null}, "edits": []})"));
  EXPECT_EQ(encode(Diagnostic{}).size(), 2U);  // range and message
  EXPECT_EQ(encode(CompletionItem{.label = "l"}), json({{"label", "l"}}));
  EXPECT_EQ(encode(CodeAction{.title = "t", .data = json(nullptr)}),
            json({{"title", "t"}, {"data", nullptr}}));
}

TEST(Types, CutASelectionRangeThatIsNestedTooDeep) {
  auto inner = std::make_shared<const SelectionRange>();
  for (int i = 0; i < 5000; ++i)
    inner = std::make_shared<const SelectionRange>(SelectionRange{.range = {}, .parent = inner});
  json out = encode(*inner);
  int parents = 0;
  for (const json* link = &out; link->contains("parent"); link = &(*link)["parent"]) ++parents;
  EXPECT_EQ(parents, SelectionRange::max_parents);
}

TEST(Initialize, ReadsWhatEditorsSend) {
  const auto params = decode<InitializeParams>(json::parse(R"({
    "processId": 4242, "clientInfo": {"name": "editor", "version": "1.2"}, "locale": "de", "rootPath": "/site",
    "rootUri": "file:///site", "initializationOptions": {"a": 1}, "trace": "verbose",
    "workspaceFolders": [{"uri": "file:///site", "name": "site"}],
    "capabilities": {"general": {"positionEncodings": ["utf-8", "utf-16"]}}})"));
  EXPECT_EQ(params.processId, 4242);
  EXPECT_EQ(params.clientInfo->name, "editor");
  EXPECT_EQ(params.rootUri, "file:///site");
  EXPECT_EQ(params.rootPath, "/site");
  EXPECT_EQ(params.initializationOptions.json()["a"], 1);
  EXPECT_EQ(params.trace, TraceValue::Verbose);
  EXPECT_EQ(params.workspaceFolders->at(0).name, "site");
  EXPECT_THAT(params.position_encodings(), ElementsAre("utf-8", "utf-16"));
  EXPECT_EQ(decode<InitializeParams>(encode(params)).locale, "de");
}

TEST(Initialize, LetsNoOddMemberSpoilTheSession) {
  const auto params = decode<InitializeParams>(json::parse(R"({
    "processId": null, "clientInfo": "vi", "locale": 5, "rootUri": null, "rootPath": [], "trace": true,
    "workspaceFolders": null, "capabilities": null})"));
  EXPECT_EQ(params.processId, std::nullopt);
  EXPECT_FALSE(params.clientInfo);
  EXPECT_EQ(params.rootUri, std::nullopt);
  EXPECT_FALSE(params.workspaceFolders);
  EXPECT_FALSE(params.initializationOptions.has_value());
  EXPECT_THAT(params.position_encodings(), ElementsAre("utf-16"));
}

TEST(ClientCapabilities, AreAskedByPointer) {
  const ClientCapabilities client{.value = json::parse(R"({
    "workspace": {"applyEdit": true, "configuration": false, "symbol": {}, "workspaceEdit": null,
                  "edit": {"resourceOperations": ["create", 5, "rename"], "kinds": [1, "2", 3]}}})")};
  EXPECT_TRUE(client.has("/workspace/applyEdit"));
  EXPECT_TRUE(client.has("/workspace/symbol"));
  EXPECT_FALSE(client.has("/workspace/configuration"));
  EXPECT_FALSE(client.has("/workspace/workspaceEdit"));
  EXPECT_FALSE(client.has("/workspace/applyEdit/deeper"));
  EXPECT_FALSE(client.has("/no/such"));
  EXPECT_FALSE(client.has("not a pointer"));
  EXPECT_TRUE(client.lists("/workspace/edit/resourceOperations", "rename"));
  EXPECT_FALSE(client.lists("/workspace/edit/resourceOperations", "delete"));
  EXPECT_FALSE(client.lists("/workspace/applyEdit", "rename"));
  EXPECT_THAT(client.strings("/workspace/edit/resourceOperations"), ElementsAre("create", "rename"));
  EXPECT_THAT(client.integers("/workspace/edit/kinds"), ElementsAre(1, 3));
  EXPECT_FALSE(ClientCapabilities{}.has("/workspace"));
}

}  // namespace
