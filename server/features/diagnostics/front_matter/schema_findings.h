// What a JSON Schema objects to, cut to the causes: of the branches of `anyOf` and `oneOf` the one that was
// plainly meant. Knows schemas and JSON alone, neither YAML nor the site.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/validator.h"
#include "server/features/diagnostics/rule_table.h"

namespace features::diagnostics {

struct Finding {
  std::string pointer;  // JSON pointer of the value that is wrong
  std::string keyword;
  std::string key;                       // required: the missing key; additionalProperties: the wrong one
  const schema::Json* schema = nullptr;  // lives as long as the validator
  std::vector<std::string> types;        // type: every type that would do, those to write first
  std::vector<schema::Json> values;      // enum, const: every value that would do
  friend bool operator==(const Finding&, const Finding&) = default;
};

// One finding for each cause, in the order of the violations.
[[nodiscard]] std::vector<Finding> find_causes(const std::vector<schema::Violation>& violations);

// The rule for a keyword: `schema_type` for "type".
[[nodiscard]] const Rule& schema_rule(std::string_view keyword);

// `name` is the value's key in backquotes; `value` what stands there, `written` its source. Full sentences.
[[nodiscard]] std::string sentence(const Finding& finding, const std::string& name, const schema::Json* value,
                                   std::string_view written);

// The value at a pointer; nullptr if there is none.
[[nodiscard]] const schema::Json* value_at(const schema::Json& root, const std::string& pointer);

}  // namespace features::diagnostics
