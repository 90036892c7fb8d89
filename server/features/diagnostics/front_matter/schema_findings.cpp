#include "server/features/diagnostics/front_matter/schema_findings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/features/knowledge/words.h"

namespace features::diagnostics {
namespace {

using schema::Json;
using schema::Violation;

std::vector<std::string> names_in(const Json& types) {
  std::vector<std::string> names;
  if (types.is_string()) names.push_back(types.get<std::string>());
  if (!types.is_array()) return names;
  for (const Json& type : types) {
    if (type.is_string()) names.push_back(type.get<std::string>());
  }
  return names;
}

// `x-type` names what is to be written where `type` lets more pass.
std::vector<std::string> types_of(const Json& schema) {
  if (const auto wanted = schema.find("x-type"); wanted != schema.end()) return names_in(*wanted);
  const auto types = schema.find("type");
  return types == schema.end() ? std::vector<std::string>{} : names_in(*types);
}

std::vector<Json> values_of(const Json& schema, const std::string& keyword) {
  const auto found = schema.find(keyword);
  if (found == schema.end()) return {};
  if (keyword == "const") return {*found};
  return found->is_array() ? std::vector<Json>(found->begin(), found->end()) : std::vector<Json>{};
}

Finding plain(const Violation& violation) {
  Finding finding{violation.pointer, violation.keyword, violation.key, violation.schema, {}, {}};
  if (!violation.schema || !violation.schema->is_object()) return finding;
  if (violation.keyword == "type") finding.types = types_of(*violation.schema);
  if (violation.keyword == "const") finding.keyword = "enum";
  if (finding.keyword == "enum") finding.values = values_of(*violation.schema, violation.keyword);
  return finding;
}

bool at(const std::vector<Finding>& findings, const std::string& pointer, std::string_view keyword) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.pointer == pointer && finding.keyword == keyword;
  });
}

template <typename T>
void add_new(std::vector<T>& all, const std::vector<T>& more) {
  for (const T& item : more) {
    if (std::find(all.begin(), all.end(), item) == all.end()) all.push_back(item);
  }
}

// No branch fits the value's type, or all of them list values: what any of them would take.
Finding united(const Violation& violation, const std::vector<std::vector<Finding>>& branches) {
  Finding all{violation.pointer, "type", "", violation.schema, {}, {}};
  for (const std::vector<Finding>& branch : branches) {
    for (const Finding& finding : branch) {
      if (finding.pointer != violation.pointer) continue;
      add_new(all.types, finding.types);
      add_new(all.values, finding.values);
    }
  }
  if (!all.values.empty()) all.keyword = "enum";
  return all;
}

std::vector<Finding> cut(const Violation& violation) {
  std::vector<std::vector<Finding>> branches;
  for (const std::vector<Violation>& branch : violation.branches) branches.push_back(find_causes(branch));
  std::vector<const std::vector<Finding>*> fitting;
  for (const std::vector<Finding>& branch : branches) {
    if (!at(branch, violation.pointer, "type")) fitting.push_back(&branch);
  }
  const auto only_values = [&](const std::vector<Finding>* branch) {
    return at(*branch, violation.pointer, "enum");
  };
  if (fitting.empty() || std::all_of(fitting.begin(), fitting.end(), only_values))
    return {united(violation, branches)};
  // A branch told apart by a constant key (`kind: a`) that does not hold was not meant.
  const auto foreign = [](const std::vector<Finding>& branch) {
    return std::any_of(branch.begin(), branch.end(), [](const Finding& f) {
      return f.keyword == "enum" && f.values.size() == 1 && f.schema && f.schema->contains("const");
    });
  };
  std::stable_sort(fitting.begin(), fitting.end(),
                   [&](const std::vector<Finding>* a, const std::vector<Finding>* b) {
                     return std::pair(foreign(*a), a->size()) < std::pair(foreign(*b), b->size());
                   });
  return *fitting.front();
}

