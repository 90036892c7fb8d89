#include "server/site/site.h"

#include <algorithm>
#include <utility>

#include "server/site/data.h"
#include "server/site/page_data.h"
#include "server/site/plugins.h"
#include "server/site/site_builder.h"
#include "server/site/site_state.h"
#include "server/site/slugify.h"
#include "server/text/unicode.h"

namespace site {
namespace {

std::string_view output_of(const SiteState& state, const Writer& writer) {
  return writer.file ? std::string_view(writer.file->output)
                     : std::string_view(state.pages[writer.page]->output);
}

// Most used first, then by name.
void sort_counts(std::vector<TermCount>& counts) {
  std::sort(counts.begin(), counts.end(), [](const TermCount& a, const TermCount& b) {
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
}

std::vector<TermCount> term_counts(const PersistentMap<PageIds>& terms) {
  std::vector<TermCount> counts;
  counts.reserve(terms.size());
  terms.for_each([&](const std::string& name, const PageIds& ids) {
    counts.push_back({name, ids->size()});
    return true;
  });
  sort_counts(counts);
  return counts;
}

std::vector<PagePtr> first_pages(const SiteState& state, const PersistentMap<PageIds>& map,
                                 std::string_view key, std::size_t limit) {
  std::vector<PagePtr> pages;
  const PageIds* ids = map.find(key);
  if (!ids) return pages;
  for (const PageId id : **ids) {
    if (pages.size() == limit) break;
    pages.push_back(state.pages[id]);
  }
  return pages;
}

std::vector<PagePtr> by_path(std::vector<PagePtr> pages) {
  std::sort(pages.begin(), pages.end(), [](const PagePtr& a, const PagePtr& b) { return a->path < b->path; });
  return pages;
}

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

std::vector<TermCount> spellings(const PersistentMap<std::vector<std::string>>& by_slug,
                                 const PersistentMap<PageIds>& terms, std::string_view name) {
  std::vector<TermCount> counts;
  const std::vector<std::string>* names = by_slug.find(slugify(name));
  if (!names) return counts;
  for (const std::string& other : *names) {
    const PageIds* ids = terms.find(other);
    if (ids) counts.push_back({other, (*ids)->size()});
  }
  sort_counts(counts);
  return counts;
}

constexpr std::size_t everything = ~std::size_t{0};

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

// Jekyll joins the name to the folder: slashes before it do no harm (jekyll/lib/jekyll/tags/include.rb).
std::string_view below_includes(std::string_view name) {
  return name.substr(std::min(name.find_first_not_of('/'), name.size()));
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
  return builder.finish();
}

bool Site::needs_reload(std::string_view path) const {
  if (path_info(path).kind == PathKind::plugin) return true;
  const std::string_view name = file_name(path);
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
  const auto is_post = [](const Page& page) {
    return page.kind == PageKind::post || page.kind == PageKind::draft;
  };
  std::sort(pages.begin(), pages.end(), [&](const PagePtr& a, const PagePtr& b) {
    if (is_post(*a) != is_post(*b)) return is_post(*a);
    return is_post(*a) ? newer(*b, *a) : a->path < b->path;
  });
  return pages;
}

std::vector<PagePtr> Site::pages_at_url(std::string_view url) const {
  return by_path(first_pages(*state_, state_->urls, url, everything));
}

std::vector<PagePtr> Site::pages_writing(std::string_view output) const {
  std::vector<PagePtr> pages;
  const std::vector<Writer>* writers = state_->outputs.find(text::downcase(output));
  if (!writers) return pages;
  for (const Writer& writer : *writers) {
    if (!writer.file && output_of(*state_, writer) == output) pages.push_back(state_->pages[writer.page]);
  }
  return by_path(std::move(pages));
}

bool Site::static_file_at(std::string_view output) const {
  const std::vector<Writer>* writers = state_->outputs.find(text::downcase(output));
  return writers && std::any_of(writers->begin(), writers->end(), [&](const Writer& writer) {
           return writer.file && writer.file->output == output;
         });
}

bool Site::static_directory_at(std::string_view output) const {
  while (output.ends_with('/')) output.remove_suffix(1);
  return output.empty() ? state_->outputs.size() > 0 : state_->output_folders.find(output) != nullptr;
}

std::string Site::output_ignoring_case(std::string_view output) const {
  const std::vector<Writer>* writers = state_->outputs.find(text::downcase(output));
  if (!writers || writers->empty()) return {};
  std::string_view best = output_of(*state_, writers->front());
  for (const Writer& writer : *writers) best = std::min(best, output_of(*state_, writer));
  return std::string(best);
}

const std::vector<GeneratedPage>& Site::generated() const {
  return state_->generated->pages;
}

std::string Site::generated_at(std::string_view output) const {
  const std::string* url = state_->generated->by_output.find(output);
  return url ? *url : std::string();
}

PagePtr Site::redirected_from(std::string_view output) const {
  const std::string* path = state_->generated->redirects.find(output);
  return path ? page(*path) : nullptr;
}

bool Site::runs_unknown_code() const {
  return site::runs_unknown_code(config());
}

bool Site::outside(std::string_view output) const {
  return std::any_of(state_->outside->begin(), state_->outside->end(), [&](const std::string& link) {
    return output.starts_with(link) && (output.size() == link.size() || output[link.size()] == '/');
  });
}

void Site::for_each_address(const std::function<bool(std::string_view)>& visit) const {
  const bool all = state_->outputs.for_each([&](const std::string&, const std::vector<Writer>& writers) {
    return std::all_of(writers.begin(), writers.end(), [&](const Writer& writer) {
      return visit(writer.file ? writer.file->url : state_->pages[writer.page]->url);
    });
  });
  if (!all) return;
  for (const GeneratedPage& page : generated()) {
    if (!visit(page.url)) return;
  }
}

std::vector<PagePtr> Site::unpublished_at(std::string_view output) const {
  return by_path(first_pages(*state_, state_->unwritten, output, everything));
}

void Site::for_each_static_file(
    const std::function<void(const std::string& path, const std::string& url)>& visit) const {
  state_->static_files.for_each([&visit](const std::string& path, const StaticFilePtr& file) {
    visit(path, file->url);
    return true;
  });
}

std::vector<std::pair<std::string, std::string>> Site::static_files() const {
  std::vector<std::pair<std::string, std::string>> files;
  files.reserve(state_->static_files.size());
  for_each_static_file(
      [&files](const std::string& path, const std::string& url) { files.emplace_back(path, url); });
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<Conflict> Site::conflicts() const {
  std::vector<Conflict> conflicts;
  state_->conflicts.for_each([&](const std::string& output, bool) {
    Conflict conflict;
    for (const Writer& writer : *state_->outputs.find(text::downcase(output))) {
      if (output_of(*state_, writer) != output) continue;
      conflict.paths.push_back(writer.file ? writer.file->path : state_->pages[writer.page]->path);
      if (conflict.url.empty())
        conflict.url = writer.file ? writer.file->url : state_->pages[writer.page]->url;
    }
    std::sort(conflict.paths.begin(), conflict.paths.end());
    conflicts.push_back(std::move(conflict));
    return true;
  });
  std::sort(conflicts.begin(), conflicts.end(),
            [](const Conflict& a, const Conflict& b) { return a.paths < b.paths; });
  return conflicts;
}

std::vector<std::string> Site::case_twins(const Page& page) const {
  std::vector<std::string> paths;
  if (!page.published() || page.output.empty()) return paths;
  const std::vector<Writer>* writers = state_->outputs.find(text::downcase(page.output));
  if (!writers) return paths;
  for (const Writer& writer : *writers) {
    if (output_of(*state_, writer) == page.output) continue;
    paths.push_back(writer.file ? writer.file->path : state_->pages[writer.page]->path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<PagePtr> Site::conflicting(const Page& page) const {
  if (!page.published() || page.output.empty()) return {};
  std::vector<PagePtr> pages = pages_writing(page.output);
  std::erase_if(pages, [&](const PagePtr& other) { return other->path == page.path; });
  return pages;
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

std::vector<TermCount> Site::tags() const {
  return term_counts(state_->tags);
}
std::vector<TermCount> Site::categories() const {
  return term_counts(state_->categories);
}

std::vector<PagePtr> Site::tagged(std::string_view tag, std::size_t limit) const {
  return first_pages(*state_, state_->tags, tag, limit);
}

std::vector<PagePtr> Site::in_category(std::string_view category, std::size_t limit) const {
  return first_pages(*state_, state_->categories, category, limit);
}

std::vector<TermCount> Site::tags_like(std::string_view name) const {
  return spellings(state_->tag_spellings, state_->tags, name);
}

std::vector<TermCount> Site::categories_like(std::string_view name) const {
  return spellings(state_->category_spellings, state_->categories, name);
}

std::size_t Site::tag_count(std::string_view tag) const {
  const PageIds* ids = state_->tags.find(tag);
  return ids ? (*ids)->size() : 0;
}

std::size_t Site::category_count(std::string_view category) const {
  const PageIds* ids = state_->categories.find(category);
  return ids ? (*ids)->size() : 0;
}

std::vector<PagePtr> Site::posts_on(std::string_view iso_day) const {
  return by_path(first_pages(*state_, state_->days, iso_day, everything));
}

std::vector<std::string> Site::layouts() const {
  return sorted_keys(state_->layouts);
}

bool Site::has_layout(std::string_view name) const {
  // jekyll-redirect-from brings a layout of its own.
  return state_->layouts.find(name) || (name == "redirect" && config().has_plugin("jekyll-redirect-from"));
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

std::string Site::layout_path(std::string_view name) const {
  const std::vector<TemplatePtr>* files = state_->layouts.find(name);
  return files ? files->back()->path : std::string();
}

std::string Site::include_path(std::string_view name) const {
  const TemplatePtr* file = state_->includes.find(below_includes(name));
  return file ? (*file)->path : std::string();
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

bool Site::layout_shows_title(std::string_view layout) const {
  return layout_is(*state_, layout, &Template::shows_title);
}

bool Site::layout_sets_base(std::string_view layout) const {
  return layout_is(*state_, layout, &Template::sets_base);
}

std::vector<std::string> Site::includes() const {
  return sorted_keys(state_->includes);
}
bool Site::has_include(std::string_view name) const {
  return state_->includes.find(below_includes(name)) != nullptr;
}

std::vector<std::string> Site::data_keys() const {
  std::vector<std::string> keys = sorted_keys(state_->data_files);
  for (std::string& key : keys) key = data_key(key.substr(config().data_dir.size() + 1));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool Site::unknown_layouts() const {
  return !config().theme.empty() || !config().remote_theme.empty();
}

std::vector<TermCount> Site::keys() const {
  std::vector<TermCount> counts;
  state_->keys.for_each([&](const std::string& key, std::uint32_t uses) {
    counts.push_back({key, uses});
    return true;
  });
  sort_counts(counts);
  return counts;
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
