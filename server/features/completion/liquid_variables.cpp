// `{{ site.| }}`: variables and their members, from what Liquid and Jekyll have, from the settings, the front
// matters, the data files and the document itself.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/include_parameters.h"
#include "server/features/knowledge/liquid_names.h"
#include "server/features/knowledge/words.h"
#include "server/features/targets/collect.h"
#include "server/syntax/liquid/tags.h"

namespace features::completion {
namespace {

using Names = std::vector<std::string>;

// The list under construction.
struct Out {
  const Cursor& cursor;
  const LiquidPlace& place;
  Ranked& ranked;

  void offer(const std::string& name, std::string detail, std::string documentation = {}) const {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    if (name.empty() || name.find_first_not_of(letters) != std::string::npos)
      return;  // `["…"]` would have it
    Completion item;
    item.label = name;
    item.kind = Completion::Kind::variable;
    item.detail = std::move(detail);
    item.documentation = std::move(documentation);
    item.edit = {place.range, name};
    ranked.offer(std::move(item));
  }
};

void offer_members(const Out& out, std::string_view object) {
  const schema::LiquidObjectInfo* info = schema::liquid_names().object(object);
  if (!info) return;
  for (const auto& member : info->members) out.offer(member.name, member.type, member.documentation);
}

std::string shown_value(const syntax::Value& value) {
  if (value.mapping()) return "mapping";
  if (value.list()) return count_of(value.list()->size(), "item");
  return value.string() ? shorten(*value.string(), 40) : "";
}

void offer_mapping(const Out& out, const syntax::Value& value) {
  if (!value.mapping()) return;
  for (const syntax::Member& member : *value.mapping()) {
    if (member.string_key) out.offer(member.key, shown_value(member.value));
  }
}

// What every post or page may have: Jekyll's values and the keys of all front matters.
void offer_page(const Out& out) {
  offer_members(out, "page");
  if (!out.cursor.context.site) return;
  for (const site::TermCount& key : out.cursor.context.site->keys())
    out.offer(key.name, "front matter, " + count_of(key.count, "file"));
}

void offer_site(const Out& out) {
  offer_members(out, "site");
  if (!out.cursor.context.site) return;
  const site::Config& config = out.cursor.context.site->config();
  for (const site::Collection& collection : config.collections) out.offer(collection.label, "collection");
  offer_mapping(out, config.data);
}

// The members of a data file's value below `keys`; items of a list stand for all of them.
void offer_data(const Out& out, const Names& keys, bool item) {
  if (!out.cursor.context.site) return;
  const auto thing = targets::data_thing(*out.cursor.context.site, keys);
  if (!thing) return;
  const syntax::Value* value = out.cursor.context.site->data_value(thing->path);
  for (std::string_view rest = thing->name; value && !rest.empty();) {
    const std::string_view key = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(rest.size(), key.size() + 1));
    value = value->find(key);
  }
  if (!value) return;
  if (item && value->list()) {
    if (!value->list()->empty()) offer_mapping(out, value->list()->front());
  } else {
    offer_mapping(out, *value);
  }
}

// Files and folders of `_data` below `keys`, and what the file holds that they name.
void offer_data_files(const Out& out, const Names& keys) {
  if (!out.cursor.context.site) return;
  std::string start;
  for (const std::string& key : keys) start += key + ".";
  for (const std::string& name : out.cursor.context.site->data_keys()) {
    if (!name.starts_with(start)) continue;
    const std::string rest = name.substr(start.size());
    const std::size_t dot = rest.find('.');
    out.offer(rest.substr(0, dot), dot == std::string::npos ? "data file" : "data folder");
  }
  if (!keys.empty()) offer_data(out, keys, false);
}

// The names of a variable's path; empty if one of them is computed.
Names path_of(std::string_view text, const syntax::liquid::Expression& expression) {
  Names names;
  if (expression.kind != syntax::liquid::Expression::Kind::variable) return names;
  for (const syntax::liquid::Lookup& step : expression.path) {
    if (step.part >= 0) return {};
    names.emplace_back(text::slice(text, step.range));
  }
  return names;
}

// What the document says of a variable of its own.
struct Own {
  std::string name;
  std::string tag;  // "for", "assign", …
  Names value;      // what it loops over, or stands for; empty if that is computed
};

std::vector<Own> own_variables(const Cursor& cursor, text::Offset before) {
  std::vector<Own> found;
  const std::string_view text = cursor.context.text();
  std::vector<syntax::liquid::Problem> ignored;
  for (const syntax::liquid::Node& node : cursor.context.document->liquid.nodes) {
    if (node.range.begin >= before) break;
    const std::string_view tag = text::slice(text, node.name);
    if (tag != "assign" && tag != "capture" && tag != "for" && tag != "tablerow" && tag != "increment" &&
        tag != "decrement")
      continue;
    const syntax::liquid::Tag parsed = syntax::liquid::parse_node(text, node, ignored);
    ignored.clear();
    Own own{std::string(text::slice(text, parsed.target)), std::string(tag), {}};
    if (tag == "assign" && parsed.value.filters.empty()) own.value = path_of(text, parsed.value.value);
    if (!parsed.values.empty()) own.value = path_of(text, parsed.values.front());
    if (!own.name.empty()) found.push_back(std::move(own));
  }
  return found;
}

void offer_object(const Out& out, Names object, std::size_t depth);

// A variable of the document: what its value has.
void offer_own(const Out& out, const Names& object, std::size_t depth) {
  const std::vector<Own> own = own_variables(out.cursor, out.place.open);
  const auto found = std::find_if(own.rbegin(), own.rend(),
                                  [&](const Own& variable) { return variable.name == object.front(); });
  if (found == own.rend()) {
    if (const schema::LiquidObjectInfo* info = schema::liquid_names().object(object.front());
        info && object.size() == 1 && brings_liquid(out.cursor.context.site.get(), info->by))
      offer_members(out, object.front());
    return;
  }
  Names value = found->value;
  if (value.empty()) return;
  const bool loop = found->tag == "for" || found->tag == "tablerow";
  const bool data = value.size() > 2 && value[0] == "site" && value[1] == "data";
  if (loop && data && object.size() == 1) return offer_data(out, {value.begin() + 2, value.end()}, true);
  // Posts, pages and documents of collections, however they were chosen.
  if (loop && object.size() == 1 && !data && (value.front() == "site" || value.front() == "paginator"))
    return offer_page(out);
  if (loop) return;
  value.insert(value.end(), object.begin() + 1, object.end());
  offer_object(out, std::move(value), depth + 1);
}

void offer_object(const Out& out, Names object, std::size_t depth) {
  constexpr std::size_t most_steps = 8;  // `assign a = b`, `assign b = a`
  if (depth > most_steps) return;
  const std::string& first = object.front();
  if (first == "site") {
    if (object.size() == 1) return offer_site(out);
    if (object[1] == "data") return offer_data_files(out, {object.begin() + 2, object.end()});
    if (!out.cursor.context.site) return;
    const syntax::Value* value = &out.cursor.context.site->config().data;
    for (std::size_t i = 1; value && i < object.size(); ++i) value = value->find(object[i]);
    if (value) offer_mapping(out, *value);
  } else if (first == "page") {
    if (object.size() == 1) return offer_page(out);
    const syntax::Value* value = &out.cursor.context.document->front_matter.recovered;
    for (std::size_t i = 1; value && i < object.size(); ++i) value = value->find(object[i]);
    if (value) offer_mapping(out, *value);
  } else if (first == "include" && object.size() == 1) {
    for (const std::string& name : include_parameters(out.cursor.context.text())) {
      // What is being typed reads as a parameter as well.
      if (name != typed_in(out.cursor, out.place.range)) out.offer(name, "parameter");
    }
  } else {
    offer_own(out, object, depth);
  }
}

void offer_names(const Out& out) {
  const std::vector<Own> own = own_variables(out.cursor, out.place.open);
  for (auto variable = own.rbegin(); variable != own.rend(); ++variable)
    out.offer(variable->name, variable->tag);
  for (const schema::LiquidObjectInfo& object : schema::liquid_names().objects) {
    if (brings_liquid(out.cursor.context.site.get(), object.by))
      out.offer(object.name, "", object.documentation);
  }
}

}  // namespace

void liquid_variables(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (place.kind != LiquidPlace::Kind::variable) return;
  Ranked ranked(typed_in(cursor, place.range));
  const Out out{cursor, place, ranked};
  if (place.object.empty()) {
    offer_names(out);
  } else {
    offer_object(out, place.object, 0);
  }
  ranked.add_to(list);
}

}  // namespace features::completion
