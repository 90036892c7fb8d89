// Validator::problems: what is wrong with a schema itself.
#include <algorithm>
#include <array>

#include "schema/embedded.h"
#include "schema/pattern.h"
#include "schema/validator.h"

namespace schema {
namespace {

constexpr int max_depth = 300;

const Validator& meta_schema() {
  static const Validator meta("http://json-schema.org/draft-07/schema",
                              Json::parse(embedded_file("draft-07.schema.json"), nullptr, false));
  return meta;
}

// What the meta-schema asks of a keyword's value, in words.
std::string sentence(const Violation& violation) {
  const std::string keyword = violation.pointer.substr(violation.pointer.rfind('/') + 1);
  const std::string name = "`" + keyword + "`";
  const auto types = violation.schema->find("type");
  if (violation.keyword == "type" && types->is_array()) return "A schema must be an object, true or false.";
  if (violation.keyword == "type") {
    const auto& type = types->get_ref<const std::string&>();
    const bool vowel = type == "integer" || type == "array" || type == "object";
    return name + " must be " + (vowel ? "an " : "a ") + type + "; it is ignored.";
  }
  if (violation.keyword == "anyOf" && keyword == "type")
    return "`type` must be the name of a type or a list of such names; what is unknown is ignored.";
  if (violation.keyword == "anyOf") return name + " must be a schema or a list; it is ignored.";
  if (violation.keyword == "format") return "This pattern is not valid or too long; it is ignored.";
  return "This value breaks `" + violation.keyword + "` of JSON Schema's own schema.";
}

// `anyOf` is cut to the branch that fits the value but for something inside it.
void add_problems(const std::vector<Violation>& violations, std::vector<SchemaProblem>& problems) {
  for (const Violation& violation : violations) {
    if (violation.keyword == "propertyNames") continue;  // patterns are tried below, one by one
    // Characters that RFC 3986 forbids do no harm in a reference; whether it leads anywhere is checked.
    if (violation.keyword == "format" && violation.schema->at("format") != "regex") continue;
    const auto inner = std::find_if(
        violation.branches.begin(), violation.branches.end(), [&](const std::vector<Violation>& branch) {
          return std::none_of(branch.begin(), branch.end(),
                              [&](const Violation& v) { return v.pointer == violation.pointer; });
        });
    if (violation.keyword == "anyOf" && violation.pointer.ends_with("/type")) {
      problems.push_back({violation.pointer, sentence(violation)});
    } else if (inner != violation.branches.end()) {
      add_problems(*inner, problems);
    } else {
      problems.push_back({violation.pointer, sentence(violation)});
    }
  }
}

// Where a schema holds further ones: in a mapping, in a list, or as the value itself.
bool holds_schemas_by_key(std::string_view keyword) {
  return keyword == "properties" || keyword == "patternProperties" || keyword == "definitions" ||
         keyword == "dependencies";
}

bool holds_schemas(std::string_view keyword) {
  constexpr std::array<std::string_view, 12> keywords = {"allOf",
                                                         "anyOf",
                                                         "oneOf",
                                                         "items",
                                                         "additionalItems",
                                                         "additionalProperties",
                                                         "propertyNames",
                                                         "contains",
                                                         "not",
                                                         "if",
                                                         "then",
                                                         "else"};
  return std::find(keywords.begin(), keywords.end(), keyword) != keywords.end();
}

}  // namespace

std::vector<SchemaProblem> Validator::problems() const {
  std::vector<SchemaProblem> result;
  add_problems(meta_schema().validate(*root_.schema), result);
  // The meta-schema cannot tell whether a reference leads anywhere, nor which patterns we can match.
  struct Pending {
    const Json* schema;
    std::string base, pointer;
    int depth;
  };
  std::vector<Pending> pending{{root_.schema, root_.base, "", 0}};
  while (!pending.empty()) {
    const Pending here = std::move(pending.back());
    pending.pop_back();
    if (!here.schema->is_object() || here.depth > max_depth) continue;
    if (const auto ref = here.schema->find("$ref"); ref != here.schema->end() && ref->is_string()) {
      if (!dereference({here.schema, here.base}).schema)
        result.push_back(
            {pointer_to(here.pointer, "$ref"), "This reference leads nowhere: " + ref->get<std::string>()});
      continue;
    }
    const auto check_pattern = [&](const std::string& pattern, std::string pointer) {
      if (!Pattern::compile(pattern))
        result.push_back({std::move(pointer), "This pattern is not valid or too long; it is ignored."});
    };
    const auto descend = [&](const Json& schema, std::string pointer) {
      pending.push_back({&schema, place_in(schema, here.base).base, std::move(pointer), here.depth + 1});
    };
    for (const auto& [keyword, value] : here.schema->items()) {
      const std::string pointer = pointer_to(here.pointer, keyword);
      if (keyword == "pattern" && value.is_string()) {
        check_pattern(value.get_ref<const std::string&>(), pointer);
      } else if (holds_schemas_by_key(keyword) && value.is_object()) {
        for (const auto& [key, sub] : value.items()) {
          if (keyword == "patternProperties") check_pattern(key, pointer_to(pointer, key));
          descend(sub, pointer_to(pointer, key));
        }
      } else if (holds_schemas(keyword) && value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) descend(value[i], pointer + "/" + std::to_string(i));
      } else if (holds_schemas(keyword)) {
        descend(value, pointer);
      }
    }
  }
  const auto by_pointer = [](const SchemaProblem& a, const SchemaProblem& b) {
    return a.pointer < b.pointer;
  };
  std::stable_sort(result.begin(), result.end(), by_pointer);
  const auto same = [](const SchemaProblem& a, const SchemaProblem& b) { return a.pointer == b.pointer; };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

}  // namespace schema
