#include "server/features/knowledge/knowledge.h"

#include <algorithm>
#include <string_view>

#include "schema/catalog.h"
#include "schema/combined.h"
#include "schema/keys.h"
#include "schema/validator.h"

namespace features {
namespace {

using Schemas = std::vector<std::string>;

bool is_core(std::string_view schema) {
  return !schema.starts_with("themes/") && !schema.starts_with("plugins/");
}

bool holds(const std::vector<schema::Key>& keys, std::string_view name) {
  return schema::find_key(keys, name) != nullptr;
}

std::vector<KnownKey> read_top_keys(const schema::Library& library, const Schemas& schemas) {
  std::vector<std::pair<KnownKey::Source, std::vector<schema::Key>>> owners;
  for (const std::string& schema : schemas) {
    const auto source = is_core(schema)                 ? KnownKey::Source::core
                        : schema.starts_with("themes/") ? KnownKey::Source::theme
                                                        : KnownKey::Source::plugin;
    owners.emplace_back(source, schema::keys_below(library, {schema}, {}));
  }
  // A key that Jekyll knows is Jekyll's, whoever else reads it too.
  std::stable_partition(owners.begin(), owners.end(),
                        [](const auto& owner) { return owner.first == KnownKey::Source::core; });
  std::vector<KnownKey> keys;
  for (schema::Key& key : schema::keys_below(library, schemas, {})) {
    KnownKey known{std::move(key), KnownKey::Source::core};
    for (const auto& [source, owned] : owners) {
      if (!holds(owned, known.key.name)) continue;
      known.source = source;
      break;
    }
    keys.push_back(std::move(known));
  }
  std::stable_sort(keys.begin(), keys.end(),
                   [](const KnownKey& a, const KnownKey& b) { return a.source < b.source; });
  return keys;
}

}  // namespace

Knowledge::Knowledge() = default;
Knowledge::~Knowledge() = default;

const std::vector<schema::Key>& Knowledge::core_keys() const {
  std::call_once(core_keys_read_, [this] { core_keys_ = schema::core_keys(library_); });
  return core_keys_;
}

std::shared_ptr<const std::vector<KnownKey>> Knowledge::top_keys(const Schemas& schemas) const {
  return top_keys_.get(schemas, [&] {
    return std::make_shared<const std::vector<KnownKey>>(read_top_keys(library_, schemas));
  });
}

std::shared_ptr<const schema::Validator> Knowledge::validator(const Schemas& schemas) const {
  return validators_.get(schemas, [&] {
    return std::make_shared<const schema::Validator>(
        "schema:/combined", schema::combined_schema(library_, schemas), schema::load_embedded);
  });
}

}  // namespace features
