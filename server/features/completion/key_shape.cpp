#include "server/features/completion/key_shape.h"

#include <algorithm>
#include <cstdint>

namespace features::completion {
namespace {

enum class Shape : std::uint8_t { value, boolean, list, block_list, mapping };

// The site's habit for this key counts before the schema, and its habit for lists before a fixed form.
Shape shape_of(const schema::Key* key, const UsedForms& used, const KeyPlace& place) {
  using schema::Type;
  const std::size_t lists = used.flow_lists + used.block_lists;
  const std::size_t most = std::max({used.scalars, lists, used.mappings});
  const Shape list =
      (lists > 0 ? used.block_lists > used.flow_lists : place.block_lists) ? Shape::block_list : Shape::list;
  if (most > 0 && used.mappings == most) return Shape::mapping;
  if (most > 0 && lists == most) return list;
  if (!key || key->types.empty()) return Shape::value;
  if (key->types.size() == 1 && key->types.front() == Type::boolean) return Shape::boolean;
  if (most > 0) return Shape::value;
  if (key->types.front() == Type::array) return list;
  return key->types.front() == Type::object ? Shape::mapping : Shape::value;
}

}  // namespace

std::string escape_snippet(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '$' || c == '}' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

KeyEdit key_edit(const std::string& name, const schema::Key* key, const UsedForms& used,
                 const KeyPlace& place) {
  const std::string head = escape_snippet(name) + ":";
  const std::string below = std::string(place.line_end) + place.indentation + "  ";
  const bool one_line = place.flow || place.indented;
  switch (shape_of(key, used, place)) {
    case Shape::value:
      break;
    case Shape::boolean:
      // The value that changes something stands first.
      return {head + (key->default_value == "true" ? " ${1|false,true|}" : " ${1|true,false|}"), true};
    case Shape::block_list:
      if (!one_line) return {head + below + "- $0", true};
      if (!place.flow) break;
      [[fallthrough]];
    case Shape::list:
      return {head + " [$0]", true};
    case Shape::mapping:
      if (place.flow) return {head + " {$0}", true};
      if (!one_line) return {head + below + "$0", true};
      break;
  }
  return {name + ": ", false};
}

}  // namespace features::completion
