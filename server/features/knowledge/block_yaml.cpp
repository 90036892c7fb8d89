#include "server/features/knowledge/block_yaml.h"

#include <variant>

#include "server/syntax/value.h"
#include "server/syntax/yaml/parse.h"
#include "server/syntax/yaml/write.h"

namespace features {
namespace {

namespace yaml = syntax::yaml;

// A day or a moment stands for the text that it is written as: nobody quotes one (schema/README.md). JSON
// nests no deeper than the parser lets it.
void set_moments(syntax::Value& value) {
  if (auto* items = std::get_if<syntax::List>(&value.data)) {
    for (syntax::Value& item : *items) set_moments(item);
  } else if (auto* members = std::get_if<syntax::Mapping>(&value.data)) {
    for (syntax::Member& member : *members) set_moments(member.value);
  } else if (const std::string* text = value.string()) {
    syntax::Scalar read = syntax::resolve_plain_scalar(*text);
    if (std::holds_alternative<syntax::Date>(read) || std::holds_alternative<syntax::Timestamp>(read))
      value.data = std::move(read);
  }
}

}  // namespace

std::string block_yaml(std::string_view key, std::string_view json) {
  const yaml::Tree tree = yaml::parse(json);
  if (!tree.valid) return yaml::write_text(key) + ": " + std::string(json);
  syntax::Value value = syntax::to_value(tree.root);
  set_moments(value);
  return yaml::write_lines({{std::string(key), true, {}, std::move(value)}});
}

}  // namespace features
