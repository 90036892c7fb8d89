// JSON values against JSON Schema draft-07. Our own walk, because what an editor needs is the exact place and
// keyword of each violation, and because no schema of a user may ever stop the program. Rules: JSON Schema
// Validation draft-07 (draft-handrews-json-schema-validation-01); tests: the official suite.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "schema/pattern.h"
#include "schema/registry.h"

namespace schema {

struct Violation {
  std::string pointer;  // JSON pointer of the value that is wrong
  std::string keyword;  // "type", "required", …; "false" where a schema allows nothing
  std::string key;  // required, dependencies: the missing key; additionalProperties, propertyNames: the key
                    // that is wrong
  const Json* schema = nullptr;  // the subschema that holds the keyword; lives as long as the Validator
  // anyOf, oneOf: what each branch objected to; empty for oneOf where several branches match.
  std::vector<std::vector<Violation>> branches;
};

// What is wrong with a schema itself.
struct SchemaProblem {
  std::string pointer;  // JSON pointer inside the schema document
  std::string message;
};

class Validator {
 public:
  // `uri` is the schema's own address, the base of its references; `loader` brings other documents.
  Validator(std::string uri, Json schema, Registry::Loader loader = {});

  // Empty: the value is valid. Order: as the keywords stand in the schema. Broken parts of the schema (see
  // problems) allow everything. Nesting of schema and value together is followed 300 levels deep, then
  // everything is allowed. Safe to call from several threads.
  [[nodiscard]] std::vector<Violation> validate(const Json& value) const;

  // References that lead nowhere, invalid patterns, keywords of the wrong type: all that can be told from the
  // schema.
  [[nodiscard]] std::vector<SchemaProblem> problems() const;

  // Follows `$ref`s from a subschema of this validator, for completion and hover: the schema meant, and its
  // base.
  [[nodiscard]] SchemaPlace dereference(SchemaPlace place) const;
  [[nodiscard]] const SchemaPlace& root() const { return root_; }

 private:
  friend struct Walk;
  [[nodiscard]] std::optional<Pattern> compiled(const std::string& pattern) const;

  mutable std::mutex mutex_;  // the registry loads and patterns are compiled on demand
  mutable Registry registry_;
  mutable std::map<std::string, std::optional<Pattern>> patterns_;  // as they stand in the schemas
  SchemaPlace root_;
};

// A key or index made part of a JSON pointer (RFC 6901).
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view token);

}  // namespace schema
