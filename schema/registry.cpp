#include "schema/registry.h"

#include <array>
#include <vector>

#include "server/text/path.h"
#include "server/text/url.h"

namespace schema {

namespace {

using text::UriParts;

// Keywords whose values are schemas, lists of schemas, or mappings to schemas: `$id` means something only
// there.
constexpr std::array<std::string_view, 9> schema_keywords = {"additionalItems",
                                                             "contains",
                                                             "additionalProperties",
                                                             "propertyNames",
                                                             "if",
                                                             "then",
                                                             "else",
                                                             "not",
                                                             "items"};
constexpr std::array<std::string_view, 4> list_keywords = {"items", "allOf", "anyOf", "oneOf"};
constexpr std::array<std::string_view, 4> mapping_keywords = {"definitions", "properties",
                                                              "patternProperties", "dependencies"};

constexpr int max_depth = 200;

template <typename Visit>
void for_each_subschema(const Json& schema, Visit visit) {
  for (const auto keyword : schema_keywords) {
    if (const auto it = schema.find(keyword); it != schema.end() && it->is_object()) visit(*it);
  }
  for (const auto keyword : list_keywords) {
    if (const auto it = schema.find(keyword); it != schema.end() && it->is_array()) {
      for (const Json& item : *it) visit(item);
    }
  }
  for (const auto keyword : mapping_keywords) {
    if (const auto it = schema.find(keyword); it != schema.end() && it->is_object()) {
      for (const Json& item : *it) visit(item);
    }
  }
}

std::string without_fragment(std::string_view uri) {
  return std::string(uri.substr(0, uri.find('#')));
}

}  // namespace

SchemaPlace place_in(const Json& schema, const std::string& base) {
  if (!schema.is_object() || schema.contains("$ref")) return {&schema, base};
  const auto id = schema.find("$id");
  return {&schema, id != schema.end() && id->is_string()
                       ? resolve_uri(base, id->get_ref<const std::string&>())
                       : base};
}

std::string resolve_uri(std::string_view base_text, std::string_view reference_text) {
  const UriParts base = text::split_uri(base_text);
  const UriParts reference = text::split_uri(reference_text);
  std::string result;
  const auto put = [&](const UriParts& scheme, const UriParts& authority, std::string_view path,
                       const UriParts& query) {
    if (!scheme.scheme.empty()) result.append(scheme.scheme).append(":");
    if (authority.has_authority) result.append("//").append(authority.authority);
    result += path;
    if (query.has_query) result.append("?").append(query.query);
    if (reference.has_fragment) result.append("#").append(reference.fragment);
  };
  if (!reference.scheme.empty()) {
    // `urn:` and the like have no hierarchy to tidy.
    put(reference, reference,
        reference.path.starts_with('/') ? text::remove_dot_segments(reference.path)
                                        : std::string(reference.path),
        reference);
  } else if (reference.has_authority) {
    put(base, reference, text::remove_dot_segments(reference.path), reference);
  } else if (reference.path.empty()) {
    put(base, base, base.path, reference.has_query ? reference : base);
  } else if (reference.path.starts_with('/')) {
    put(base, base, text::remove_dot_segments(reference.path), reference);
  } else {
    std::string merged(base.has_authority && base.path.empty() ? "/" : text::folder_of(base.path));
    merged += reference.path;
    put(base, base, text::remove_dot_segments(merged), reference);
  }
  return result;
}

Registry::Registry(Loader loader) : loader_(std::move(loader)) {}

SchemaPlace Registry::add(std::string uri, Json document) {
  uri = without_fragment(uri);
  const Json& root = *(documents_[uri] = std::make_unique<const Json>(std::move(document)));
  const SchemaPlace place = place_in(root, uri);
  places_[uri] = place;
  index(root, uri);
  return place;
}

void Registry::index(const Json& root, const std::string& uri) {
  struct Pending {
    const Json* schema;
    std::string base;
    int depth;
  };
  std::vector<Pending> pending{{&root, uri, 0}};
  while (!pending.empty()) {
    const Pending next = std::move(pending.back());
    pending.pop_back();
    if (!next.schema->is_object() || next.depth > max_depth) continue;
    const std::string base = place_in(*next.schema, next.base).base;
    if (base != next.base) {
      const std::string key = base.ends_with('#') ? without_fragment(base) : base;
      places_[key] = {next.schema, base};
    }
    for_each_subschema(*next.schema, [&](const Json& sub) {
      pending.push_back({&sub, base, next.depth + 1});
    });
  }
}

const SchemaPlace* Registry::find(const std::string& uri) {
  if (const auto it = places_.find(uri); it != places_.end()) return &it->second;
  if (!loader_ || missing_.contains(uri)) return nullptr;
  if (std::optional<Json> document = loader_(uri)) {
    add(uri, std::move(*document));
    return &places_.at(uri);
  }
  missing_.insert(uri);
  return nullptr;
}

SchemaPlace Registry::resolve(std::string_view base, std::string_view reference) {
  const std::string uri = resolve_uri(base, reference);
  // `#name` may be an `$id` of its own.
  if (const auto it = places_.find(uri); it != places_.end()) return it->second;
  const SchemaPlace* document = find(without_fragment(uri));
  if (!document) return {};
  const auto hash = uri.find('#');
  const std::string fragment =
      hash == std::string::npos ? "" : text::percent_decode(std::string_view(uri).substr(hash + 1));
  if (fragment.empty()) return *document;
  if (!fragment.starts_with('/')) {
    const auto it = places_.find(uri);  // loading the document may have brought it
    return it != places_.end() ? it->second : SchemaPlace{};
  }
  // A pointer may walk through `$id`s: the base changes on the way.
  SchemaPlace place = *document;
  for (std::size_t at = 1; at <= fragment.size();) {
    const auto slash = std::min(fragment.find('/', at), fragment.size());
    std::string token = fragment.substr(at, slash - at);
    for (const auto& [from, to] : {std::pair{"~1", '/'}, std::pair{"~0", '~'}}) {
      for (std::size_t i = token.find(from); i != std::string::npos; i = token.find(from, i + 1))
        token.replace(i, 2, 1, to);
    }
    const Json& here = *place.schema;
    const Json* next = nullptr;
    if (here.is_object()) {
      if (const auto it = here.find(token); it != here.end()) next = &*it;
    } else if (here.is_array() && !token.empty() && token.size() < 9 &&
               token.find_first_not_of("0123456789") == std::string::npos) {
      const auto index = static_cast<std::size_t>(std::stoul(token));
      if (index < here.size()) next = &here[index];
    }
    if (!next) return {};
    place = place_in(*next, place.base);
    at = slash + 1;
  }
  return place;
}

}  // namespace schema
