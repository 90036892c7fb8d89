#include "server/syntax/document.h"

#include <utility>

#include "server/syntax/html.h"
#include "server/syntax/markdown.h"
#include "server/syntax/yaml/parse.h"

namespace syntax {
namespace {

// All of `_config.yml` is YAML. A text that YAML refuses gives Jekyll nothing.
FrontMatter parse_whole_yaml(std::string_view text) {
  const auto end = static_cast<text::Offset>(text.size());
  FrontMatter result;
  result.state = FrontMatter::State::present;
  result.has_byte_order_mark = text.starts_with("\xEF\xBB\xBF");
  result.yaml = {0, end};
  result.open = {0, 0};
  result.close = {end, end};
  result.content = end;
  result.tree = yaml::parse(text);
  result.data = Value{Mapping{}, {}};
  result.recovered = result.data;
  if (result.tree.root.kind == yaml::Node::Kind::mapping) {
    result.recovered = to_value(result.tree.root);
    if (result.tree.valid) {
      result.data = result.recovered;
    }
  }
  return result;
}

// jekyll/lib/jekyll/document.rb and page.rb, render_with_liquid?: only `false` itself counts.
bool allows_liquid(const FrontMatter& front_matter) {
  const Value* value = front_matter.data.find("render_with_liquid");
  return value == nullptr || value->boolean() == nullptr || *value->boolean();
}

}  // namespace

Document::Document(std::string source, ParseOptions how)
    : text(std::move(source)), lines(text), options(std::move(how)) {
  using Format = ParseOptions::Format;
  if (options.format == Format::yaml) {
    front_matter = parse_whole_yaml(text);
    return;
  }
  front_matter = parse_front_matter(text);
  if (options.format == Format::plain) {
    return;
  }
  if (options.liquid && allows_liquid(front_matter)) {
    liquid = liquid::parse_markup(text, front_matter.content);
  }
  const std::string& readable = liquid.masked.empty() ? text : liquid.masked;
  if (options.format == Format::markdown) {
    markdown = parse_markdown(readable, front_matter.content, options.markdown, liquid.masks);
  } else if (options.format == Format::html) {
    markdown = parse_html(readable, front_matter.content, liquid.masks);
  }
}

}  // namespace syntax
