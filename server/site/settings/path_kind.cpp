#include "server/site/settings/path_kind.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/syntax/slugify.h"
#include "server/text/path.h"

namespace site {
namespace {

using Folder = PathRules::Folder;
using Role = PathRules::Folder::Role;

// `path` without the folder of length `base` above it.
std::string_view below(std::string_view path, std::size_t base) {
  return path.size() > base ? path.substr(base == 0 ? 0 : base + 1) : std::string_view{};
}

// Jekyll's DATELESS_FILENAME_MATCHER: any name with an extension behind at least nothing.
bool has_extension(std::string_view name) {
  return text::dot_ending(name).size() > 1;
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace

std::string source_folder(const Config& config) {
  const std::string folder = text::normalized_path(config.source);
  return folder == ".." ? std::string() : folder;
}

PathRules::PathRules(ConfigPtr config)
    : config_(std::move(config)), filter_(config_->include, config_->exclude) {
  const std::string source = source_folder(*config_);
  const std::string destination = text::normalized_path(config_->destination);
  if (source.empty()) {
    destination_ = config_->destination.starts_with('/') ? "" : destination;
  } else if (text::is_below(destination, source)) {
    destination_ = destination.substr(source.size() + 1);
  }
  for (const Collection& collection : config_->collections) {
    const bool own_folder =
        collection.label != "posts" && collection.label != "data" && !collection.label.empty();
    collections_.push_back(own_folder ? text::join_path(config_->collections_dir, '_' + collection.label)
                                      : "");
  }
  for (const std::string& entry : config_->include) {
    std::string path = text::normalized_path(entry);
    if (!path.empty() && path != "..") included_files_.push_back(std::move(path));
  }
  targets_ = {config_->layouts_dir, config_->includes_dir, config_->data_dir, config_->plugins_dir};
  targets_.insert(targets_.end(), collections_.begin(), collections_.end());
  targets_.insert(targets_.end(), included_files_.begin(), included_files_.end());
  std::erase(targets_, "");
}

bool PathRules::leads_to_target(std::string_view path) const {
  return std::any_of(targets_.begin(), targets_.end(),
                     [&](const std::string& target) { return text::is_below(target, path); });
}

Folder PathRules::enter_special(const std::string& path, Role parent) const {
  const Config& config = *config_;
  const std::array<std::pair<const std::string*, Role>, 4> folders = {{{&config.layouts_dir, Role::layouts},
                                                                       {&config.includes_dir, Role::includes},
                                                                       {&config.data_dir, Role::data},
                                                                       {&config.plugins_dir, Role::plugins}}};
  for (std::size_t i = 0; i < collections_.size(); ++i) {
    if (collections_[i] == path) return {Role::collection, path, path.size(), config.collections[i].label};
  }
  for (const auto& [folder, role] : folders) {
    if (*folder == path) return {role, path, path.size(), {}};
  }
  const std::string_view above = text::parent_folder(path);
  const std::string_view name = text::file_name(path);
  if (name == "_posts" || name == "_drafts") {
    // Reader#outside_configured_directory?: a plain string prefix.
    const bool read = parent == Role::traversed &&
                      (config.collections_dir.empty() || above.starts_with(config.collections_dir));
    const Role role = !read ? Role::stray_posts : name == "_posts" ? Role::posts : Role::drafts;
    return {role, path, path.size(), "posts"};
  }
  return {Role::dropped, path, 0, {}};
}

Folder PathRules::enter(const Folder& folder, std::string_view name, bool link) const {
  std::string path = text::join_path(folder.path, name);
  switch (folder.role) {
    case Role::dropped:
      return {Role::dropped, std::move(path), 0, {}};
    case Role::traversed:
    case Role::passage: {
      Folder special = enter_special(path, folder.role);
      if (!special.dropped()) return special;
      const bool kept =
          folder.role == Role::traversed && filter_.keeps(folder.path, name, true) && path != destination_;
      const Role role = kept ? Role::traversed : leads_to_target(path) ? Role::passage : Role::dropped;
      return {role, std::move(path), 0, {}};
    }
    case Role::collection:
      return {link ? Role::dropped : folder.role, std::move(path), folder.base, folder.collection};
    default: {
      // Ruby's glob enters neither hidden folders nor links; the readers of data and includes do follow
      // links.
      const bool follows = folder.role == Role::data || folder.role == Role::includes;
      const bool entered = !name.starts_with('.') && (!link || follows);
      return {entered ? folder.role : Role::dropped, std::move(path), folder.base, folder.collection};
    }
  }
}

PathInfo PathRules::file(const Folder& folder, std::string_view name) const {
  const std::string path = text::join_path(folder.path, name);
  const std::string_view entry = below(path, folder.base);
  const std::string_view base = std::string_view(folder.path).substr(0, folder.base);
  const bool hidden = name.starts_with('.');
  switch (folder.role) {
    case Role::dropped:
      break;
    case Role::passage:
    case Role::traversed:
      if (path == config_->file && source_folder(*config_).empty()) return {PathKind::config, {}};
      if (folder.role == Role::traversed && filter_.keeps(folder.path, name, false))
        return {PathKind::page, {}};
      // Reader#read_included_excludes: an entry of `include` that is exactly a file.
      if (std::find(included_files_.begin(), included_files_.end(), path) != included_files_.end()) {
        return {PathKind::page, {}};
      }
      break;
    case Role::stray_posts:
      return {hidden || name.ends_with('~') ? PathKind::none : PathKind::stray, {}};
    case Role::posts:
    case Role::drafts: {
      const bool post = folder.role == Role::posts;
      if (hidden || !filter_.keeps(base, entry, false)) {
        // Put away on purpose or by mistake: its writer is told either way.
        const bool put_away =
            post && name.starts_with('_') && syntax::parse_post_name(name.substr(1)).has_value();
        return {put_away ? PathKind::stray : PathKind::none, {}};
      }
      const bool named = post ? syntax::parse_post_name(entry).has_value() : has_extension(name);
      if (!named) return {PathKind::stray, {}};
      return {post ? PathKind::post : PathKind::draft, folder.collection};
    }
    case Role::collection:
      // Collection#entry_filter knows the folder without `collections_dir`.
      if (filter_.keeps('_' + std::string(folder.collection), entry, false)) {
        return {PathKind::document, folder.collection};
      }
      break;
    case Role::layouts:
      if (!hidden && name.find('.') != std::string_view::npos && filter_.keeps({}, entry, false)) {
        return {PathKind::layout, {}};
      }
      break;
    case Role::includes:
      return {PathKind::include, {}};
    case Role::data:
      if (!hidden && ends_with_any(name, {".yaml", ".yml", ".json", ".csv", ".tsv"}))
        return {PathKind::data, {}};
      break;
    case Role::plugins:
      if (name.ends_with(".rb")) return {PathKind::plugin, {}};
      break;
  }
  return {};
}

PathInfo PathRules::classify(std::string_view path) const {
  Folder folder = source();
  while (true) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return file(folder, path);
    folder = enter(folder, path.substr(0, slash), false);
    if (folder.dropped()) return {};
    path.remove_prefix(slash + 1);
  }
}

}  // namespace site
