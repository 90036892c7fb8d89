// Schema documents by URI, and `$ref` from one place to another.
// Rules: JSON Schema draft-07 core, sections 8.2 ("$id") and 8.3 ("$ref"); RFC 3986 section 5.2.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace schema {

using Json = nlohmann::json;

// RFC 3986 section 5.2.2: `reference` as seen from `base`.
[[nodiscard]] std::string resolve_uri(std::string_view base, std::string_view reference);

// A subschema and the base URI that holds inside it (its own `$id` applied).
struct SchemaPlace {
  const Json* schema = nullptr;
  std::string base;
};

// A subschema seen from its parent, whose base is `base`. An `$id` beside `$ref` is ignored like every
// sibling of `$ref`.
[[nodiscard]] SchemaPlace place_in(const Json& schema, const std::string& base);

class Registry {
 public:
  // Fetches a document that is not registered yet, by absolute URI; nullopt: there is none. Called at most
  // once per URI.
  using Loader = std::function<std::optional<Json>(const std::string& uri)>;

  explicit Registry(Loader loader = {});

  // Registers a document and every `$id` in it. The place of its root.
  SchemaPlace add(std::string uri, Json document);

  // Where `$ref: reference` leads from a place with this base; `schema` nullptr if nowhere. Loads documents
  // on demand.
  [[nodiscard]] SchemaPlace resolve(std::string_view base, std::string_view reference);

 private:
  void index(const Json& schema, const std::string& base);
  [[nodiscard]] const SchemaPlace* find(const std::string& uri);

  Loader loader_;
  std::map<std::string, std::unique_ptr<const Json>> documents_;
  std::map<std::string, SchemaPlace> places_;  // by absolute URI without an empty fragment
  std::set<std::string> missing_;
};

}  // namespace schema
