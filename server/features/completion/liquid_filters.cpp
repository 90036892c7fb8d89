// `{{ value | |`: filters with what they take.
#include <string>
#include <utility>

#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/liquid_names.h"

namespace features::completion {
namespace {

using schema::LiquidFilterInfo;

// "append: text", "slice: start, length?".
std::string signature(const LiquidFilterInfo& filter) {
  std::string text = filter.name;
  for (const LiquidFilterInfo::Argument& argument : filter.arguments) {
    text += &argument == &filter.arguments.front() ? ": " : ", ";
    text += argument.name;
    if (!argument.required) text += "?";
  }
  return text;
}

}  // namespace

void liquid_filters(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (place.kind != LiquidPlace::Kind::filter) return;
  Ranked ranked(typed_in(cursor, place.range));
  const std::string_view behind = cursor.context.text().substr(place.range.end);
  const std::size_t next = behind.find_first_not_of(" \t");
  const bool has_arguments = next != std::string_view::npos && behind[next] == ':';
  const char* const gap =
      place.range.begin > 0 && cursor.context.text()[place.range.begin - 1] == '|' ? " " : "";
  for (const LiquidFilterInfo& filter : schema::liquid_names().filters) {
    if (!brings_liquid(cursor.context.site.get(), filter.by)) continue;
    Completion item;
    item.label = filter.name;
    item.kind = Completion::Kind::filter;
    item.detail = signature(filter);
    item.documentation = filter.documentation;
    const bool needs = !filter.arguments.empty() && filter.arguments.front().required && !has_arguments;
    item.edit = {place.range, gap + filter.name + (needs ? ": $0" : "")};
    item.snippet = needs;
    ranked.offer(std::move(item));
  }
  if (cursor.context.site) {
    for (const std::string& name : own_liquid(*cursor.context.site).filters) {
      Completion item;
      item.label = name;
      item.kind = Completion::Kind::filter;
      item.detail = "of `_plugins`";
      item.edit = {place.range, gap + name};
      ranked.offer(std::move(item));
    }
  }
  ranked.add_to(list);
}

}  // namespace features::completion
