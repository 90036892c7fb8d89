// Values that a schema refuses: Jekyll's, the theme's and the plugins' (schema/catalog.h), and the project's
// own, named in `.jekyll-ls.yml` or by `# yaml-language-server: $schema=` in the front matter.
#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/front_matter/schema_findings.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/own_schemas.h"
#include "server/features/knowledge/schemas.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/defaults_for.h"

namespace features::diagnostics {
namespace {

using schema::Json;
using syntax::Value;

// As Jekyll reads it; dates and times as they are written.
Json to_json(const Value& value, std::string_view text, int depth = 0) {
  constexpr int deepest = 100;
  if (depth > deepest) return nullptr;
  if (value.list()) {
    Json list = Json::array();
    for (const Value& item : *value.list()) list.push_back(to_json(item, text, depth + 1));
    return list;
  }
  if (value.mapping()) {
    Json object = Json::object();
    for (const syntax::Member& member : *value.mapping())
      object[member.key] = to_json(member.value, text, depth + 1);
    return object;
  }
  const syntax::Scalar& scalar = *value.scalar();
  if (std::holds_alternative<syntax::Null>(scalar)) return nullptr;
  if (const bool* boolean = std::get_if<bool>(&scalar)) return *boolean;
  if (const auto* integer = std::get_if<std::int64_t>(&scalar)) return *integer;
  if (const auto* real = std::get_if<double>(&scalar)) return *real;
  if (const auto* string = std::get_if<std::string>(&scalar)) return *string;
  const std::string_view source = text::slice(text, value.range);
  return source.empty() ? syntax::to_ruby_string(scalar) : std::string(source);
}

// What a schema gives as a value.
Value from_json(const Json& json, int depth = 0) {
  constexpr int deepest = 100;
  if (json.is_null() || depth > deepest) return {syntax::Scalar(syntax::Null{}), {}};
  if (json.is_array()) {
    syntax::List list;
    for (const Json& item : json) list.push_back(from_json(item, depth + 1));
    return {std::move(list), {}};
  }
  if (json.is_object()) {
    syntax::Mapping members;
    for (const auto& [key, value] : json.items())
      members.push_back({key, true, {}, from_json(value, depth + 1)});
    return {std::move(members), {}};
  }
  if (json.is_boolean()) return {syntax::Scalar(json.get<bool>()), {}};
  constexpr auto largest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const bool large = json.is_number_unsigned() && json.get<std::uint64_t>() > largest;
  if (json.is_number_float() || large) return {syntax::Scalar(json.get<double>()), {}};
  if (json.is_number()) return {syntax::Scalar(json.get<std::int64_t>()), {}};
  return {syntax::Scalar(json.get<std::string>()), {}};
}

struct Place {
  const Value* value = nullptr;
  text::Range key;   // of the member that holds it; of a list's item: that of the list
  std::string name;  // "header.image", "an item of `tags`"
  std::size_t depth = 0;
};

// The value that a pointer means.
Place place_at(const Value& root, const std::string& pointer) {
  Place place{&root, {}, "", 0};
  bool item = false;
  std::size_t begin = 1;
  while (!pointer.empty() && begin <= pointer.size() && place.value) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    std::string token;
    for (std::size_t i = begin; i < end; ++i)
      token += pointer[i] == '~' && i + 1 < end ? (pointer[++i] == '1' ? '/' : '~') : pointer[i];
    const Value* next = nullptr;
    item = place.value->list() != nullptr;
    if (const syntax::Mapping* mapping = place.value->mapping()) {
      for (const syntax::Member& member : *mapping) {
        if (member.key != token) continue;
        next = &member.value;
        place.key = member.key_range;
      }
      place.name += (place.name.empty() ? "" : ".") + token;
    } else if (item && token.size() < 9 && std::stoul(token) < place.value->list()->size()) {
      next = &(*place.value->list())[std::stoul(token)];
    }
    place.value = next;
    ++place.depth;
    begin = end + 1;
  }
  place.name = (item ? "An item of " : "") + code(place.name);
  return place;
}

// A default that gives the key makes writing it unnecessary.
bool given_by_defaults(const Context& context, const Finding& finding) {
  if (schema_rule(finding.keyword) != rules.schema_required || !context.site || !context.page) return false;
  const site::SourceFile file{context.path, context.page->kind, context.page->collection, std::nullopt};
  const Value defaults = site::defaults_for(context.site->config(), file);
  const Place place = place_at(defaults, finding.pointer);
  const Value* given = place.value ? place.value->find(finding.key) : nullptr;
  return given && !given->is_null();
}

std::optional<Severity> own_severity(const Finding& finding) {
  if (!finding.schema || !finding.schema->is_object()) return std::nullopt;
  const auto found = finding.schema->find("x-severity");
  if (found == finding.schema->end() || !found->is_string()) return std::nullopt;
  if (*found == "error") return Severity::error;
  if (*found == "warning") return Severity::warning;
  if (*found == "info") return Severity::info;
  if (*found == "hint") return Severity::hint;
  return std::nullopt;
}

// One schema against one document.
class Judge {
 public:
  Judge(const Context& context, const schema::Validator& validator, Report& report)
      : context_(context), validator_(validator), report_(report) {}

