// Where a thing stands.
#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "server/features/targets/collect.h"
#include "server/features/targets/mentions.h"
#include "server/syntax/yaml/parse.h"

namespace features {
namespace {

FileRange start_of(const std::string& path) {
  return {path, {}, 0};
}

FileRange place_of_page(const Context& context, const std::string& path) {
  const site::PagePtr page = context.site ? context.site->page(path) : nullptr;
  if (page && page->title.origin.kind == site::Origin::Kind::front_matter)
    return {path, page->title.origin.range, {}};
  return start_of(path);
}

FileRange place_of_anchor(const Context& context, const Thing& thing) {
  const auto other = context_of_file(context, thing.path);
  if (!other) return start_of(thing.path);
  const syntax::Markdown& markdown = other->markdown();
  for (const syntax::Heading& heading : markdown.headings) {
    if (heading.id == thing.name) return {thing.path, heading.range, {}};
  }
  for (const syntax::Anchor& anchor : markdown.anchors) {
    if (anchor.id == thing.name) return {thing.path, anchor.range, {}};
  }
  return place_of_page(context, thing.path);
}

// The key, or the item, that `name` leads to; as far down as the file has it.
FileRange place_of_member(const Context& context, const Thing& thing) {
  const bool readable = !thing.path.ends_with(".csv") && !thing.path.ends_with(".tsv");
  const std::optional<std::string> text = readable ? context.read(thing.path) : std::nullopt;
  if (!text) return start_of(thing.path);
  const std::optional<targets::Member> member = targets::find_member(syntax::yaml::parse(*text), thing.name);
  return member ? FileRange{thing.path, member->key, {}} : start_of(thing.path);
}

std::vector<FileRange> posts_with(const Context& context, const Thing& term, std::size_t limit) {
  const bool tag = term.kind == Thing::Kind::tag;
  std::vector<FileRange> places;
  for (const site::PagePtr& page :
       tag ? context.site->tagged(term.name, limit) : context.site->in_category(term.name, limit)) {
    for (const site::Term& own : tag ? page->tags : page->categories) {
      if (own.name != term.name) continue;
      places.push_back(own.origin.kind == site::Origin::Kind::front_matter
                           ? FileRange{page->path, own.origin.range, {}}
                           : start_of(page->path));
      break;
    }
  }
  return places;
}

}  // namespace

namespace targets {

std::optional<Member> find_member(const syntax::yaml::Tree& tree, std::string_view name) {
  std::optional<Member> found;
  const syntax::yaml::Node* node = &tree.root;
  for (std::string_view rest = name; !rest.empty();) {
    const std::string_view key = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(rest.size(), key.size() + 1));
    if (const syntax::yaml::Entry* entry = syntax::yaml::find_entry(*node, key)) {
      found = Member{entry->key.range, entry->value.range};
      node = &entry->value;
      continue;
    }
    std::size_t index = 0;
    const auto number = std::from_chars(key.data(), key.data() + key.size(), index);
    if (number.ec != std::errc() || index >= node->items.size()) break;
    node = &node->items[index];
    found = Member{node->range, node->range};
  }
  return found;
}

}  // namespace targets

std::vector<FileRange> places_of(const Context& context, const Thing& thing, std::size_t limit) {
  using Kind = Thing::Kind;
  switch (thing.kind) {
    case Kind::page:
      return {place_of_page(context, thing.path)};
    case Kind::file:
      return {start_of(thing.path)};
    case Kind::anchor:
      return {place_of_anchor(context, thing)};
    case Kind::member:
      return {place_of_member(context, thing)};
    case Kind::tag:
    case Kind::category:
      return context.site ? posts_with(context, thing, limit) : std::vector<FileRange>{};
    case Kind::label:
    case Kind::footnote:
      break;
  }
  for (const Mention& mention : mentions(context)) {
    if (mention.declaration && mention.thing == thing) return {{context.path, mention.range, {}}};
  }
  return {};
}

}  // namespace features
