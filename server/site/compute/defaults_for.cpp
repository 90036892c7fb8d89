#include "server/site/compute/defaults_for.h"

#include <utility>
#include <variant>

#include "server/site/settings/defaults.h"

namespace site {
namespace {

// Jekyll::Utils.deep_merge_hashes: mappings are merged, a null does not override.
void merge_into(syntax::Mapping& target, const syntax::Mapping& stronger, int depth) {
  constexpr int deepest = 64;
  for (const syntax::Member& member : stronger) {
    syntax::Member* existing = nullptr;
    for (syntax::Member& candidate : target) {
      if (candidate.key == member.key && candidate.string_key == member.string_key) existing = &candidate;
    }
    if (existing == nullptr) {
      target.push_back(member);
      continue;
    }
    if (member.value.is_null()) continue;
    auto* inner = std::get_if<syntax::Mapping>(&existing->value.data);
    const syntax::Mapping* added = member.value.mapping();
    if (inner != nullptr && added != nullptr && depth < deepest) {
      merge_into(*inner, *added, depth + 1);
    } else {
      *existing = member;
    }
  }
}

}  // namespace

syntax::Value defaults_for(const Config& config, const SourceFile& file) {
  const std::string_view relative = relative_path(config, file);
  syntax::Mapping merged;
  for (const std::uint32_t index :
       ranked_defaults(config, matching_defaults(config, default_type(file), file.path, relative))) {
    merge_into(merged, *config.defaults[index].values.mapping(), 0);
  }
  syntax::Value out;
  out.data = std::move(merged);
  return out;
}

}  // namespace site
