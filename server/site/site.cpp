#include "server/site/site.h"

#include <algorithm>
#include <utility>

#include "server/site/compute/page_order.h"
#include "server/site/settings/plugins.h"
#include "server/site/snapshot/builder.h"
#include "server/site/snapshot/state.h"
#include "server/text/path.h"

namespace site {

const Environment& Site::environment() const {
  return state_->sources.environment;
}

const Config& Site::config() const {
  return state_->sources.rules->config();
}

const FileSystem& Site::files() const {
  return *state_->sources.files;
}

const ProjectSettings& Site::project() const {
  return *state_->project;
}

SitePtr Site::with_changes(const std::vector<Change>& changes) const {
  SiteBuilder builder(*state_);
  for (const Change& change : changes) {
    if (is_project_settings(config(), change.path)) {
      builder.set_project(read_project_settings(change.text.value_or("")));
      continue;
    }
    if (!change.text) {
      builder.remove(change.path);
      continue;
    }
    const PathInfo info = path_info(change.path);
    if (info.kind != PathKind::none) builder.put(make_unit(state_->sources, change.path, info, *change.text));
  }
  return std::make_shared<const Site>(builder.finish());
}

bool Site::needs_reload(std::string_view path) const {
  if (path_info(path).kind == PathKind::plugin) return true;
  const std::string_view name = text::file_name(path);
  const bool here = name.size() == path.size() || path.starts_with("../");
  return here &&
         (name == "_config.yml" || name == "_config.yaml" || name == "_config.toml" || name == "Gemfile");
}

PathInfo Site::path_info(std::string_view path) const {
  return state_->sources.rules->classify(path);
}

syntax::ParseOptions Site::parse_options(std::string_view path) const {
  return parse_options_for(state_->sources, path, path_info(path));
}

PagePtr Site::page(std::string_view path) const {
  const PageId* id = state_->page_ids.find(path);
  return id ? state_->pages[*id] : nullptr;
}

std::optional<std::string> Site::text_of(std::string_view path) const {
  const PagePtr found = page(path);
  if (found && found->text) return *found->text;
  return files().read(path);
}

std::size_t Site::page_count() const {
  return state_->page_total;
}

void Site::for_each_page(const std::function<bool(const Page&)>& visit) const {
  for (PageId id = 0; id < state_->pages.size(); ++id) {
    const PagePtr& page = state_->pages[id];
    if (page && !visit(*page)) return;
  }
}

std::vector<PagePtr> Site::sorted_pages() const {
  std::vector<PagePtr> pages;
  pages.reserve(page_count());
  for (PageId id = 0; id < state_->pages.size(); ++id) {
    if (state_->pages[id]) pages.push_back(state_->pages[id]);
  }
  std::sort(pages.begin(), pages.end(), [](const PagePtr& a, const PagePtr& b) {
    if (a->is_post() != b->is_post()) return a->is_post();
    return a->is_post() ? newer(*b, *a) : a->path < b->path;
  });
  return pages;
}

bool Site::runs_unknown_code() const {
  return site::runs_unknown_code(config());
}

const std::vector<IgnoredFile>& Site::ignored() const {
  return *state_->ignored;
}

bool Site::is_ignored(std::string_view path) const {
  const auto& files = *state_->ignored;
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const IgnoredFile& file, std::string_view key) { return file.path < key; });
  return found != files.end() && found->path == path;
}

std::vector<PagePtr> Site::posts_on(std::string_view iso_day) const {
  return by_path(pages_under(*state_, state_->days, iso_day));
}

std::vector<std::string> Site::written_by_hand() const {
  std::vector<std::string> paths = templates();
  for_each_page([&](const Page& page) {
    paths.push_back(page.path);
    return true;
  });
  for (const IgnoredFile& file : ignored()) paths.push_back(file.path);
  state_->static_files.for_each([&](const std::string& path, const StaticFilePtr& file) {
    if (file->hides_front_matter) paths.push_back(path);
    return true;
  });
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace site
