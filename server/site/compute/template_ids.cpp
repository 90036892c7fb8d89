#include "server/site/compute/template_ids.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/site/settings/entry_filter.h"
#include "server/syntax/document.h"
#include "server/syntax/liquid/tags.h"
#include "server/text/ascii.h"

namespace site {
namespace {

using text::is_blank_or_line_end;

// Tags that print no element with an id of their own.
constexpr std::array<std::string_view, 45> quiet_tags = {"assign",
                                                         "capture",
                                                         "endcapture",
                                                         "case",
                                                         "when",
                                                         "endcase",
                                                         "comment",
                                                         "endcomment",
                                                         "cycle",
                                                         "decrement",
                                                         "echo",
                                                         "for",
                                                         "endfor",
                                                         "break",
                                                         "continue",
                                                         "if",
                                                         "elsif",
                                                         "else",
                                                         "endif",
                                                         "ifchanged",
                                                         "endifchanged",
                                                         "increment",
                                                         "raw",
                                                         "endraw",
                                                         "tablerow",
                                                         "endtablerow",
                                                         "unless",
                                                         "endunless",
                                                         "liquid",
                                                         "render",
                                                         "highlight",
                                                         "endhighlight",
                                                         "link",
                                                         "post_url",
                                                         "include",
                                                         "include_relative",
                                                         "include_cached",
                                                         "seo",
                                                         "feed_meta",
                                                         "gist",
                                                         "avatar",
                                                         "octicon",
                                                         "github_edit_link",
                                                         "#",
                                                         "inline_svg"};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '*' || c == '?' || c == '[' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

// `{{ include.NAME }}` and nothing more: NAME.
std::string_view parameter_of(std::string_view output) {
  constexpr std::string_view object = "include.";
  const std::size_t begin = output.find_first_not_of("{- \t\r\n");
  const std::size_t end = output.find_last_not_of("}- \t\r\n");
  if (!output.starts_with("{{") || begin == std::string_view::npos || end < begin) return {};
  const std::string_view inner = output.substr(begin, end + 1 - begin);
  if (!inner.starts_with(object)) return {};
  const std::string_view name = inner.substr(object.size());
  return text::holds_only(name, text::is_ascii_word) ? name : std::string_view();
}

// The value of an attribute with `*` for every Liquid construct but parameters of the include.
IdPattern pattern_of(std::string_view value) {
  IdPattern result(1);
  while (!value.empty()) {
    const std::size_t open = std::min(value.find("{{"), value.find("{%"));
    result.back().text += escaped(value.substr(0, open));
    if (open == std::string_view::npos) break;
    const std::string_view closer = value[open + 1] == '{' ? "}}" : "%}";
    const std::size_t close = std::min(value.find(closer, open), value.size() - 2);
    if (const std::string_view name = parameter_of(value.substr(open, close + 2 - open)); !name.empty()) {
      result.back().parameter = name;
      result.emplace_back();
    } else if (!result.back().text.ends_with('*')) {
      result.back().text += '*';
    }
    value.remove_prefix(close + 2);
  }
  return result;
}

// As the include's caller fills it in; "" where nothing is left that an element could be found by.
std::string filled_in(const IdPattern& pattern, const IncludeParameters& given) {
  std::string result;
  for (const IdPiece& piece : pattern) {
    result += piece.text;
    const auto found = given.find(piece.parameter);
    if (piece.parameter.empty() || found == given.end()) continue;  // nil prints nothing
    result += found->second ? escaped(*found->second) : "*";
  }
  return result;
}

IncludeParameters parameters_of(std::string_view text, const syntax::liquid::Tag& tag) {
  IncludeParameters result;
  for (const syntax::liquid::Argument& argument : tag.arguments) {
    const bool literal = argument.value.kind == syntax::liquid::Expression::Kind::string;
    const std::string_view value = text::slice(text, argument.value.content);
    const bool known = literal && value.find('\\') == std::string_view::npos;
    result.insert_or_assign(std::string(text::slice(text, argument.name)),
                            known ? std::optional<std::string>(value) : std::nullopt);
  }
  return result;
}

bool has_liquid(std::string_view text) {
  return text.find("{{") != std::string_view::npos || text.find("{%") != std::string_view::npos;
}

// The value behind `=` at `at`: quoted (Liquid inside may hold the other quote) or a word.
std::string_view attribute_value(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank_or_line_end(text[at])) ++at;
  if (at == text.size()) return {};
  if (text[at] == '"' || text[at] == '\'') {
    const char quote = text[at++];
    std::size_t end = at;
    while (end < text.size() && text[end] != quote) {
      const bool liquid = text.substr(end).starts_with("{{") || text.substr(end).starts_with("{%");
      const std::size_t close =
          liquid ? text.find(text[end + 1] == '{' ? "}}" : "%}", end) : std::string_view::npos;
      end = close == std::string_view::npos ? end + 1 : close + 2;
    }
    return text.substr(at, std::min(end, text.size()) - at);
  }
  std::size_t end = at;
  while (end < text.size() && !is_blank_or_line_end(text[end]) && text[end] != '>') {
    const bool liquid = text.substr(end).starts_with("{{");
    const std::size_t close = liquid ? text.find("}}", end) : std::string_view::npos;
    end = close == std::string_view::npos ? end + 1 : close + 2;
  }
  return text.substr(at, end - at);
}

void scan_attributes(std::string_view text, Template& result) {
  for (const std::string_view name : {"id", "name"}) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      if (at == 0 || (!is_blank_or_line_end(text[at - 1]) && text[at - 1] != '"' && text[at - 1] != '\'' &&
                      text[at - 1] != '}'))
        continue;
      std::size_t equals = at + name.size();
      while (equals < text.size() && is_blank_or_line_end(text[equals])) ++equals;
      if (equals == text.size() || text[equals] != '=') continue;
      const std::string_view value = attribute_value(text, equals + 1);
      if (value.empty()) continue;
      if (has_liquid(value)) {
        result.patterns.push_back(pattern_of(value));
      } else {
        result.ids.emplace_back(value);
      }
    }
  }
}

