#include "server/features/knowledge/include_parameters.h"

#include <algorithm>

#include "server/syntax/liquid/markup.h"
#include "server/text/ascii.h"

namespace features {
namespace {

constexpr std::string_view include_object = "include.";
constexpr std::size_t most_parameters = 100;

bool is_name_byte(char c) {
  return text::is_ascii_word(c) || c == '-';
}

}  // namespace

std::vector<std::string> include_parameters(std::string_view text) {
  std::vector<std::string> names;
  const syntax::liquid::Markup liquid = syntax::liquid::parse_markup(text);
  for (const syntax::liquid::Node& node : liquid.nodes) {
    const std::string_view markup = text::slice(text, node.markup);
    for (std::size_t at = markup.find(include_object); at != std::string_view::npos;
         at = markup.find(include_object, at + 1)) {
      if (at > 0 && (is_name_byte(markup[at - 1]) || markup[at - 1] == '.')) continue;
      std::size_t end = at + include_object.size();
      while (end < markup.size() && is_name_byte(markup[end])) ++end;
      std::string name(markup.substr(at + include_object.size(), end - at - include_object.size()));
      if (name.empty() || names.size() == most_parameters) continue;
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  }
  return names;
}

}  // namespace features
