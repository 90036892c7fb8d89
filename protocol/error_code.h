// Why a request fails (LSP 3.17, "Base Protocol", ErrorCodes and LSPErrorCodes): for those who give a reason
// without knowing how it travels.
#pragma once

namespace protocol {

enum class ErrorCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestFailed = -32803,
  ServerCancelled = -32802,
  ContentModified = -32801,
  RequestCancelled = -32800,
};

}  // namespace protocol
