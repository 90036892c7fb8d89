// What SafeYAML (the reader of the published Jekyll gem) makes of a plain scalar.
// Source of the rules: safe_yaml/transform/*.rb and Psych's scalar_scanner.rb;
// tests/syntax/golden/yaml_scalars.json.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "server/syntax/timestamp.h"

namespace syntax {

struct Null {
  friend constexpr bool operator==(Null, Null) = default;
};

using Scalar = std::variant<Null, bool, std::int64_t, double, Date, Timestamp, std::string>;

// The type of a plain scalar's text. Quoted and block scalars are always strings and do not come here.
// Integers beyond 64 bits become double (the model does not need their digits).
[[nodiscard]] Scalar resolve_plain_scalar(std::string_view text);

// Ruby's `to_s` of the value, which is what Jekyll shows and what becomes a tag or a part of an address:
// Null "", true "true", 2020 "2020", 1.10 "1.1", Date "2024-02-23", Timestamp "2024-02-23 10:00:00 +0900"
// (without a zone or with `Z`: "2024-02-23 10:00:00 +0000", since SafeYAML's Time keeps a fixed offset).
[[nodiscard]] std::string to_ruby_string(const Scalar& value);

}  // namespace syntax
