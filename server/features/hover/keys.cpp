// A key: what it means, and the value in force with its origin.
#include <string>
#include <utility>
#include <vector>

#include "server/features/completion/slot_at.h"
#include "server/features/hover/topics.h"
#include "server/features/knowledge/default_values.h"
#include "server/features/knowledge/key_text.h"
#include "server/features/knowledge/known_keys.h"
#include "server/features/knowledge/words.h"

namespace features::hover {
namespace {

using completion::Slot;

// Where the value comes from; only what the text itself does not show.
std::string in_force(const Context& context, const std::string& key) {
  const auto value = default_value(context, key);
  if (!value) return {};
  const bool here = context.document->front_matter.data.find(key) != nullptr;
  return (here ? "Here instead of " : "In force: ") + code(value->source) + (here ? " from " : ", from ") +
         value->set + ".";
}

void append(std::string& text, const std::string& paragraph) {
  if (!text.empty() && !paragraph.empty()) text += "\n\n";
  text += paragraph;
}

// What the schema says of one of its values.
std::string value_text(const schema::Key& key, std::string_view value) {
  for (std::size_t i = 0; i < key.values.size() && i < key.value_descriptions.size(); ++i) {
    if (key.values[i] == value && !key.value_descriptions[i].empty())
      return code(key.values[i]) + ": " + key.value_descriptions[i];
  }
  return {};
}

// Behind the last line of a front matter: what the file has without writing it.
std::optional<HoverText> closing_line(const Cursor& cursor) {
  const syntax::FrontMatter& front = cursor.context.document->front_matter;
  if (front.state != syntax::FrontMatter::State::present || !front.close.touches(cursor.offset))
    return std::nullopt;
  std::string list;
  for (const DefaultValue& value : default_values(cursor.context)) {
    if (!front.data.find(value.key))
      list += "\n- " + code(value.key + ": " + value.source) + " from " + value.set;
  }
  if (list.empty()) return std::nullopt;
  return HoverText{"Defaults add to this front matter:\n" + list, front.close, {}};
}

}  // namespace

std::optional<HoverText> yaml_place(const Cursor& cursor) {
  if (auto defaults = closing_line(cursor)) return defaults;
  const auto slot = completion::slot_at(*cursor.context.document, cursor.offset);
  if (!slot || slot->range.empty()) return std::nullopt;
  const std::string word(text::slice(cursor.context.text(), slot->range));
  const bool on_key = slot->kind == Slot::Kind::key;
  if (on_key && !slot->has_colon) return std::nullopt;
  std::vector<std::string> path = slot->path;
  if (on_key) path.push_back(word);
  const auto key = known_key(cursor.context, path);
  HoverText hover{{}, slot->range, {}};
  if (on_key) {
    if (key) append(hover.markdown, key_text(*key));
  } else if (key) {
    append(hover.markdown, value_text(*key, word));
  }
  if (yaml_file(cursor.context) == YamlFile::front_matter && path.size() == 1) {
    append(hover.markdown, facts(cursor.context, path.front()));
    if (on_key) append(hover.markdown, in_force(cursor.context, path.front()));
  }
  if (hover.markdown.empty()) return std::nullopt;
  return hover;
}

}  // namespace features::hover
