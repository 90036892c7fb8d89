#include "schema/combined.h"

#include "schema/embedded.h"
#include "schema/reading.h"

namespace schema {

Json combined_schema(const Library& library, const std::vector<std::string>& schemas) {
  Json properties = Json::object();
  for (const bool secondary : {false, true}) {
    for (const std::string& schema : schemas) {
      for (const Property& property : properties_of(read_embedded(library, schema))) {
        if (property.place.schema->value("x-secondary", false) != secondary) continue;
        if (!properties.contains(property.name)) properties[property.name] = {{"$ref", property.place.uri}};
      }
    }
  }
  return {{"type", "object"}, {"properties", std::move(properties)}};
}

std::optional<Json> load_embedded(const std::string& uri) {
  std::string_view name = uri;
  if (name == "http://json-schema.org/draft-07/schema") {
    name = "draft-07.schema.json";
  } else if (name.starts_with(embedded_scheme)) {
    name.remove_prefix(embedded_scheme.size());
  } else {
    return std::nullopt;
  }
  const std::string_view text = embedded_file(name);
  if (text.empty()) return std::nullopt;
  Json parsed = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) return std::nullopt;
  return parsed;
}

}  // namespace schema
