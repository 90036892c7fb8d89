#include "server/site/snapshot/builder.h"

#include <algorithm>
#include <utility>

#include "server/site/compute/page_order.h"
#include "server/site/snapshot/generated.h"
#include "server/text/path.h"

namespace site {
namespace {

bool same_names(const std::vector<Term>& a, const std::vector<Term>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Term& x, const Term& y) { return x.name == y.name; });
}

// Everything that an index is made of. The rest of a page may change without touching one.
bool same_facts(const Page& a, const Page& b) {
  return a.kind == b.kind && a.publication == b.publication && a.collection == b.collection &&
         a.url == b.url && a.output == b.output && a.date == b.date && same_names(a.tags, b.tags) &&
         same_names(a.categories, b.categories) && a.keys == b.keys && a.redirect_from == b.redirect_from &&
         a.redirect_to == b.redirect_to;
}

std::string layout_name(const Config& config, std::string_view path) {
  return std::string(
      text::without_extension(path.substr(std::min(path.size(), config.layouts_dir.size() + 1))));
}

std::string include_name(const Config& config, std::string_view path) {
  return std::string(path.substr(std::min(path.size(), config.includes_dir.size() + 1)));
}

}  // namespace

SiteBuilder::SiteBuilder(Sources sources) {
  state_.sources = std::move(sources);
  facts_changed_ = true;
}

SiteBuilder::SiteBuilder(const SiteState& from) : state_(from) {}

void SiteBuilder::put(SourceUnit unit) {
  // Without a page or a file an older one of this path goes; with one it is replaced in place.
  if (!unit.page) remove_page(unit.path);
  if (!unit.file) remove_file(unit.path);
  if (unit.page) put_page(unit.page);
  if (unit.file) put_file(unit.file);
  if (unit.scanned) put_template(unit);
  if (unit.data) {
    if (!state_.data_files.find(unit.path)) count_folders(state_.data_folders, unit.path, true);
    state_.data_files.at(unit.path) = unit.data;
  }
  if (unit.stray) ignored_edits_[unit.path] = true;
  put_readme(unit.path, unit.index);
}

void SiteBuilder::put_page(const PagePtr& page) {
  if (const PageId* found = state_.page_ids.find(page->path)) {
    const PageId id = *found;
    const PagePtr old = state_.pages[id];
    const bool same = same_facts(*old, *page);
    if (!same) unindex(id, *old);
    state_.pages.set(id, page);
    if (!same) index(id, *page);
    index_words(id, old.get(), page.get());
    return;
  }
  PageId id = 0;
  if (state_.free_pages && !state_.free_pages->empty()) {
    id = state_.free_pages->back();
    own(state_.free_pages).pop_back();
    state_.pages.set(id, page);
  } else {
    id = state_.pages.push_back(page);
  }
  state_.page_ids.at(page->path) = id;
  ++state_.page_total;
  count_folders(state_.source_folders, page->path, true);
  index(id, *page);
  index_words(id, nullptr, page.get());
}

void SiteBuilder::remove_page(std::string_view path) {
  const PageId* found = state_.page_ids.find(path);
  if (!found) return;
  const PageId id = *found;
  const PagePtr old = state_.pages[id];
  unindex(id, *old);
  index_words(id, old.get(), nullptr);
  state_.pages.set(id, nullptr);
  own(state_.free_pages).push_back(id);
  state_.page_ids.erase(path);
  --state_.page_total;
  count_folders(state_.source_folders, path, false);
}

void SiteBuilder::put_file(const StaticFilePtr& file) {
  if (const StaticFilePtr* old = state_.static_files.find(file->path)) {
    if ((*old)->output == file->output && (*old)->written == file->written && (*old)->url == file->url &&
        (*old)->hides_front_matter == file->hides_front_matter)
      return;
    remove_file(file->path);
  }
  facts_changed_ = true;
  state_.static_files.at(file->path) = file;
  count_folders(state_.source_folders, file->path, true);
  if (file->written) add_output(file->output, {Writer::no_page, file});
}

void SiteBuilder::remove_file(std::string_view path) {
  const StaticFilePtr* found = state_.static_files.find(path);
  if (!found) return;
  const StaticFilePtr file = *found;
  facts_changed_ = true;
  if (file->written) remove_output(file->output, {Writer::no_page, file});
  state_.static_files.erase(path);
  count_folders(state_.source_folders, path, false);
}

void SiteBuilder::put_template(const SourceUnit& unit) {
  const Config& config = state_.sources.rules->config();
  state_.base_was_set = state_.base_was_set || unit.scanned->sets_base;
  if (unit.info.kind == PathKind::layout) {
    std::vector<TemplatePtr>& files = state_.layouts.at(layout_name(config, unit.path));
    std::erase_if(files, [&](const TemplatePtr& file) { return file->path == unit.path; });
    const auto place = std::find_if(files.begin(), files.end(),
                                    [&](const TemplatePtr& file) { return file->path > unit.path; });
    files.insert(place, unit.scanned);
  } else {
    state_.includes.at(include_name(config, unit.path)) = unit.scanned;
  }
}

void SiteBuilder::remove(std::string_view path) {
  const std::string name(path);
  if (state_.source_folders.find(name)) remove_folder(name);
  remove_page(name);
  remove_file(name);
  put_readme(name, nullptr);
  remove_small(name);
}

