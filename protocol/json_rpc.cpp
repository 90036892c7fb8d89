#include "protocol/json_rpc.h"

#include <limits>
#include <utility>
#include <vector>

#include "server/text/ascii.h"

namespace protocol {

namespace {

std::string dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json id_to_json(const Id& id) {
  return std::visit([](const auto& value) { return json(value); }, id);
}

std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return std::nullopt;
  unsigned value = 0;
  for (const char c : text.substr(at, 4)) {
    const int digit = text::hex_value(c);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

// The code unit of an escape `\uXXXX` that starts at `at`.
std::optional<unsigned> escaped_unit(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  return hex4(text, at + 2);
}

bool is_high(std::optional<unsigned> unit) {
  return unit && *unit >= 0xD800 && *unit <= 0xDBFF;
}
bool is_low(std::optional<unsigned> unit) {
  return unit && *unit >= 0xDC00 && *unit <= 0xDFFF;
}

struct Scan {
  bool too_deep = false;
  std::vector<std::size_t> lone_surrogates{};  // where the `\u` escapes begin
};

// One look over the text before the parser builds anything from it. On text that is not JSON the outcome does
// not matter, as the parser refuses it.
Scan scan(std::string_view text) {
  Scan out;
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '"') in_string = false;
      if (c != '\\') continue;
      const std::optional<unsigned> unit = escaped_unit(text, i);
      if (is_high(unit) && is_low(escaped_unit(text, i + 6))) {
        i += 11;
      } else if (is_high(unit) || is_low(unit)) {
        out.lone_surrogates.push_back(i);
        i += 5;
      } else {
        ++i;  // the escaped character, which may be a quote
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > max_json_depth) {
        out.too_deep = true;
        return out;
      }
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return out;
}

std::string replace_surrogates(std::string_view text, const std::vector<std::size_t>& places) {
  std::string out(text);
  for (const std::size_t place : places) out.replace(place, 6, "\\ufffd");
  return out;
}

Malformed malformed(ErrorCode code, std::string message, std::optional<Id> id = std::nullopt,
                    bool answerable = true) {
  return {
      .error = {.code = code, .message = std::move(message)}, .id = std::move(id), .answerable = answerable};
}

// Nothing when the member is neither an integer nor a string.
std::optional<Id> read_id(const json& id) {
  if (id.is_string()) return Id(id.get<std::string>());
  if (id.is_number_unsigned() &&
      id.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    return std::nullopt;
  }
  if (id.is_number_integer()) return Id(id.get<std::int64_t>());
  return std::nullopt;
}

bool is_version_2(const json& message) {
  const auto version = message.find("jsonrpc");
  return version != message.end() && version->is_string() && version->get_ref<const std::string&>() == "2.0";
}

Message read_call(json& message) {
  const bool is_request = message.contains("id");
  const std::optional<Id> id = is_request ? read_id(message["id"]) : std::nullopt;
  const auto invalid = [&id](std::string why) {
    return malformed(ErrorCode::InvalidRequest, std::move(why), id);
  };
  if (is_request && !id) return invalid("The id of a request must be an integer or a string.");
  if (!message["method"].is_string()) return invalid("The method of a message must be a string.");
  if (!is_version_2(message)) return invalid(R"(A message must say "jsonrpc": "2.0".)");
  json params;
  if (const auto found = message.find("params"); found != message.end()) params = std::move(*found);
  // Null is not allowed by JSON-RPC, but common where a client has nothing to say.
  if (!params.is_null() && !params.is_structured()) {
    return invalid("The params of a message must be an object or an array.");
  }
  auto method = message["method"].get<std::string>();
  if (!is_request) return Notification{.method = std::move(method), .params = std::move(params)};
  return Request{.id = *id, .method = std::move(method), .params = std::move(params)};
}

ResponseError read_error(const json& error) {
  ResponseError out;
  if (!error.is_object()) {
    out.message = dump(error);
    return out;
  }
  if (const auto code = error.find("code"); code != error.end() && code->is_number_integer()) {
    out.code = static_cast<ErrorCode>(code->get<int>());
  }
  if (const auto text = error.find("message"); text != error.end() && text->is_string()) {
    out.message = text->get<std::string>();
  }
  if (const auto data = error.find("data"); data != error.end()) out.data = *data;
  return out;
}

Message read_response(json& message) {
  const auto invalid = [](std::string why) {
    return malformed(ErrorCode::InvalidRequest, std::move(why), std::nullopt, false);
  };
  if (!is_version_2(message)) return invalid(R"(A response must say "jsonrpc": "2.0".)");
  if (!message.contains("id")) return invalid("A response must have an id.");
  Response out;
  if (!message["id"].is_null()) {
    out.id = read_id(message["id"]);
    if (!out.id) return invalid("The id of a response must be an integer, a string or null.");
  }
  // Some clients send both members and leave one null, as JSON-RPC 1.0 did.
  if (const auto error = message.find("error"); error != message.end() && !error->is_null()) {
    out.outcome = read_error(*error);
  } else {
    out.outcome = message.contains("result") ? std::move(message["result"]) : json(nullptr);
  }
  return out;
}

}  // namespace

Message parse_message(std::string_view body) {
  const Scan seen = scan(body);
  if (seen.too_deep) {
    return malformed(ErrorCode::ParseError,
                     "The message is nested deeper than " + std::to_string(max_json_depth) + " levels.");
  }
  json message;
  try {
    message = seen.lone_surrogates.empty() ? json::parse(body)
                                           : json::parse(replace_surrogates(body, seen.lone_surrogates));
  } catch (const json::parse_error& error) {
    return malformed(ErrorCode::ParseError,
                     "The message is not valid JSON in UTF-8 (at byte " + std::to_string(error.byte) + ").");
  } catch (const json::exception&) {  // a number too large for a double
    return malformed(ErrorCode::ParseError, "The message holds a value that cannot be represented.");
  }
  if (message.is_array()) {
    return malformed(ErrorCode::InvalidRequest, "LSP has no batches; please send the messages one by one.");
  }
  if (!message.is_object()) return malformed(ErrorCode::InvalidRequest, "A message must be an object.");
  if (message.contains("method")) return read_call(message);
  if (message.contains("result") || message.contains("error")) return read_response(message);
  return malformed(ErrorCode::InvalidRequest, "A message needs a method, a result or an error.",
                   message.contains("id") ? read_id(message["id"]) : std::nullopt);
}

std::string to_body(const Request& request) {
  json out = {{"jsonrpc", "2.0"}, {"id", id_to_json(request.id)}, {"method", request.method}};
  if (!request.params.is_null()) out["params"] = request.params;
  return dump(out);
}

std::string to_body(const Notification& notification) {
  json out = {{"jsonrpc", "2.0"}, {"method", notification.method}};
  if (!notification.params.is_null()) out["params"] = notification.params;
  return dump(out);
}

std::string to_body(const Response& response) {
  json out = {{"jsonrpc", "2.0"}, {"id", response.id ? id_to_json(*response.id) : json(nullptr)}};
  if (const auto* error = std::get_if<ResponseError>(&response.outcome)) {
    out["error"] = {{"code", static_cast<int>(error->code)}, {"message", error->message}};
    if (!error->data.is_null()) out["error"]["data"] = error->data;
  } else {
    out["result"] = std::get<json>(response.outcome);
  }
  return dump(out);
}

std::string to_string(const Id& id) {
  return dump(id_to_json(id));
}

}  // namespace protocol
