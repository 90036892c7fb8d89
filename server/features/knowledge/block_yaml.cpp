#include "server/features/knowledge/block_yaml.h"

#include <variant>

#include "server/features/completion/yaml_text.h"
#include "server/syntax/scalar.h"
#include "server/syntax/yaml/parse.h"

namespace features {
namespace {

namespace yaml = syntax::yaml;

// A day or a moment stands for the text that it is written as: nobody quotes one (schema/README.md).
bool is_moment(std::string_view text) {
  const syntax::Scalar value = syntax::resolve_plain_scalar(text);
  return std::holds_alternative<syntax::Date>(value) || std::holds_alternative<syntax::Timestamp>(value);
}

// JSON's own words and numbers have no quotes, and mean the same in YAML.
std::string scalar_text(const yaml::Node& node) {
  if (node.style == yaml::Node::Style::plain || is_moment(node.value)) return node.value;
  return completion::yaml_text(node.value, {});
}

// What stands behind "key:" or "-": a blank and a value, or lines that are indented by so much. JSON nests no
// deeper than parse_yaml lets it.
std::string value_text(const yaml::Node& node, std::size_t indent) {
  const std::string line = "\n" + std::string(indent, ' ');
  std::string text;
  for (const yaml::Entry& entry : node.entries)
    text += line + completion::yaml_text(entry.key.value, {}) + ":" + value_text(entry.value, indent + 2);
  for (const yaml::Node& item : node.items) {
    const std::string inner = value_text(item, indent + 2);
    // The first line of a mapping or list goes beside the hyphen.
    text += line + "-" + (inner.starts_with('\n') ? " " + inner.substr(indent + 3) : inner);
  }
  if (!text.empty()) return text;
  if (node.kind == yaml::Node::Kind::mapping) return " {}";
  return " " + (node.kind == yaml::Node::Kind::sequence ? "[]" : scalar_text(node));
}

}  // namespace

std::string block_yaml(std::string_view key, std::string_view json) {
  const std::string begin = completion::yaml_text(key, {}) + ":";
  const yaml::Tree tree = yaml::parse(json);
  return begin + (tree.valid ? value_text(tree.root, 2) : " " + std::string(json));
}

}  // namespace features