  // `skip`: top-level keys that other rules judge better.
  void judge(const std::vector<std::string_view>& skip) {
    const Value& data = context_.document->front_matter.data;
    const Json json = to_json(data, context_.text());
    const std::vector<Finding> findings = find_causes(validator_.validate(json));
    count_ = findings.size();
    for (const Finding& finding : findings) {
      const std::string top = finding.pointer.substr(0, finding.pointer.find('/', 1));
      const bool skipped = std::any_of(skip.begin(), skip.end(), [&](std::string_view key) {
        return top.size() == key.size() + 1 && top.ends_with(key);
      });
      if (!skipped && !given_by_defaults(context_, finding)) tell(data, json, finding);
    }
  }

 private:
  void tell(const Value& data, const Json& json, const Finding& finding) {
    const Place place = place_at(data, finding.pointer);
    if (!place.value) return;
    text::Range range = place.value->range.empty() ? place.key : place.value->range;
    const Rule& rule = schema_rule(finding.keyword);
    if (rule == rules.schema_required) {
      range = place.key;
      if (place.depth == 0) range = start();
    }
    if (rule == rules.schema_additional && !finding.key.empty() && place.value->mapping()) {
      for (const syntax::Member& member : *place.value->mapping()) {
        if (member.key == finding.key) range = member.key_range;
      }
    }
    const std::string_view written = text::slice(context_.text(), place.value->range);
    const std::string name = place.depth == 0 ? std::string("The front matter") : place.name;
    Problem& problem =
        report_.add(rule, range, sentence(finding, name, value_at(json, finding.pointer), written));
    if (const auto severity = own_severity(finding)) problem.severity = *severity;
    if (report_.has_many()) return;
    if (rule == rules.schema_enum) offer_nearest(problem, *place.value, finding);
    if (rule == rules.schema_type || rule == rules.schema_pattern) offer_type(problem, *place.value, finding);
    if (rule == rules.schema_required && place.depth == 0) offer_key(problem, finding);
  }

  // The line where keys begin.
  [[nodiscard]] text::Range start() const {
    const syntax::FrontMatter& front = context_.document->front_matter;
    if (!front.open.empty()) return front.open;
    return context_.document->lines.line_range(context_.text(), 0);
  }

  // Does the schema object to less once the edit is made?
  [[nodiscard]] bool mends(const std::vector<text::Edit>& edits) const {
    if (!reads_after(context_, edits)) return false;
    const syntax::Document changed(text::apply(context_.text(), edits), context_.document->options);
    const Json json = to_json(changed.front_matter.data, changed.text);
    return find_causes(validator_.validate(json)).size() < count_;
  }

  void try_fix(Problem& problem, std::string title, text::Range range, std::string replacement) const {
    const std::vector<text::Edit> edits = {{range, std::move(replacement)}};
    if (mends(edits)) offer(problem, context_, std::move(title), edits);
  }

  void offer_nearest(Problem& problem, const Value& value, const Finding& finding) const {
    if (value.range.empty() || !value.scalar()) return;
    std::vector<std::string> names;
    for (const Json& allowed : finding.values) {
      if (allowed.is_string()) names.push_back(allowed.get<std::string>());
    }
    const std::string_view source = text::slice(context_.text(), value.range);
    const std::string written = value.string() ? *value.string() : std::string(source);
    const std::string nearest = nearest_name(names, written);
    if (!nearest.empty()) {
      try_fix(problem, "Write " + code(nearest), value.range, in_style_of(source, nearest, true));
      return;
    }
    offer_type(problem, value, finding);
  }

