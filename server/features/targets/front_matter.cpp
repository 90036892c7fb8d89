// What a front matter names: layout, tags, categories, author, files. And the page that it makes.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "server/features/knowledge/terms.h"
#include "server/features/targets/collect.h"
#include "server/site/links/resolve.h"

namespace features::targets {
namespace {

namespace yaml = syntax::yaml;

constexpr std::size_t deepest = 50;  // of nested values, not to recurse as deep as a text says

template <std::size_t N>
bool is_one_of(std::string_view key, const std::array<std::string_view, N>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A value that is plainly an address or a path: no blanks, a slash or a dot in it.
void add_file(Collector& out, const yaml::Node& value) {
  const std::string& text = value.value;
  if (text.find_first_of(" \t\n") != std::string::npos || text.find_first_of("/.") == std::string::npos)
    return;
  const site::Site& site = *out.context.site;
  std::optional<Thing> thing;
  if (out.context.page && text.front() == '/')
    thing = thing_of(site::resolve_link(site, *out.context.page, text));
  const std::string_view bare = std::string_view(text).substr(text.front() == '/' ? 1 : 0);
  if (!thing && site.static_file_at(bare)) thing = Thing{Thing::Kind::file, std::string(bare), {}};
  if (thing) out.add(std::move(*thing), value.range);
}

void add_layout(Collector& out, const yaml::Node& value) {
  if (const std::string path = out.context.site->layout_path(value.value); !path.empty())
    out.add({Thing::Kind::file, path, {}}, value.range);
}

// `author: jane` is `site.data.authors.jane` to most themes.
void add_author(Collector& out, const yaml::Node& value) {
  if (auto thing = data_thing(*out.context.site, {"authors", value.value}))
    out.add(std::move(*thing), value.range);
}

void add_value(Collector& out, std::string_view key, const yaml::Node& value, std::size_t depth);

void add_values(Collector& out, const yaml::Node& node, std::size_t depth) {
  if (depth > deepest) return;
  for (const yaml::Entry& entry : node.entries) {
    if (!entry.broken) add_value(out, entry.key.value, entry.value, depth);
  }
}

void add_value(Collector& out, std::string_view key, const yaml::Node& value, std::size_t depth) {
  // Texts, and addresses that lead here instead of from here.
  constexpr std::array<std::string_view, 8> others = {"title",         "description", "excerpt", "permalink",
                                                      "redirect_from", "date",        "slug",    "subtitle"};
  if (is_one_of(key, others) || term_kind(key) || depth > deepest) return;
  if (!value.range.empty() && !out.wants(value.range) && value.entries.empty() && value.items.empty()) return;
  if (value.kind == yaml::Node::Kind::scalar && !value.value.empty()) {
    if (key == "layout") return add_layout(out, value);
    if (key == "author" || key == "authors") return add_author(out, value);
    return add_file(out, value);
  }
  for (const yaml::Node& item : value.items) {
    if (item.kind == yaml::Node::Kind::scalar) {
      add_value(out, key, item, depth + 1);
    } else {
      add_values(out, item, depth + 1);
    }
  }
  add_values(out, value, depth + 1);
}

void add_terms(Collector& out) {
  for (WrittenTerm& term : written_terms(*out.context.document)) {
    const bool tag = term.kind == WrittenTerm::Kind::tag;
    out.add({tag ? Thing::Kind::tag : Thing::Kind::category, {}, std::move(term.name)}, term.range);
  }
}

// The page itself stands in its title and in the address it asks for.
void add_page(Collector& out) {
  if (!out.context.page) return;
  const Thing page{Thing::Kind::page, out.context.path, {}};
  const syntax::FrontMatter& front = out.context.document->front_matter;
  if (!front.open.empty()) out.add(page, front.open, front.open, true);
  for (const yaml::Entry& entry : front.tree.root.entries) {
    if (entry.broken || (entry.key.value != "title" && entry.key.value != "permalink")) continue;
    if (entry.value.kind == yaml::Node::Kind::scalar && !entry.value.range.empty())
      out.add(page, entry.value.range, {entry.key.range.begin, entry.value.range.end}, true);
  }
}

}  // namespace

void front_matter(Collector& out) {
  const syntax::Document& document = *out.context.document;
  if (!out.context.site) return;
  if (document.options.format == syntax::ParseOptions::Format::yaml) {
    // The settings: layouts in `defaults:`. Their paths are patterns, not files.
    const yaml::Entry* defaults = yaml::find_entry(document.front_matter.tree.root, "defaults");
    if (!defaults) return;
    for (const yaml::Node& set : defaults->value.items) {
      const yaml::Entry* values = yaml::find_entry(set, "values");
      if (values) add_values(out, values->value, 0);
    }
    return;
  }
  add_page(out);
  add_terms(out);
  add_values(out, document.front_matter.tree.root, 0);
}

}  // namespace features::targets
