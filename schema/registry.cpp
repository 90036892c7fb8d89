#include "schema/registry.h"

#include <array>
#include <vector>

namespace schema {

namespace {

struct Uri {
  std::string_view scheme, authority, path, query, fragment;
  bool has_authority = false, has_query = false, has_fragment = false;
};

// RFC 3986 appendix B.
Uri split(std::string_view text) {
  Uri uri;
  if (const auto hash = text.find('#'); hash != std::string_view::npos) {
    uri.has_fragment = true;
    uri.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const auto question = text.find('?'); question != std::string_view::npos) {
    uri.has_query = true;
    uri.query = text.substr(question + 1);
    text = text.substr(0, question);
  }
  const auto colon = text.find(':');
  if (colon != std::string_view::npos && colon > 0 &&
      text.substr(0, colon).find('/') == std::string_view::npos) {
    uri.scheme = text.substr(0, colon);
    text = text.substr(colon + 1);
  }
  if (text.starts_with("//")) {
    uri.has_authority = true;
    const auto slash = text.find('/', 2);
    uri.authority = text.substr(2, slash == std::string_view::npos ? slash : slash - 2);
    text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash);
  }
  uri.path = text;
  return uri;
}

// RFC 3986 section 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::vector<std::string_view> kept;
  const bool absolute = path.starts_with('/');
  bool folder = false;
  for (std::size_t at = absolute ? 1 : 0; at <= path.size();) {
    const auto slash = std::min(path.find('/', at), path.size());
    const auto segment = path.substr(at, slash - at);
    folder = segment == "." || segment == "..";
    if (segment == "..") {
      if (!kept.empty()) kept.pop_back();
    } else if (segment != ".") {
      kept.push_back(segment);
    }
    at = slash + 1;
  }
  std::string result = absolute ? "/" : "";
  for (std::size_t i = 0; i < kept.size(); ++i) result.append(i ? "/" : "").append(kept[i]);
  if (folder && !result.ends_with('/')) result += '/';
  return result;
}

std::string percent_decode(std::string_view text) {
  const auto value = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  const auto hex = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  };
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) && hex(text[i + 2])) {
      result += static_cast<char>(value(text[i + 1]) * 16 + value(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

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
  const Uri base = split(base_text);
  const Uri reference = split(reference_text);
  std::string result;
  const auto put = [&](const Uri& scheme, const Uri& authority, std::string_view path, const Uri& query) {
    if (!scheme.scheme.empty()) result.append(scheme.scheme).append(":");
    if (authority.has_authority) result.append("//").append(authority.authority);
    result += path;
    if (query.has_query) result.append("?").append(query.query);
    if (reference.has_fragment) result.append("#").append(reference.fragment);
  };
  if (!reference.scheme.empty()) {
    // `urn:` and the like have no hierarchy to tidy.
    put(reference, reference,
        reference.path.starts_with('/') ? remove_dot_segments(reference.path) : std::string(reference.path),
        reference);
  } else if (reference.has_authority) {
    put(base, reference, remove_dot_segments(reference.path), reference);
  } else if (reference.path.empty()) {
    put(base, base, base.path, reference.has_query ? reference : base);
  } else if (reference.path.starts_with('/')) {
    put(base, base, remove_dot_segments(reference.path), reference);
  } else {
    const auto slash = base.path.rfind('/');
    std::string merged =
        base.has_authority && base.path.empty()
            ? "/"
            : std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1));
    merged += reference.path;
    put(base, base, remove_dot_segments(merged), reference);
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
      hash == std::string::npos ? "" : percent_decode(std::string_view(uri).substr(hash + 1));
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
