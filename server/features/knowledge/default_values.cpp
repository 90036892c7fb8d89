#include "server/features/knowledge/default_values.h"

#include <algorithm>
#include <cstdint>

#include "server/features/knowledge/words.h"
#include "server/site/settings/defaults.h"
#include "server/text/path.h"

namespace features {
namespace {

constexpr std::size_t longest_value = 80;

// As written in the configuration; lists and mappings by their source too.
std::string source_of(const site::Config& config, const syntax::Value& value) {
  if (!config.document || value.range.empty()) return {};
  return shorten(text::slice(config.document->text, value.range), longest_value);
}

std::string set_name(const site::Config& config, std::size_t number) {
  const site::DefaultSet& set = config.defaults[number];
  std::string name = "the defaults of " + code(config.file) + " for ";
  if (set.type) name += code(*set.type) + (set.path.empty() ? "" : " below ");
  if (!set.path.empty()) name += code(set.path);
  return set.type || !set.path.empty() ? name : name + "all files";
}

// The sets that apply to the page, in the order of the configuration.
std::vector<std::uint32_t> matching_sets(const Context& context) {
  if (!context.site || !context.page || context.page->data_invalid) return {};
  const site::Config& config = context.site->config();
  const bool is_page = context.page->kind == site::PageKind::page;
  const std::string type = is_page ? "pages" : context.page->collection;
  const std::string_view relative =
      is_page ? std::string_view(context.path) : text::without_folder(context.path, config.collections_dir);
  return site::matching_defaults(config, type, context.path, relative);
}

std::optional<DefaultValue> value_among(const Context& context, const std::vector<std::uint32_t>& sets,
                                        const std::string& key) {
  const site::Config& config = context.site->config();
  std::optional<std::size_t> winner;
  if (context.page->kind == site::PageKind::page) {
    const std::int64_t set = site::page_default(config, sets, key);
    if (set >= 0) winner = static_cast<std::size_t>(set);
  } else {
    for (const std::uint32_t set : site::ranked_defaults(config, sets)) {
      if (config.defaults[set].values.find(key)) winner = set;
    }
  }
  if (!winner) return std::nullopt;
  std::string source = source_of(config, *config.defaults[*winner].values.find(key));
  if (source.empty()) return std::nullopt;
  return DefaultValue{key, std::move(source), set_name(config, *winner)};
}

}  // namespace

std::optional<DefaultValue> default_value(const Context& context, const std::string& key) {
  const std::vector<std::uint32_t> sets = matching_sets(context);
  return sets.empty() ? std::nullopt : value_among(context, sets, key);
}

std::vector<DefaultValue> default_values(const Context& context) {
  std::vector<DefaultValue> values;
  const std::vector<std::uint32_t> sets = matching_sets(context);
  for (const std::uint32_t set : sets) {
    const syntax::Mapping* members = context.site->config().defaults[set].values.mapping();
    if (!members) continue;
    for (const syntax::Member& member : *members) {
      const bool known = std::any_of(values.begin(), values.end(),
                                     [&](const DefaultValue& value) { return value.key == member.key; });
      if (known) continue;
      if (auto value = value_among(context, sets, member.key)) values.push_back(std::move(*value));
    }
  }
  return values;
}

}  // namespace features