std::string type_word(std::string_view type) {
  if (type == "string") return "text";
  if (type == "boolean") return "true or false";
  if (type == "integer") return "a whole number";
  if (type == "number") return "a number";
  if (type == "array") return "a list";
  if (type == "object") return "a mapping";
  return "empty";
}

std::string joined(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
    text += words[i];
  }
  return text;
}

std::string kind_of(const Json& value) {
  if (value.is_string()) return "text";
  if (value.is_boolean()) return value.get<bool>() ? "`true`" : "`false`";
  if (value.is_number_integer()) return "a whole number";
  if (value.is_number()) return "a number";
  if (value.is_array()) return "a list";
  if (value.is_object()) return "a mapping";
  return "nothing";
}

std::string shown(const Json& value) {
  return code(value.is_string() ? value.get<std::string>() : value.dump());
}

std::string number_of(const Finding& finding) {
  const auto found = finding.schema->find(finding.keyword);
  return found == finding.schema->end() ? std::string() : found->dump();
}

std::string reading(const Json* value, std::string_view written) {
  if (!value || value->is_null()) return "; it has no value.";
  if (written.find('\n') != std::string_view::npos || written.empty())
    return "; Jekyll reads " + kind_of(*value) + ".";
  return "; Jekyll reads " + code(shorten(written, 40)) + " as " + kind_of(*value) + ".";
}

std::string type_sentence(const Finding& finding, const std::string& name, const Json* value,
                          std::string_view written) {
  std::vector<std::string> words;
  for (const std::string& type : finding.types) {
    if (type != "null") words.push_back(type_word(type));
  }
  if (words.empty()) words.emplace_back("empty");
  return name + " must be " + joined(words, "or") + reading(value, written);
}

std::string enum_sentence(const Finding& finding, const std::string& name) {
  constexpr std::size_t most = 8;
  std::vector<std::string> words;
  for (const Json& value : finding.values) {
    if (words.size() < most) words.push_back(value.is_null() ? "empty" : shown(value));
  }
  for (const std::string& type : finding.types) {
    if (type != "null" && words.size() < most) words.push_back(type_word(type));
  }
  if (finding.values.size() > most) words.emplace_back("…");
  return name + " must be " + (words.size() > 2 ? "one of " : "") + joined(words, "or") + ".";
}

std::string limit_sentence(const Finding& finding, const std::string& name) {
  const std::string number = number_of(finding);
  const std::string& keyword = finding.keyword;
  if (keyword == "minimum") return name + " must be at least " + number + ".";
  if (keyword == "maximum") return name + " must be at most " + number + ".";
  if (keyword == "exclusiveMinimum") return name + " must be more than " + number + ".";
  if (keyword == "exclusiveMaximum") return name + " must be less than " + number + ".";
  if (keyword == "multipleOf") return name + " must be a multiple of " + number + ".";
  const std::string unit = keyword.ends_with("Length")  ? "character"
                           : keyword.ends_with("Items") ? "item"
                                                        : "key";
  const std::string units = number == "1" ? " " + unit : " " + unit + "s";
  if (keyword.starts_with("min")) return name + " must have at least " + number + units + ".";
  if (keyword.starts_with("max")) return name + " must have at most " + number + units + ".";
  if (keyword == "uniqueItems") return name + " holds the same item twice.";
  return name + " lacks an item that its schema asks for.";
}

}  // namespace

std::vector<Finding> find_causes(const std::vector<Violation>& violations) {
  std::vector<Finding> findings;
  for (const Violation& violation : violations) {
    const bool choice = violation.keyword == "anyOf" || violation.keyword == "oneOf";
    if (choice && !violation.branches.empty()) {
      for (Finding& finding : cut(violation)) findings.push_back(std::move(finding));
    } else {
      findings.push_back(plain(violation));
    }
  }
  // Where the type is wrong already, more about the same value only repeats it.
  std::vector<Finding> kept;
  for (const Finding& finding : findings) {
    const bool repeats = finding.keyword != "type" && at(findings, finding.pointer, "type");
    if (!repeats && std::find(kept.begin(), kept.end(), finding) == kept.end()) kept.push_back(finding);
  }
  return kept;
}

