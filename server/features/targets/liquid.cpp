// Files and data that Liquid names.
#include <string>
#include <string_view>
#include <vector>

#include "server/features/targets/collect.h"
#include "server/site/rendered/link_tag.h"
#include "server/site/rendered/post_url.h"
#include "server/syntax/liquid/tags.h"
#include "server/text/path.h"

namespace features::targets {
namespace {

using syntax::liquid::Expression;
using syntax::liquid::Tag;

void add_file_argument(Collector& out, const Tag& tag, std::string_view tag_name, text::Range area) {
  const site::Site& site = *out.context.site;
  const std::string name(text::slice(out.context.text(), tag.target));
  if (tag.dynamic || name.empty()) return;
  std::optional<Thing> thing;
  switch (tag.kind) {
    case Tag::Kind::post_url:
      thing = thing_of(site::resolve_post_url(site, name));
      break;
    case Tag::Kind::link:
      thing = thing_of(site::resolve_link_tag(site, name));
      break;
    case Tag::Kind::include:
    case Tag::Kind::include_relative: {
      const bool relative = tag_name == "include_relative";
      const std::string path =
          relative ? text::normalized_path(text::join_path(text::folder_of(out.context.path), name))
                   : site.include_path(name);
      if (!path.empty() && (!relative || site.files().exists(path)))
        thing = Thing{Thing::Kind::file, path, {}};
      break;
    }
    default:
      break;
  }
  if (thing) out.add(std::move(*thing), tag.target, area);
}

// `site.data.nav.main.title`, also with `["main"]`: each step leads to its own place.
void add_data(Collector& out, const Expression& variable) {
  if (variable.path.size() < 3) return;
  const std::string_view text = out.context.text();
  std::vector<std::string> names;
  for (const syntax::liquid::Lookup& step : variable.path) {
    if (step.part < 0) {
      names.emplace_back(text::slice(text, step.range));
      continue;
    }
    const Expression& part = variable.parts[static_cast<std::size_t>(step.part)];
    if (part.kind == Expression::Kind::string) {
      names.emplace_back(text::slice(text, part.content));
    } else if (part.kind == Expression::Kind::integer) {
      names.push_back(std::to_string(part.integer));
    } else {
      break;
    }
  }
  if (names.size() < 3 || names[0] != "site" || names[1] != "data") return;
  std::vector<std::string> keys;
  for (std::size_t i = 2; i < names.size(); ++i) {
    keys.push_back(names[i]);
    const text::Range step = variable.path[i].range;
    if (!out.wants(step)) continue;
    if (auto thing = data_thing(*out.context.site, keys)) out.add(std::move(*thing), step);
  }
}

void add_expression(Collector& out, const Expression& expression) {
  if (expression.kind == Expression::Kind::variable) add_data(out, expression);
  for (const Expression& part : expression.parts) add_expression(out, part);
}

void add_arguments(Collector& out, const std::vector<syntax::liquid::Argument>& arguments) {
  for (const syntax::liquid::Argument& argument : arguments) add_expression(out, argument.value);
}

}  // namespace

void liquid(Collector& out) {
  if (!out.context.site) return;
  const std::string_view text = out.context.text();
  std::vector<syntax::liquid::Problem> ignored;
  for (const syntax::liquid::Node& node : out.context.document->liquid.nodes) {
    if (!out.wants(node.range)) continue;
    const Tag tag = syntax::liquid::parse_node(text, node, ignored);
    ignored.clear();
    add_file_argument(out, tag, text::slice(text, node.name), node.range);
    add_expression(out, tag.value.value);
    for (const syntax::liquid::Filter& filter : tag.value.filters) add_arguments(out, filter.arguments);
    for (const syntax::liquid::Comparison& comparison : tag.condition) {
      add_expression(out, comparison.left);
      add_expression(out, comparison.right);
    }
    for (const Expression& value : tag.values) add_expression(out, value);
    add_arguments(out, tag.arguments);
  }
}

}  // namespace features::targets
