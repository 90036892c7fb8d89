#include "server/lsp/answers/result_id.h"

#include <cstdint>
#include <nlohmann/json.hpp>

#include "protocol/types/codec.h"

namespace lsp {

std::string result_id(const std::vector<protocol::types::Diagnostic>& diagnostics) {
  // FNV-1a, 64 bits. A collision would only keep an old list until the next change.
  std::uint64_t hash = 14695981039346656037U;
  for (const char byte :
       protocol::types::encode(diagnostics).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 1099511628211U;
  }
  return std::to_string(hash);
}

}  // namespace lsp
