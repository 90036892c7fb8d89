// initialize, shutdown, capabilities, progress and tracing (LSP 3.17, "Lifecycle Messages" and "Base
// Protocol"). Capabilities of both sides stay JSON: the client's are asked by JSON pointer, the server's are
// composed by whoever registers the features. 60 structs for members nobody reads would not make either of
// them safer.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/types/base.h"

namespace protocol::types {

// What the client said it can do. Pointers are RFC 6901, for instance "/textDocument/hover/contentFormat";
// a pointer that leads nowhere is simply a capability the client lacks.
struct ClientCapabilities {
  LSPAny value{};

  // True when the value is `true` or an object (many capabilities are announced by being there at all).
  [[nodiscard]] bool has(std::string_view pointer) const;
  // True when the value is a list that holds this string, as in contentFormat or resourceOperations.
  [[nodiscard]] bool lists(std::string_view pointer, std::string_view wanted) const;
  // The strings of a list in the client's order; empty when there is no list.
  [[nodiscard]] std::vector<std::string> strings(std::string_view pointer) const;
  // The integers of a list (value sets of kinds and tags); empty when there is no list.
  [[nodiscard]] std::vector<int> integers(std::string_view pointer) const;
};

struct ClientInfo {
  std::string name{};
  std::optional<std::string> version{};
};

namespace TraceValue {
inline constexpr const char* Off = "off";
inline constexpr const char* Messages = "messages";
inline constexpr const char* Verbose = "verbose";
}  // namespace TraceValue

namespace PositionEncodingKind {
inline constexpr const char* UTF8 = "utf-8";
inline constexpr const char* UTF16 = "utf-16";  // the default when the client says nothing
inline constexpr const char* UTF32 = "utf-32";
}  // namespace PositionEncodingKind

// Read leniently, member by member: a session must not fail because one optional member has an odd type.
struct InitializeParams {
  std::optional<std::int64_t>
      processId{};  // the editor's process; absent and null both mean: no parent to watch
  std::optional<ClientInfo> clientInfo{};
  std::optional<std::string> locale{};
  std::optional<std::string> rootPath{};  // deprecated in favour of rootUri
  std::optional<DocumentUri> rootUri{};   // deprecated in favour of workspaceFolders
  LSPAny initializationOptions{};
  ClientCapabilities capabilities{};
  std::optional<std::string> trace{};  // a TraceValue
  // Absent: the client knows no workspace folders. Empty: it does, but none is open.
  std::optional<std::vector<WorkspaceFolder>> workspaceFolders{};

  // The client's general.positionEncodings, or {"utf-16"} when it offers none.
  [[nodiscard]] std::vector<std::string> position_encodings() const;
};

struct ServerInfo {
  std::string name{};
  std::optional<std::string> version{};
};

struct InitializeResult {
  LSPAny capabilities{};
  std::optional<ServerInfo> serverInfo{};
};

struct Registration {
  std::string id{};
  std::string method{};
  LSPAny registerOptions{};
};

struct RegistrationParams {
  std::vector<Registration> registrations{};
};

struct Unregistration {
  std::string id{};
  std::string method{};
};

struct UnregistrationParams {
  std::vector<Unregistration> unregisterations{};  // the specification's own misspelling
};

struct SetTraceParams {
  std::string value{};
};

struct LogTraceParams {
  std::string message{};
  std::optional<std::string> verbose{};
};

struct CancelParams {
  std::variant<std::int64_t, std::string> id{};
};

struct ProgressParams {
  ProgressToken token{};
  LSPAny value{};  // any_of a WorkDoneProgressBegin, -Report or -End, or of a partial result
};

struct WorkDoneProgressCreateParams {
  ProgressToken token{};
};

struct WorkDoneProgressCancelParams {
  ProgressToken token{};
};

struct WorkDoneProgressBegin {
  Literal<"begin"> kind{};
  std::string title{};
  std::optional<bool> cancellable{};
  std::optional<std::string> message{};
  std::optional<std::uint32_t> percentage{};
};

struct WorkDoneProgressReport {
  Literal<"report"> kind{};
  std::optional<bool> cancellable{};
  std::optional<std::string> message{};
  std::optional<std::uint32_t> percentage{};
};

struct WorkDoneProgressEnd {
  Literal<"end"> kind{};
  std::optional<std::string> message{};
};

PROTOCOL_DECLARE_JSON(ClientCapabilities)
PROTOCOL_DECLARE_JSON(ClientInfo)
PROTOCOL_DECLARE_JSON(InitializeParams)
PROTOCOL_DECLARE_JSON(ServerInfo)
PROTOCOL_DECLARE_JSON(InitializeResult)
PROTOCOL_DECLARE_JSON(Registration)
PROTOCOL_DECLARE_JSON(RegistrationParams)
PROTOCOL_DECLARE_JSON(Unregistration)
PROTOCOL_DECLARE_JSON(UnregistrationParams)
PROTOCOL_DECLARE_JSON(SetTraceParams)
PROTOCOL_DECLARE_JSON(LogTraceParams)
PROTOCOL_DECLARE_JSON(CancelParams)
PROTOCOL_DECLARE_JSON(ProgressParams)
PROTOCOL_DECLARE_JSON(WorkDoneProgressCreateParams)
PROTOCOL_DECLARE_JSON(WorkDoneProgressCancelParams)
PROTOCOL_DECLARE_JSON(WorkDoneProgressBegin)
PROTOCOL_DECLARE_JSON(WorkDoneProgressReport)
PROTOCOL_DECLARE_JSON(WorkDoneProgressEnd)

}  // namespace protocol::types
