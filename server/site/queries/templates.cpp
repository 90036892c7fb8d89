// The layouts, includes and data files of a snapshot: by name, and what layouts bring into a page.
#include <algorithm>

#include "server/site/compute/data_file.h"
#include "server/site/site.h"
#include "server/site/snapshot/state.h"

namespace site {
namespace {

template <typename T>
std::vector<std::string> sorted_keys(const PersistentMap<T>& map) {
  std::vector<std::string> keys;
  map.for_each([&](const std::string& key, const T&) {
    keys.push_back(key);
    return true;
  });
  std::sort(keys.begin(), keys.end());
  return keys;
}

// Jekyll joins the name to the folder: slashes before it do no harm (jekyll/lib/jekyll/tags/include.rb).
std::string_view below_includes(std::string_view name) {
  return name.substr(std::min(name.find_first_not_of('/'), name.size()));
}

// A template and everything it includes. `budget` bounds includes that include each other.
bool template_may_have_id(const SiteState& state, const Template& scanned, const IncludeParameters& given,
                          std::string_view id, int& budget) {
  if (--budget < 0 || scanned.unknown || may_have_id(scanned, given, id)) return true;
  return std::any_of(scanned.includes.begin(), scanned.includes.end(), [&](const IncludeCall& call) {
    const TemplatePtr* include = state.includes.find(call.file);
    if (!include) return true;
    // One without parameters sees those of the file around it (Context#stack).
    const IncludeParameters& inner = call.parameters.empty() ? given : call.parameters;
    return include->get() == &scanned ? may_have_id(scanned, inner, id)
                                      : template_may_have_id(state, **include, inner, id, budget);
  });
}

// Is it so of a template, or of anything that it includes?
bool template_is(const SiteState& state, const Template& scanned, bool Template::*fact, int& budget) {
  if (--budget < 0) return false;
  return scanned.*fact ||
         std::any_of(scanned.includes.begin(), scanned.includes.end(), [&](const IncludeCall& call) {
           const TemplatePtr* include = state.includes.find(call.file);
           return include && include->get() != &scanned && template_is(state, **include, fact, budget);
         });
}

// Is it so of a layout, of one above it, or of what they include?
bool layout_is(const SiteState& state, std::string_view layout, bool Template::*fact) {
  int budget = 1000;
  std::string name(layout);
  for (int depth = 0; !name.empty() && depth < 20; ++depth) {  // a chain of layouts may be a circle
    const std::vector<TemplatePtr>* files = state.layouts.find(name);
    if (!files) return false;
    if (template_is(state, *files->back(), fact, budget)) return true;
    name = files->back()->layout;
  }
  return false;
}

}  // namespace

std::vector<std::string> Site::layouts() const {
  return sorted_keys(state_->layouts);
}

bool Site::has_layout(std::string_view name) const {
  // jekyll-redirect-from brings a layout of its own.
  return state_->layouts.find(name) || (name == "redirect" && config().has_plugin("jekyll-redirect-from"));
}

std::string Site::layout_path(std::string_view name) const {
  const std::vector<TemplatePtr>* files = state_->layouts.find(name);
  return files ? files->back()->path : std::string();
}

bool Site::layout_may_have_id(std::string_view layout, std::string_view id) const {
  int budget = 1000;
  std::string name(layout);
  for (int depth = 0; !name.empty() && depth < 20; ++depth) {  // a chain of layouts may be a circle
    const std::vector<TemplatePtr>* files = state_->layouts.find(name);
    if (!files || template_may_have_id(*state_, *files->back(), {}, id, budget)) return true;
    name = files->back()->layout;
  }
  return false;
}

bool Site::layout_shows_title(std::string_view layout) const {
  return layout_is(*state_, layout, &Template::shows_title);
}

bool Site::layout_sets_base(std::string_view layout) const {
  // Asked for every relative link: mostly no template has one at all.
  return state_->base_was_set && layout_is(*state_, layout, &Template::sets_base);
}

bool Site::unknown_layouts() const {
  return !config().theme.empty() || !config().remote_theme.empty();
}

std::vector<std::string> Site::includes() const {
  return sorted_keys(state_->includes);
}

bool Site::has_include(std::string_view name) const {
  return state_->includes.find(below_includes(name)) != nullptr;
}

TemplatePtr Site::include(std::string_view name) const {
  const TemplatePtr* file = state_->includes.find(below_includes(name));
  return file ? *file : nullptr;
}

std::string Site::include_path(std::string_view name) const {
  const TemplatePtr file = include(name);
  return file ? file->path : std::string();
}

std::vector<std::string> Site::templates() const {
  std::vector<std::string> paths;
  state_->layouts.for_each([&](const std::string&, const std::vector<TemplatePtr>& files) {
    for (const TemplatePtr& file : files) paths.push_back(file->path);
    return true;
  });
  state_->includes.for_each([&](const std::string&, const TemplatePtr& file) {
    paths.push_back(file->path);
    return true;
  });
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> Site::data_keys() const {
  std::vector<std::string> keys = sorted_keys(state_->data_files);
  for (std::string& key : keys) key = data_key(key.substr(config().data_dir.size() + 1));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

DataFilePtr Site::data_file(std::string_view path) const {
  const DataFilePtr* file = state_->data_files.find(path);
  return file ? *file : nullptr;
}

bool Site::has_data_below(std::string_view folder) const {
  return state_->data_folders.find(folder) != nullptr;
}

std::string Site::data_path(std::string_view key) const {
  const std::string folder = config().data_dir + '/';
  std::string path = folder + std::string(key);
  std::replace(path.begin() + static_cast<std::ptrdiff_t>(folder.size()), path.end(), '.', '/');
  for (const char* extension : {".yml", ".yaml", ".json", ".csv", ".tsv"}) {
    if (state_->data_files.find(path + extension)) return path + extension;
  }
  // The file's name may hold characters that are no part of its key.
  std::string found;
  state_->data_files.for_each([&](const std::string& file, const DataFilePtr&) {
    if (data_key(std::string_view(file).substr(folder.size())) == key) found = file;
    return found.empty();
  });
  return found;
}

const syntax::Value* Site::data_value(std::string_view path) const {
  const DataFilePtr* file = state_->data_files.find(path);
  return file ? (*file)->value(files()) : nullptr;
}

}  // namespace site
