#include "server/features/completion/yaml_text.h"

#include <algorithm>
#include <variant>

#include "server/syntax/scalar.h"
#include "server/text/ascii.h"

namespace features::completion {
namespace {

using text::is_blank;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
}

bool is_flow_indicator(char c) {
  return std::string_view(",[]{}").find(c) != std::string_view::npos;
}

std::string double_quoted(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    if (c == '\n') {
      text += "\\n";
    } else if (c == '\t') {
      text += "\\t";
    } else if (!is_control(c)) {
      text += c;
    }
  }
  return text;
}

std::string single_quoted(std::string_view name) {
  std::string text;
  for (const char c : name) {
    if (c == '\'') text += c;
    text += c;
  }
  return text;
}

}  // namespace

// Rules: YAML 1.1, chapter 9.1.3 (plain style), as libyaml implements it.
bool is_plain_safe(std::string_view name, bool flow) {
  if (name.empty() || is_blank(name.front()) || is_blank(name.back())) return false;
  if (std::any_of(name.begin(), name.end(), is_control)) return false;
  if (std::string_view("#,[]{}&*!|>'\"%@`:=~").find(name.front()) != std::string_view::npos) return false;
  if ((name.front() == '-' || name.front() == '?') && (name.size() == 1 || is_blank(name[1]) || flow))
    return false;
  if (name == "<<" || name.starts_with("---") || name.starts_with("...") || name.back() == ':') return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (flow && is_flow_indicator(name[i])) return false;
    const char next = i + 1 < name.size() ? name[i + 1] : 'x';
    if (name[i] == ':' && (is_blank(next) || (flow && is_flow_indicator(next)))) return false;
    if (is_blank(name[i]) && next == '#') return false;
  }
  const syntax::Scalar value = syntax::resolve_plain_scalar(name);
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr && *text == name;
}

std::string yaml_text(std::string_view name, const YamlStyle& style) {
  if (style.quote == '\'') return single_quoted(name) + (style.quote_closed ? "" : "'");
  if (style.quote == '"') return double_quoted(name) + (style.quote_closed ? "" : "\"");
  if (is_plain_safe(name, style.flow)) return std::string(name);
  const bool multiline = name.find_first_of("\n\t") != std::string_view::npos;
  if (!multiline && name.find_first_of("\"\\") != std::string_view::npos)
    return "'" + single_quoted(name) + "'";
  return "\"" + double_quoted(name) + "\"";
}

}  // namespace features::completion
