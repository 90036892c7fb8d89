// JSON-RPC 2.0 as LSP uses it (LSP 3.17, "Base Protocol"): requests, notifications, responses, error codes,
// and their JSON. It knows nothing of methods, sessions or bytes on a wire.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "protocol/error_code.h"

namespace protocol {

using nlohmann::json;

// LSP allows integers and strings. A null id exists only in error replies to messages nobody could read.
using Id = std::variant<std::int64_t, std::string>;

struct ResponseError {
  ErrorCode code = ErrorCode::InternalError;
  std::string message{};  // one sentence for a person
  json data{};            // omitted when null
};

// Params are an object, an array or, when absent, null.
struct Request {
  Id id{};
  std::string method{};
  json params{};
};

struct Notification {
  std::string method{};
  json params{};
};

struct Response {
  std::optional<Id> id{};                     // none: JSON null
  std::variant<json, ResponseError> outcome;  // the result or the error
};

// A body that is no message. `error` is what to answer, under `id` (none: null); nothing is ever answered to
// a malformed response, so `answerable` is false for those.
struct Malformed {
  ResponseError error{};
  std::optional<Id> id{};
  bool answerable = true;
};

using Message = std::variant<Request, Notification, Response, Malformed>;

// Arrays and objects may be nested this deep in a body. Real messages stay below 20; far deeper ones exist
// only to overflow the stack of whoever walks them recursively.
inline constexpr int max_json_depth = 256;

// Reads one body. Never throws. Invalid JSON, invalid UTF-8 and too deep nesting are ParseErrors, everything
// else that is wrong an InvalidRequest; batches are refused, since LSP does not have them. An escaped lone
// surrogate ("\ud83d" alone, which editors send when an edit splits an emoji) reads as U+FFFD, which
// counts the same one UTF-16 unit.
[[nodiscard]] Message parse_message(std::string_view body);

// The body to send. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string to_body(const Request& request);
[[nodiscard]] std::string to_body(const Notification& notification);
[[nodiscard]] std::string to_body(const Response& response);

// For log lines: 7 or "abc".
[[nodiscard]] std::string to_string(const Id& id);

}  // namespace protocol
