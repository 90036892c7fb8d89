#include "protocol/types/any.h"

#include <nlohmann/json.hpp>

namespace protocol::types {

LSPAny::LSPAny(const nlohmann::json& value) : value_(std::make_shared<const nlohmann::json>(value)) {}

const nlohmann::json& LSPAny::json() const {
  static const nlohmann::json null;
  return value_ ? *value_ : null;
}

bool operator==(const LSPAny& left, const LSPAny& right) {
  return left.has_value() == right.has_value() && left.json() == right.json();
}

}  // namespace protocol::types
