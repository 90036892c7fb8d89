#include "schema/validator.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "schema/format.h"
#include "server/text/utf8.h"

namespace schema {

std::string pointer_to(std::string_view parent, std::string_view token) {
  std::string result(parent);
  result += '/';
  for (const char c : token) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

namespace {

constexpr int max_depth = 300;
// Subschemas tried in one validation. A schema that refers to itself from several branches would go on for
// ever.
constexpr int max_steps = 200'000;

// 1.0 is an integer in draft-07.
bool is_integer(const Json& value) {
  if (value.is_number_integer()) return true;
  if (!value.is_number_float()) return false;
  const double number = value.get<double>();
  return std::isfinite(number) && std::floor(number) == number;
}

bool has_type(const Json& value, const std::string& type) {
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  if (type == "number") return value.is_number();
  if (type == "integer") return is_integer(value);
  return true;  // an unknown type is the schema's problem
}

bool type_allowed(const Json& value, const Json& type) {
  if (type.is_string()) return has_type(value, type.get_ref<const std::string&>());
  if (!type.is_array()) return true;
  return std::any_of(type.begin(), type.end(), [&](const Json& t) {
    return !t.is_string() || has_type(value, t.get_ref<const std::string&>());
  });
}

bool is_multiple(const Json& value, const Json& divisor) {
  if (value.is_number_integer() && divisor.is_number_integer()) {
    const auto d = divisor.get<std::int64_t>();
    return d == 0 || d == -1 || value.get<std::int64_t>() % d == 0;
  }
  const double quotient = value.get<double>() / divisor.get<double>();
  return std::isfinite(quotient) &&
         std::abs(quotient - std::round(quotient)) < 1e-9 * std::max(1.0, std::abs(quotient));
}

bool items_unique(const Json& list) {
  std::vector<const Json*> sorted;
  sorted.reserve(list.size());
  for (const Json& item : list) sorted.push_back(&item);
  std::sort(sorted.begin(), sorted.end(), [](const Json* a, const Json* b) { return *a < *b; });
  return std::adjacent_find(sorted.begin(), sorted.end(),
                            [](const Json* a, const Json* b) { return *a == *b; }) == sorted.end();
}

// Keywords that compare one number: limit, and whether the value breaks it.
bool breaks_limit(std::string_view keyword, const Json& value, const Json& limit) {
  if (!limit.is_number()) return false;
  const auto size_limit = [&] { return limit.get<double>(); };
  if (value.is_number()) {
    if (keyword == "minimum") return value < limit;
    if (keyword == "maximum") return value > limit;
    if (keyword == "exclusiveMinimum") return value <= limit;
    if (keyword == "exclusiveMaximum") return value >= limit;
    if (keyword == "multipleOf") return !is_multiple(value, limit);
  } else if (value.is_string()) {
    const bool lower = keyword == "minLength";
    if (!lower && keyword != "maxLength") return false;
    const auto length = static_cast<double>(text::character_count(value.get_ref<const std::string&>()));
    return lower ? length < size_limit() : length > size_limit();
  } else if (value.is_array()) {
    if (keyword == "minItems") return static_cast<double>(value.size()) < size_limit();
    if (keyword == "maxItems") return static_cast<double>(value.size()) > size_limit();
  } else if (value.is_object()) {
    if (keyword == "minProperties") return static_cast<double>(value.size()) < size_limit();
    if (keyword == "maxProperties") return static_cast<double>(value.size()) > size_limit();
  }
  return false;
}

constexpr std::array<std::string_view, 11> limit_keywords = {
    "minimum",   "maximum",  "exclusiveMinimum", "exclusiveMaximum", "multipleOf",   "minLength",
    "maxLength", "minItems", "maxItems",         "minProperties",    "maxProperties"};

}  // namespace

// One validation; collects violations as it goes down.
struct Walk {
  const Validator& validator;
  int depth = 0;
  int steps = 0;

  using Found = std::vector<Violation>;

  void check(const SchemaPlace& place, const Json& value, const std::string& pointer, Found& found) {
    const Json& schema = *place.schema;
    if (schema.is_boolean()) {
      if (!schema.get<bool>()) found.push_back({pointer, "false", {}, place.schema, {}});
      return;
    }
    if (!schema.is_object() || depth >= max_depth || ++steps > max_steps) return;
    ++depth;
    if (const auto ref = schema.find("$ref"); ref != schema.end() && ref->is_string()) {
      const SchemaPlace target = resolve(place.base, ref->get_ref<const std::string&>());
      if (target.schema) check(target, value, pointer, found);
    } else {
      const SchemaPlace& here = place;
      check_value(here, value, pointer, found);
      check_combinations(here, value, pointer, found);
      if (value.is_object()) check_object(here, value, pointer, found);
      if (value.is_array()) check_array(here, value, pointer, found);
    }
    --depth;
  }

  bool valid(const SchemaPlace& place, const Json& value) {
    Found found;
    check(place, value, {}, found);
    return found.empty();
  }

  SchemaPlace resolve(const std::string& base, const std::string& reference) const {
    const std::lock_guard lock(validator.mutex_);
    return validator.registry_.resolve(base, reference);
  }

  // nullopt: no valid pattern.
  std::optional<bool> matches(const std::string& pattern, const std::string& text) const {
    const std::optional<Pattern> compiled = validator.compiled(pattern);
    return compiled ? std::optional(compiled->matches(text)) : std::nullopt;
  }

  void check_value(const SchemaPlace& here, const Json& value, const std::string& pointer,
                   Found& found) const {
    const Json& schema = *here.schema;
    const auto report = [&](std::string_view keyword) {
      found.push_back({pointer, std::string(keyword), {}, here.schema, {}});
    };
    if (const auto it = schema.find("type"); it != schema.end() && !type_allowed(value, *it)) report("type");
    if (const auto it = schema.find("enum");
        it != schema.end() && it->is_array() && std::find(it->begin(), it->end(), value) == it->end())
      report("enum");
    if (const auto it = schema.find("const"); it != schema.end() && *it != value) report("const");
    for (const auto keyword : limit_keywords) {
      if (const auto it = schema.find(keyword); it != schema.end() && breaks_limit(keyword, value, *it))
        report(keyword);
    }
    if (!value.is_string()) return;
    const auto& text = value.get_ref<const std::string&>();
    if (const auto it = schema.find("pattern");
        it != schema.end() && it->is_string() &&
        !matches(it->get_ref<const std::string&>(), text).value_or(true))
      report("pattern");
    if (const auto it = schema.find("format");
        it != schema.end() && it->is_string() && !matches_format(it->get_ref<const std::string&>(), text))
      report("format");
  }

  void check_combinations(const SchemaPlace& here, const Json& value, const std::string& pointer,
                          Found& found) {
    const Json& schema = *here.schema;
    if (const auto it = schema.find("allOf"); it != schema.end() && it->is_array()) {
      for (const Json& branch : *it) check(place_in(branch, here.base), value, pointer, found);
    }
    for (const std::string keyword : {"anyOf", "oneOf"}) {
      const auto it = schema.find(keyword);
      if (it == schema.end() || !it->is_array() || it->empty()) continue;
      std::vector<Found> branches;
      for (const Json& branch : *it)
        check(place_in(branch, here.base), value, pointer, branches.emplace_back());
      const auto matching =
          std::count_if(branches.begin(), branches.end(), [](const Found& f) { return f.empty(); });
      if (matching == 0) found.push_back({pointer, keyword, {}, here.schema, std::move(branches)});
      if (matching > 1 && keyword == "oneOf") found.push_back({pointer, keyword, {}, here.schema, {}});
    }
    if (const auto it = schema.find("not"); it != schema.end() && valid(place_in(*it, here.base), value))
      found.push_back({pointer, "not", {}, here.schema, {}});
    if (const auto condition = schema.find("if"); condition != schema.end()) {
      const auto branch = schema.find(valid(place_in(*condition, here.base), value) ? "then" : "else");
      if (branch != schema.end()) check(place_in(*branch, here.base), value, pointer, found);
    }
  }

  void check_object(const SchemaPlace& here, const Json& value, const std::string& pointer, Found& found) {
    const Json& schema = *here.schema;
    if (const auto it = schema.find("required"); it != schema.end() && it->is_array()) {
      for (const Json& key : *it) {
        if (key.is_string() && !value.contains(key.get_ref<const std::string&>()))
          found.push_back({pointer, "required", key.get<std::string>(), here.schema, {}});
      }
    }
    if (const auto it = schema.find("dependencies"); it != schema.end() && it->is_object())
      check_dependencies(here, *it, value, pointer, found);
    const auto properties = schema.find("properties");
    const auto patterns = schema.find("patternProperties");
    const auto additional = schema.find("additionalProperties");
    const auto names = schema.find("propertyNames");
    for (const auto& [key, member] : value.items()) {
      const std::string member_pointer = pointer_to(pointer, key);
      bool known = false;
      if (properties != schema.end() && properties->is_object()) {
        if (const auto it = properties->find(key); it != properties->end()) {
          known = true;
          check(place_in(*it, here.base), member, member_pointer, found);
        }
      }
      if (patterns != schema.end() && patterns->is_object()) {
        for (const auto& [pattern, subschema] : patterns->items()) {
          if (!matches(pattern, key).value_or(false)) continue;
          known = true;
          check(place_in(subschema, here.base), member, member_pointer, found);
        }
      }
      if (!known && additional != schema.end()) {
        if (additional->is_boolean() && !additional->get<bool>()) {
          found.push_back({pointer, "additionalProperties", key, here.schema, {}});
        } else {
          check(place_in(*additional, here.base), member, member_pointer, found);
        }
      }
      if (names != schema.end() && !valid(place_in(*names, here.base), Json(key)))
        found.push_back({pointer, "propertyNames", key, here.schema, {}});
    }
  }

  void check_dependencies(const SchemaPlace& here, const Json& dependencies, const Json& value,
                          const std::string& pointer, Found& found) {
    for (const auto& [key, needs] : dependencies.items()) {
      if (!value.contains(key)) continue;
      if (!needs.is_array()) {
        check(place_in(needs, here.base), value, pointer, found);
        continue;
      }
      for (const Json& needed : needs) {
        if (needed.is_string() && !value.contains(needed.get_ref<const std::string&>()))
          found.push_back({pointer, "dependencies", needed.get<std::string>(), here.schema, {}});
      }
    }
  }

  void check_array(const SchemaPlace& here, const Json& value, const std::string& pointer, Found& found) {
    const Json& schema = *here.schema;
    const auto item_pointer = [&](std::size_t i) { return pointer + "/" + std::to_string(i); };
    if (const auto items = schema.find("items"); items != schema.end()) {
      const bool tuple = items->is_array();
      const auto additional = schema.find("additionalItems");
      for (std::size_t i = 0; i < value.size(); ++i) {
        if (!tuple) {
          check(place_in(*items, here.base), value[i], item_pointer(i), found);
        } else if (i < items->size()) {
          check(place_in((*items)[i], here.base), value[i], item_pointer(i), found);
        } else if (additional != schema.end()) {
          check(place_in(*additional, here.base), value[i], item_pointer(i), found);
        }
      }
    }
    if (const auto it = schema.find("contains"); it != schema.end()) {
      if (std::none_of(value.begin(), value.end(),
                       [&](const Json& item) { return valid(place_in(*it, here.base), item); }))
        found.push_back({pointer, "contains", {}, here.schema, {}});
    }
    if (const auto it = schema.find("uniqueItems");
        it != schema.end() && it->is_boolean() && it->get<bool>() && !items_unique(value))
      found.push_back({pointer, "uniqueItems", {}, here.schema, {}});
  }
};

Validator::Validator(std::string uri, Json schema, Registry::Loader loader) : registry_(std::move(loader)) {
  root_ = registry_.add(std::move(uri), std::move(schema));
}

std::vector<Violation> Validator::validate(const Json& value) const {
  std::vector<Violation> found;
  Walk{*this}.check(root_, value, {}, found);
  return found;
}

std::optional<Pattern> Validator::compiled(const std::string& pattern) const {
  const std::lock_guard lock(mutex_);
  const auto known = patterns_.find(pattern);
  if (known != patterns_.end()) return known->second;
  return patterns_.emplace(pattern, Pattern::compile(pattern)).first->second;
}

SchemaPlace Validator::dereference(SchemaPlace place) const {
  for (int hops = 0; hops < 50 && place.schema && place.schema->is_object(); ++hops) {
    const auto ref = place.schema->find("$ref");
    if (ref == place.schema->end() || !ref->is_string()) break;
    const std::lock_guard lock(mutex_);
    place = registry_.resolve(place.base, ref->get_ref<const std::string&>());
  }
  return place;
}

}  // namespace schema
