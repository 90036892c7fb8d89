// Values that the site has, its own files use, or a schema names.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "schema/catalog.h"
#include "server/features/completion/named_values.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/value_list.h"
#include "server/features/knowledge/key_text.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/scalar.h"

namespace features::completion {
namespace {

using schema::Type;

constexpr std::size_t most_used_values = 50;

// Each file has its own: what others hold is no help.
bool is_unique(const ValuePlace& place) {
  constexpr std::array<std::string_view, 6> kinds = {"date", "permalink", "url", "tag", "category", "layout"};
  constexpr std::array<std::string_view, 9> keys = {"title",    "description",   "excerpt",
                                                    "subtitle", "summary",       "slug",
                                                    "caption",  "redirect_from", "redirect_to"};
  return std::find(kinds.begin(), kinds.end(), place.kind()) != kinds.end() ||
         std::find(keys.begin(), keys.end(), place.slot.path.back()) != keys.end();
}

bool is_literal(const std::string& text) {
  return !std::holds_alternative<std::string>(syntax::resolve_plain_scalar(text));
}

// What stands in one file only may be anything; with blanks it is prose, with a slash a path of that file.
void add_used(const ValuePlace& place, ValueList& values) {
  if (is_unique(place)) return;
  const bool several = place.usage.files > 10 && place.usage.values.size() * 5 > place.usage.files * 4;
  std::size_t added = 0;
  for (const UsedValue& used : place.usage.values) {
    const bool own = used.text.find_first_of(" /") != std::string::npos;
    if ((used.count == 1 && (several || own)) || added == most_used_values) continue;
    Offer offer;
    offer.value = used.text;
    offer.literal = used.plain && is_literal(used.text);
    offer.detail = place.usage.complete ? count_of(used.count, "file") : "used here";
    values.add(std::move(offer));
    ++added;
  }
}

// A text, number or word that a schema gives as JSON. A list or mapping is no word to write, and neither is
// nothing; what JSON escapes is for reading.
std::optional<Offer> offer_of(const std::string& json) {
  if (json.empty() || json == "null" || json == "\"\"") return std::nullopt;
  if (json.find_first_of("[]{}\\") != std::string::npos) return std::nullopt;
  const bool quoted = json.starts_with('"');
  return Offer{.value = quoted ? json.substr(1, json.size() - 2) : json, .literal = !quoted};
}

// Texts that a schema lists or gives as default.
void add_schema_values(const schema::Key& key, ValueList& values) {
  for (std::size_t i = 0; i < key.values.size(); ++i) {
    Offer offer;
    offer.value = key.values[i];
    offer.literal = !key.takes(Type::string) && is_literal(offer.value);
    if (i < key.value_descriptions.size()) offer.documentation = key.value_descriptions[i];
    if (key.default_value == offer.value || key.default_value == "\"" + offer.value + "\"")
      offer.detail = "default";
    values.add(std::move(offer));
  }
  if (key.takes(Type::boolean) && !key.types.empty()) {
    for (const char* word : {"true", "false"}) values.add({.value = word, .literal = true});
  }
  if (!key.values.empty()) return;
  if (std::optional<Offer> offer = offer_of(key.default_value)) {
    offer->detail = "default";
    values.add(std::move(*offer));
  }
}

void add_examples(const schema::Key& key, ValueList& values) {
  const bool places = key.kind == "image" || key.kind == "date" || key.kind == "tag" ||
                      key.kind == "category" || key.kind == "author" || key.kind == "layout" ||
                      key.kind == "title-of-page" || key.kind == "permalink";
  if (places || key.sample || !key.values.empty()) return;
  for (const std::string& example : key.examples) {
    std::optional<Offer> offer = offer_of(example);
    // Prose is for reading.
    if (!offer || offer->value.find(' ') != std::string::npos) continue;
    offer->detail = "example";
    values.add(std::move(*offer));
  }
}

void add_names(const Context& context, const ValuePlace& place, ValueList& values) {
  const std::vector<std::string>& path = place.slot.path;
  const bool plugins = path == std::vector<std::string>{"plugins"};
  const bool theme = path == std::vector<std::string>{"theme"};
  if (place.file != YamlFile::configuration || (!plugins && !theme)) return;
  const schema::Library& library = context.knowledge->library();
  for (std::string& name : plugins ? schema::catalog_plugins(library) : schema::catalog_themes(library))
    values.add({.value = std::move(name)});
}

}  // namespace

std::string ValuePlace::kind() const {
  return key ? key->kind : std::string();
}

bool ValuePlace::wants_list() const {
  return key && key->takes(Type::array) && !key->takes(Type::string) && !key->types.empty();
}

void values(const Cursor& cursor, const ValuePlace& place, CompletionList& list) {
  ValueList result(cursor, place.slot, place.wants_list(), list);
  for (Offer& offer : named_values(cursor, place.kind())) {
    if (place.kind() == "layout") result.add(std::move(offer));
  }
  add_used(place, result);
  for (Offer& offer : named_values(cursor, place.kind())) result.add(std::move(offer));
  add_names(cursor.context, place, result);
  if (!place.key) return;
  // The site knows its layouts, unless a theme that is not on disk brings more.
  const bool known =
      place.kind() == "layout" && cursor.context.site && !cursor.context.site->unknown_layouts();
  if (!known) add_schema_values(*place.key, result);
  add_examples(*place.key, result);
}

}  // namespace features::completion