void SiteBuilder::remove_folder(const std::string& folder) {
  const std::string prefix = folder + '/';
  std::vector<std::string> paths;
  const auto collect = [&](const std::string& path, const auto&) {
    if (path.starts_with(prefix)) paths.push_back(path);
    return true;
  };
  state_.page_ids.for_each(collect);
  state_.static_files.for_each(collect);
  for (const std::string& path : paths) {
    remove_page(path);
    remove_file(path);
    put_readme(path, nullptr);
  }
}

// What there are few of: templates, data files, ignored files. `name` is a file or a folder.
void SiteBuilder::remove_small(const std::string& name) {
  const auto gone = [&](std::string_view path) { return text::is_within(path, name); };
  std::vector<std::string> layouts;
  state_.layouts.for_each([&](const std::string& key, const std::vector<TemplatePtr>& files) {
    const auto lost = [&](const TemplatePtr& file) { return gone(file->path); };
    if (std::any_of(files.begin(), files.end(), lost)) layouts.push_back(key);
    return true;
  });
  for (const std::string& key : layouts) {
    std::vector<TemplatePtr>& files = state_.layouts.at(key);
    std::erase_if(files, [&](const TemplatePtr& file) { return gone(file->path); });
    if (files.empty()) state_.layouts.erase(key);
  }
  std::vector<std::string> includes;
  state_.includes.for_each([&](const std::string& key, const TemplatePtr& found) {
    if (gone(found->path)) includes.push_back(key);
    return true;
  });
  for (const std::string& key : includes) state_.includes.erase(key);
  std::vector<std::string> data;
  state_.data_files.for_each([&](const std::string& path, const DataFilePtr&) {
    if (gone(path)) data.push_back(path);
    return true;
  });
  for (const std::string& path : data) {
    state_.data_files.erase(path);
    count_folders(state_.data_folders, path, false);
  }
  for (auto& [path, added] : ignored_edits_) added = added && !gone(path);
  if (!state_.ignored) return;
  const auto& files = *state_.ignored;
  auto at = std::lower_bound(files.begin(), files.end(), name,
                             [](const IgnoredFile& file, const std::string& key) { return file.path < key; });
  for (; at != files.end() && at->path.starts_with(name); ++at) {
    if (gone(at->path)) ignored_edits_[at->path] = false;
  }
}

void SiteBuilder::set_outside(std::vector<std::string> paths) {
  state_.outside = std::make_shared<const std::vector<std::string>>(std::move(paths));
}

void SiteBuilder::set_project(ProjectSettings settings) {
  state_.project = std::make_shared<const ProjectSettings>(std::move(settings));
}

// Site#limit_posts!: of the posts that are read, the last ones stay. Only sites with this setting pay for it.
void SiteBuilder::limit_posts() {
  const std::int64_t limit = state_.sources.rules->config().limit_posts;
  if (limit <= 0) return;
  std::vector<PagePtr> posts;
  for (PageId id = 0; id < state_.pages.size(); ++id) {
    const PagePtr& page = state_.pages[id];
    if (page && page->is_post() && (page->published() || page->publication == Publication::limited))
      posts.push_back(page);
  }
  std::sort(posts.begin(), posts.end(), [](const PagePtr& a, const PagePtr& b) { return newer(*a, *b); });
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const Publication wanted =
        i < static_cast<std::size_t>(limit) ? Publication::written : Publication::limited;
    if (posts[i]->publication == wanted) continue;
    Page changed = *posts[i];
    changed.publication = wanted;
    put_page(std::make_shared<const Page>(std::move(changed)));
  }
}

void SiteBuilder::set_ignored() {
  if (!state_.ignored) state_.ignored = std::make_shared<const std::vector<IgnoredFile>>();
  const auto before = [](const IgnoredFile& file, const std::string& path) { return file.path < path; };
  const auto stands = [&](const std::string& path) {
    const auto at = std::lower_bound(state_.ignored->begin(), state_.ignored->end(), path, before);
    return at != state_.ignored->end() && at->path == path;
  };
  std::erase_if(ignored_edits_, [&](const auto& edit) { return stands(edit.first) == edit.second; });
  if (ignored_edits_.empty()) return;
  std::vector<IgnoredFile> files;
  for (const IgnoredFile& file : *state_.ignored) {
    if (!ignored_edits_.contains(file.path)) files.push_back(file);
  }
  for (const auto& [path, added] : ignored_edits_) {
    if (added) files.push_back({path});
  }
  std::sort(files.begin(), files.end(),
            [](const IgnoredFile& a, const IgnoredFile& b) { return a.path < b.path; });
  state_.ignored = std::make_shared<const std::vector<IgnoredFile>>(std::move(files));
}

std::shared_ptr<const SiteState> SiteBuilder::finish() {
  if (facts_changed_) {
    limit_posts();
    choose_indexes();
  }
  term_edits_.apply(state_);
  set_ignored();
  if (!state_.project) state_.project = std::make_shared<const ProjectSettings>();
  if (!state_.outside) state_.outside = std::make_shared<const std::vector<std::string>>();
  if (facts_changed_ || !state_.generated) state_.generated = generate(state_);
  return std::make_shared<const SiteState>(std::move(state_));
}

}  // namespace site