bool shows_title(std::string_view text) {
  for (std::size_t at = text.find("<h1"); at != std::string_view::npos; at = text.find("<h1", at + 3)) {
    const std::size_t end = text.find("</h1", at);
    if (end == std::string_view::npos) return false;
    if (text.substr(at, end - at).find("page.title") != std::string_view::npos) return true;
  }
  return false;
}

void scan_tag(std::string_view text, const syntax::liquid::Node& node, Template& result) {
  const std::string_view name = text::slice(text, node.name);
  const std::string_view markup = text::slice(text, node.markup);
  if (name == "include" || name == "include_cached" || name == "include_relative") {
    const std::string_view file = markup.substr(0, markup.find_first_of(" \t\r\n"));
    if (name == "include_relative" || file.empty() || has_liquid(markup.substr(0, markup.find('=')))) {
      result.unknown = true;
    } else {
      std::vector<syntax::liquid::Problem> ignored;
      const syntax::liquid::Tag tag = syntax::liquid::parse_node(text, node, ignored);
      result.unknown = result.unknown || !tag.strict;
      result.includes.push_back({std::string(file), parameters_of(text, tag)});
    }
  } else if (std::find(quiet_tags.begin(), quiet_tags.end(), name) == quiet_tags.end()) {
    result.unknown = true;
  }
}

template <typename T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

Template read_template(std::string_view path, std::string text) {
  Template result;
  result.path = path;
  syntax::ParseOptions options;
  options.format = syntax::ParseOptions::Format::html;
  const syntax::Document document(std::move(text), options);
  if (const syntax::Value* layout = document.front_matter.data.find("layout")) {
    if (layout->scalar()) result.layout = syntax::to_ruby_string(*layout->scalar());
    if (result.layout == "none") result.layout.clear();
  }
  const std::string_view content = std::string_view(document.text).substr(document.front_matter.content);
  scan_attributes(content, result);
  result.shows_title = shows_title(content);
  result.sets_base = sets_base(content);
  for (const syntax::liquid::Node& node : document.liquid.nodes) {
    if (node.kind == syntax::liquid::Node::Kind::tag) scan_tag(document.text, node, result);
  }
  sort_unique(result.ids);
  sort_unique(result.patterns);
  sort_unique(result.includes);
  return result;
}

bool sets_base(std::string_view html) {
  constexpr std::string_view name = "base";
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1, html.find('>', at) - at);
    const bool base = tag.size() > name.size() && is_blank_or_line_end(tag[name.size()]) &&
                      text::equals_ignoring_ascii_case(tag.substr(0, name.size()), name);
    if (base && (tag.find("href") != std::string_view::npos || tag.find("HREF") != std::string_view::npos))
      return true;
  }
  return false;
}

bool may_have_id(const Template& scanned, const IncludeParameters& given, std::string_view id) {
  if (std::binary_search(scanned.ids.begin(), scanned.ids.end(), id)) return true;
  return std::any_of(scanned.patterns.begin(), scanned.patterns.end(),
                     [&](const IdPattern& pattern) { return fnmatch(filled_in(pattern, given), id); });
}

}  // namespace site