const Rule& schema_rule(std::string_view keyword) {
  constexpr std::array<std::pair<std::string_view, const Rule*>, 25> rules_of_keywords = {{
      {"type", &rules.schema_type},
      {"enum", &rules.schema_enum},
      {"const", &rules.schema_enum},
      {"required", &rules.schema_required},
      {"dependencies", &rules.schema_required},
      {"pattern", &rules.schema_pattern},
      {"format", &rules.schema_format},
      {"minimum", &rules.schema_range},
      {"maximum", &rules.schema_range},
      {"exclusiveMinimum", &rules.schema_range},
      {"exclusiveMaximum", &rules.schema_range},
      {"multipleOf", &rules.schema_range},
      {"minLength", &rules.schema_length},
      {"maxLength", &rules.schema_length},
      {"minItems", &rules.schema_length},
      {"maxItems", &rules.schema_length},
      {"uniqueItems", &rules.schema_length},
      {"minProperties", &rules.schema_length},
      {"maxProperties", &rules.schema_length},
      {"contains", &rules.schema_length},
      {"additionalProperties", &rules.schema_additional},
      {"additionalItems", &rules.schema_additional},
      {"propertyNames", &rules.schema_additional},
      {"false", &rules.schema_additional},
      {"not", &rules.schema_combination},
  }};
  for (const auto& [name, rule] : rules_of_keywords) {
    if (name == keyword) return *rule;
  }
  return rules.schema_combination;
}

std::string sentence(const Finding& finding, const std::string& name, const Json* value,
                     std::string_view written) {
  const Rule& rule = schema_rule(finding.keyword);
  if (rule == rules.schema_type) return type_sentence(finding, name, value, written);
  if (rule == rules.schema_enum) return enum_sentence(finding, name);
  if (rule == rules.schema_required) return "The key " + code(finding.key) + " is missing.";
  if (rule == rules.schema_range || rule == rules.schema_length) return limit_sentence(finding, name);
  if (rule == rules.schema_additional) {
    return finding.key.empty() ? name + " may not stand here."
                               : code(finding.key) + " is no key that may stand here.";
  }
  if (rule == rules.schema_pattern) {
    const std::vector<std::string> types = types_of(*finding.schema);
    if (!types.empty() && (types.front() == "integer" || types.front() == "number"))
      return name + " must be " + type_word(types.front()) + reading(value, written);
    const std::string pattern = finding.schema->value("pattern", "");
    return name + " must match " + code(shorten(pattern, 80)) + ".";
  }
  if (rule == rules.schema_format) {
    const std::string format = finding.schema->value("format", "");
    return name + " must be a " + (format.empty() ? std::string("value of another form") : format) + ".";
  }
  if (finding.keyword == "not") return name + " has a value that its schema rules out.";
  return name + " fits several of its schema's forms at once, and only one may hold.";
}

const Json* value_at(const Json& root, const std::string& pointer) {
  const Json* value = &root;
  std::size_t begin = 1;
  while (begin <= pointer.size() && !pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    std::string token;
    for (std::size_t i = begin; i < end; ++i) {
      if (pointer[i] == '~' && i + 1 < end) {
        token += pointer[++i] == '1' ? '/' : '~';
      } else {
        token += pointer[i];
      }
    }
    if (value->is_object()) {
      const auto found = value->find(token);
      if (found == value->end()) return nullptr;
      value = &*found;
    } else if (value->is_array() && !token.empty() &&
               token.find_first_not_of("0123456789") == std::string::npos && token.size() < 9 &&
               std::stoul(token) < value->size()) {
      value = &(*value)[std::stoul(token)];
    } else {
      return nullptr;
    }
    begin = end + 1;
  }
  return value;
}

}  // namespace features::diagnostics
