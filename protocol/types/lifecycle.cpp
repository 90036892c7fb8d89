#include "protocol/types/lifecycle.h"

#include <algorithm>

#include "protocol/types/codec.h"

namespace protocol::types {

namespace {

// The value a pointer leads to, or null. A pointer that is not RFC 6901 leads nowhere as well.
const json* find(const LSPAny& capabilities, std::string_view pointer) {
  try {
    const json::json_pointer parsed{std::string(pointer)};
    return capabilities.json().contains(parsed) ? &capabilities.json().at(parsed) : nullptr;
  } catch (const json::exception&) {
    return nullptr;
  }
}

const json& find_list(const LSPAny& capabilities, std::string_view pointer) {
  static const json none = json::array();
  const json* list = find(capabilities, pointer);
  return list != nullptr && list->is_array() ? *list : none;
}

// A member of the wrong type counts as absent.
template <class T>
void read_leniently(const json& object, const char* name, T& value) {
  try {
    codec::read_member(object, name, value);
  } catch (const DecodeError&) {
    value = T{};
  }
}

}  // namespace

bool ClientCapabilities::has(std::string_view pointer) const {
  const json* found = find(value, pointer);
  return found != nullptr && (found->is_object() || (found->is_boolean() && found->get<bool>()));
}

bool ClientCapabilities::lists(std::string_view pointer, std::string_view wanted) const {
  const json& list = find_list(value, pointer);
  return std::any_of(list.begin(), list.end(), [wanted](const json& element) {
    return element.is_string() && element.get_ref<const std::string&>() == wanted;
  });
}

std::vector<std::string> ClientCapabilities::strings(std::string_view pointer) const {
  std::vector<std::string> out;
  for (const json& element : find_list(value, pointer)) {
    if (element.is_string()) out.push_back(element.get<std::string>());
  }
  return out;
}

std::vector<int> ClientCapabilities::integers(std::string_view pointer) const {
  std::vector<int> out;
  for (const json& element : find_list(value, pointer)) {
    if (element.is_number_integer()) out.push_back(element.get<int>());
  }
  return out;
}

std::vector<std::string> InitializeParams::position_encodings() const {
  std::vector<std::string> offered = capabilities.strings("/general/positionEncodings");
  if (offered.empty()) offered.emplace_back(PositionEncodingKind::UTF16);
  return offered;
}

void to_json(json& out, const ClientCapabilities& value) {
  out = value.value.has_value() ? value.value.json() : json::object();
}
void from_json(const json& in, ClientCapabilities& value) {
  value.value = LSPAny(in);
}

PROTOCOL_JSON(ClientInfo, name, version)

void to_json(json& out, const InitializeParams& value) {
  out = json::object();
  out["processId"] = value.processId ? json(*value.processId) : json(nullptr);
  codec::write_member(out, "clientInfo", value.clientInfo);
  codec::write_member(out, "locale", value.locale);
  codec::write_member(out, "rootPath", value.rootPath);
  out["rootUri"] = value.rootUri ? json(*value.rootUri) : json(nullptr);
  codec::write_member(out, "initializationOptions", value.initializationOptions);
  codec::write_member(out, "capabilities", value.capabilities);
  codec::write_member(out, "trace", value.trace);
  codec::write_member(out, "workspaceFolders", value.workspaceFolders);
}

void from_json(const json& in, InitializeParams& value) {
  const json& object = codec::expect_object(in);
  read_leniently(object, "processId", value.processId);
  read_leniently(object, "clientInfo", value.clientInfo);
  read_leniently(object, "locale", value.locale);
  read_leniently(object, "rootPath", value.rootPath);
  read_leniently(object, "rootUri", value.rootUri);
  read_leniently(object, "initializationOptions", value.initializationOptions);
  read_leniently(object, "capabilities", value.capabilities);
  read_leniently(object, "trace", value.trace);
  read_leniently(object, "workspaceFolders", value.workspaceFolders);
}
PROTOCOL_JSON(ServerInfo, name, version)
PROTOCOL_JSON(InitializeResult, capabilities, serverInfo)
PROTOCOL_JSON(Registration, id, method, registerOptions)
PROTOCOL_JSON(RegistrationParams, registrations)
PROTOCOL_JSON(Unregistration, id, method)
PROTOCOL_JSON(UnregistrationParams, unregisterations)
PROTOCOL_JSON(SetTraceParams, value)
PROTOCOL_JSON(LogTraceParams, message, verbose)
PROTOCOL_JSON(CancelParams, id)
PROTOCOL_JSON(ProgressParams, token, value)
PROTOCOL_JSON(WorkDoneProgressCreateParams, token)
PROTOCOL_JSON(WorkDoneProgressCancelParams, token)
PROTOCOL_JSON(WorkDoneProgressBegin, kind, title, cancellable, message, percentage)
PROTOCOL_JSON(WorkDoneProgressReport, kind, cancellable, message, percentage)
PROTOCOL_JSON(WorkDoneProgressEnd, kind, message)

}  // namespace protocol::types
