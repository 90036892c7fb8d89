// A key: what it means, and the value in force with its origin.
#include <string>
#include <utility>
#include <vector>

#include "server/features/completion/slot.h"
#include "server/features/hover/topics.h"
#include "server/features/key_text.h"
#include "server/features/known_keys.h"
#include "server/features/words.h"
#include "server/site/defaults.h"

namespace features::hovering {
namespace {

using completing::Slot;

constexpr std::size_t longest_value = 80;

// As written in the configuration; lists and mappings by their source too.
std::string source_of(const site::Config& config, const syntax::Value& value) {
  if (!config.document || value.range.empty()) return {};
  return shorten(text::slice(config.document->text, value.range), longest_value);
}

std::string set_name(const site::Config& config, std::size_t number) {
  const site::DefaultSet& set = config.defaults[number];
  std::string name = "the defaults of " + code(config.file) + " for ";
  if (set.type) name += code(*set.type) + (set.path.empty() ? "" : " below ");
  if (!set.path.empty()) name += code(set.path);
  return set.type || !set.path.empty() ? name : name + "all files";
}

// The default set that would give this page the key.
std::optional<std::size_t> set_with(const Context& context, const std::string& key) {
  const site::Config& config = context.site->config();
  const bool is_page = context.page->kind == site::PageKind::page;
  const std::string type = is_page ? "pages" : context.page->collection;
  std::string relative = context.path;
  if (const std::string folder = config.collections_dir + "/"; !is_page && relative.starts_with(folder))
    relative.erase(0, folder.size());
  const auto matching = site::matching_defaults(config, type, context.path, relative);
  if (is_page) {
    const std::int64_t set = site::page_default(config, matching, key);
    return set < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(set));
  }
  std::optional<std::size_t> found;
  for (const std::uint32_t set : site::ranked_defaults(config, matching)) {
    if (config.defaults[set].values.find(key)) found = set;
  }
  return found;
}

// Where the value comes from; only what the text itself does not show.
std::string in_force(const Context& context, const std::string& key) {
  if (!context.site || !context.page || context.page->data_invalid) return {};
  const auto set = set_with(context, key);
  if (!set) return {};
  const site::Config& config = context.site->config();
  const std::string value = source_of(config, *config.defaults[*set].values.find(key));
  if (value.empty()) return {};
  const bool here = context.document->front_matter.data.find(key) != nullptr;
  return (here ? "Here instead of " : "In force: ") + code(value) + (here ? " from " : ", from ") +
         set_name(config, *set) + ".";
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

}  // namespace

std::optional<HoverText> yaml_place(const Cursor& cursor) {
  const auto slot = completing::slot_at(*cursor.document, cursor.offset);
  if (!slot || slot->range.empty()) return std::nullopt;
  const std::string word(text::slice(cursor.text(), slot->range));
  const bool on_key = slot->kind == Slot::Kind::key;
  if (on_key && !slot->has_colon) return std::nullopt;
  std::vector<std::string> path = slot->path;
  if (on_key) path.push_back(word);
  const auto key = known_key(cursor, path);
  HoverText hover{{}, slot->range, {}};
  if (on_key) {
    if (key) append(hover.markdown, key_text(*key));
  } else if (key) {
    append(hover.markdown, value_text(*key, word));
  }
  if (yaml_file(cursor) == YamlFile::front_matter && path.size() == 1) {
    append(hover.markdown, facts(cursor, path.front()));
    if (on_key) append(hover.markdown, in_force(cursor, path.front()));
  }
  if (hover.markdown.empty()) return std::nullopt;
  return hover;
}

}  // namespace features::hovering
