#include "server/features/knowledge/key_text.h"

#include <algorithm>

#include "server/features/knowledge/block_yaml.h"
#include "server/features/knowledge/words.h"

namespace features {
namespace {

constexpr std::size_t most_values = 12;

// One line, or a list where the values are explained.
std::string values_text(const schema::Key& key) {
  const bool explained = std::any_of(key.value_descriptions.begin(), key.value_descriptions.end(),
                                     [](const std::string& text) { return !text.empty(); });
  std::string text = "\n\nValues:";
  for (std::size_t i = 0; i < key.values.size() && i < most_values; ++i) {
    text += explained ? "\n- " : i == 0 ? " " : ", ";
    text += code(key.values[i]);
    if (explained && !key.value_descriptions[i].empty()) text += ": " + key.value_descriptions[i];
  }
  if (key.values.size() > most_values) text += explained ? "\n- …" : ", …";
  return text;
}

// In the line, or as a block of YAML where it takes several.
std::string example_text(const schema::Key& key) {
  const std::string yaml = block_yaml(key.name, key.examples.front());
  return yaml.find('\n') == std::string::npos ? " " + code(yaml) : "\n\n```yaml\n" + yaml + "\n```";
}

}  // namespace

std::string key_text(const schema::Key& key) {
  std::string text;
  if (key.deprecated) {
    text = "**Deprecated.**";
    if (!key.replacement.empty()) text += " Write " + code(key.replacement) + " instead.";
    text += "\n\n";
  }
  text += key.description;
  const std::string types = schema::describe_types(key);
  if (!types.empty()) text += "\n\nType: " + types;
  if (key.values.size() > 2 || (!key.values.empty() && !key.takes(schema::Type::boolean)))
    text += values_text(key);
  if (!key.default_value.empty()) text += "\n\nDefault: " + code(key.default_value);
  if (!key.examples.empty()) text += "\n\nExample:" + example_text(key);
  if (!key.source.empty()) text += "\n\n[Where this is written](" + key.source + ")";
  return text;
}

}  // namespace features
