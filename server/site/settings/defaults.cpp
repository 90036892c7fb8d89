#include "server/site/settings/defaults.h"

#include "server/text/path.h"

namespace site {
namespace {

// Old spellings that Jekyll still takes, with a warning.
std::string_view modern_type(std::string_view type) {
  if (type == "page") return "pages";
  if (type == "post") return "posts";
  if (type == "draft") return "drafts";
  return type;
}

bool applies(const Config& config, const DefaultSet& set, std::string_view type, std::string_view path,
             std::string_view relative_path) {
  if (!set.has_scope) return true;
  if (set.type && modern_type(*set.type) != type) return false;
  if (set.path.empty()) return true;
  if (set.path.find('*') == std::string::npos) {
    return relative_path.starts_with(text::without_folder(set.path, config.collections_dir));
  }
  // A hit above the collections folder keeps its name and is then no prefix of a document's path.
  return !set.path.starts_with('/') && glob_matches(set.path, path, path.size() - relative_path.size());
}

std::size_t scope_length(const DefaultSet& set) {
  return set.path.size() - (set.path.starts_with('/') ? 1 : 0);
}

bool has_precedence(const DefaultSet* before, const DefaultSet& set) {
  if (before == nullptr) return true;
  if (scope_length(set) != scope_length(*before)) return scope_length(set) > scope_length(*before);
  return set.type.has_value() || !before->type.has_value();
}

}  // namespace

std::vector<std::uint32_t> matching_defaults(const Config& config, std::string_view type,
                                             std::string_view path, std::string_view relative_path) {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < config.defaults.size(); ++i) {
    const DefaultSet& set = config.defaults[i];
    if (set.values.mapping() != nullptr && applies(config, set, type, path, relative_path)) {
      out.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return out;
}

std::vector<std::uint32_t> ranked_defaults(const Config& config, std::vector<std::uint32_t> matching) {
  if (matching.size() < 2) return matching;
  std::vector<std::uint32_t> out;
  const DefaultSet* strongest = nullptr;
  for (const std::uint32_t index : matching) {
    const DefaultSet& set = config.defaults[index];
    if (has_precedence(strongest, set)) {
      out.push_back(index);
      strongest = &set;
    } else {
      out.insert(out.begin(), index);  // below everything so far, not only below the strongest
    }
  }
  return out;
}

std::int64_t page_default(const Config& config, const std::vector<std::uint32_t>& matching,
                          std::string_view key) {
  const DefaultSet* strongest = nullptr;
  std::int64_t winner = -1;
  for (const std::uint32_t index : matching) {
    const DefaultSet& set = config.defaults[index];
    if (set.values.find(key) == nullptr || !has_precedence(strongest, set)) continue;
    strongest = &set;
    winner = index;
  }
  return winner;
}

}  // namespace site