  void offer_type(Problem& problem, const Value& value, const Finding& finding) const {
    const syntax::Scalar* scalar = value.scalar();
    if (!scalar || value.range.empty() || value.is_null()) return;
    const std::string_view source = text::slice(context_.text(), value.range);
    if (source.find('\n') != std::string_view::npos) return;
    const auto takes = [&](std::string_view type) {
      return std::find(finding.types.begin(), finding.types.end(), type) != finding.types.end();
    };
    if (const std::string* text = value.string()) {
      const syntax::Scalar plain = syntax::resolve_plain_scalar(*text);
      if (const bool* word = std::get_if<bool>(&plain); word && takes("boolean")) {
        try_fix(problem, "Write `" + std::string(*word ? "true" : "false") + "`", value.range,
                *word ? "true" : "false");
      } else if (!std::holds_alternative<std::string>(plain) && (takes("integer") || takes("number"))) {
        try_fix(problem, "Remove the quotes", value.range, *text);
      }
    } else if (takes("string")) {
      try_fix(problem, "Put the value in quotes", value.range, in_quotes(source));
    }
    if (takes("array")) try_fix(problem, "Write a list", value.range, "[" + std::string(source) + "]");
  }

  void offer_key(Problem& problem, const Finding& finding) const {
    if (context_.document->front_matter.tree.root.style == syntax::yaml::Node::Style::flow ||
        context_.document->front_matter.state != syntax::FrontMatter::State::present)
      return;
    const std::vector<text::Edit> edits = {add_entry(context_, finding.key, first_value(finding))};
    if (reads_after(context_, edits)) offer(problem, context_, "Add " + code(finding.key), edits);
  }

  // What the schema itself gives as a value for a missing key.
  [[nodiscard]] Value first_value(const Finding& finding) const {
    const Value nothing = from_json("");
    const auto properties = finding.schema->find("properties");
    if (properties == finding.schema->end() || !properties->is_object() || !properties->contains(finding.key))
      return nothing;
    const schema::SchemaPlace place =
        validator_.dereference({&(*properties)[finding.key], validator_.root().base});
    if (!place.schema || !place.schema->is_object()) return nothing;
    const Json& schema = *place.schema;
    if (schema.contains("default")) return from_json(schema["default"]);
    if (schema.contains("const")) return from_json(schema["const"]);
    for (const char* keyword : {"enum", "examples"}) {
      if (schema.contains(keyword) && schema[keyword].is_array() && !schema[keyword].empty())
        return from_json(schema[keyword].front());
    }
    const auto type = schema.find("type");
    std::string name = type == schema.end() ? std::string("string") : std::string();
    if (type != schema.end()) name = type->is_array() && !type->empty() ? type->front().dump() : type->dump();
    if (name == "\"boolean\"") return from_json(false);
    if (name == "\"integer\"" || name == "\"number\"") return from_json(0);
    if (name == "\"array\"") return from_json(Json::array());
    if (name == "\"object\"") return from_json(Json::object());
    return nothing;
  }

  const Context& context_;
  const schema::Validator& validator_;
  Report& report_;
  std::size_t count_ = 0;
};

// Schemas of the project: each at the place that names it.
void own(const Context& context, Report& report) {
  for (const OwnSchema& schema : own_schemas(context)) {
    // What `.jekyll-ls.yml` names is told there, once.
    if (!schema.complaint.empty() && !schema.place.empty())
      report.add(rules.schema_invalid, schema.place, schema.complaint);
    if (schema.validator) Judge(context, *schema.validator, report).judge({});
  }
}

}  // namespace

void schema_rules(const Context& context, Report& report) {
  const auto kind = file_kind(context);
  const bool config = kind == schema::FileKind::config;
  if (!kind || !context.document->front_matter.tree.valid || (!config && !has_front_matter(context))) return;
  if (!config && context.page && context.page->data_invalid) return;
  const std::vector<std::string_view> judged_elsewhere = {
      "date", "tags", "tag", "categories", "category", "published", "permalink", "draft", "redirect_from"};
  const auto validator = context.knowledge->validator(schemas_for(context, *kind));
  Judge(context, *validator, report).judge(config ? std::vector<std::string_view>{} : judged_elsewhere);
  if (!config) own(context, report);
}

}  // namespace features::diagnostics
