#include "server/site/site_builder.h"

#include <algorithm>
#include <iterator>

#include "server/site/generated.h"
#include "server/site/permalink.h"
#include "server/site/slugify.h"
#include "server/site/word_beginnings.h"
#include "server/text/unicode.h"

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

bool is_post(const Page& page) {
  return page.kind == PageKind::post || page.kind == PageKind::draft;
}

// The distinct names of a page's tags or categories.
std::vector<std::string_view> names(const std::vector<Term>& terms) {
  std::vector<std::string_view> result;
  result.reserve(terms.size());
  for (const Term& term : terms) {
    if (std::find(result.begin(), result.end(), term.name) == result.end()) result.push_back(term.name);
  }
  return result;
}

std::vector<std::string> days_of(const Page& page) {
  std::vector<std::string> days;
  if (!is_post(page)) return days;
  if (std::string day = file_name_day(page.path); !day.empty()) days.push_back(std::move(day));
  if (page.date) {
    std::string day = iso_day(*page.date);
    if (days.empty() || days.front() != day) days.push_back(std::move(day));
  }
  return days;
}

std::vector<std::string> words_of_page(const Page* page) {
  return page ? word_beginnings(unescape_path(page->url) + ' ' + page->title.value + ' ' + page->slug)
              : std::vector<std::string>();
}

void add_id(PersistentMap<PageIds>& map, std::string_view key, PageId id) {
  own(map.at(key)).push_back(id);
}

void remove_id(PersistentMap<PageIds>& map, std::string_view key, PageId id) {
  PageIds& ids = map.at(key);
  std::erase(own(ids), id);
  if (ids->empty()) map.erase(key);
}

void count(PersistentMap<std::uint32_t>& counts, std::string_view key, bool more) {
  std::uint32_t& value = counts.at(key);
  if (more) {
    ++value;
  } else if (--value == 0) {
    counts.erase(key);
  }
}

std::string layout_name(const Config& config, std::string_view path) {
  std::string name(path.substr(std::min(path.size(), config.layouts_dir.size() + 1)));
  return name.substr(0, name.rfind('.'));
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
  const auto gone = [&](std::string_view path) {
    return path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '/');
  };
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

void SiteBuilder::index(PageId id, const Page& page) {
  facts_changed_ = true;
  if (page.published()) {
    if (!page.output.empty()) add_output(page.output, {id, nullptr});
    if (!page.url.empty()) add_id(state_.urls, page.url, id);
    if (is_post(page)) ++state_.written_posts;
  } else if (!page.output.empty()) {
    add_id(state_.unwritten, page.output, id);
  }
  for (const std::string& day : days_of(page)) add_id(state_.days, day, id);
  const Dated dated{page.date ? page.date->seconds : 0, id};
  for (const std::string_view name : names(page.tags)) add_later(&SiteState::tags, name, dated);
  for (const std::string_view name : names(page.categories)) add_later(&SiteState::categories, name, dated);
  for (const std::string& key : page.keys) count(state_.keys, key, true);
  if (!page.redirect_from.empty() || !page.redirect_to.empty()) state_.redirecting.at(page.path) = id;
  if (page.kind == PageKind::page && (page.path == "index.html" || page.path.ends_with("/index.html"))) {
    state_.paginating.at(page.path) = id;
  }
}

void SiteBuilder::unindex(PageId id, const Page& page) {
  facts_changed_ = true;
  if (page.published()) {
    if (!page.output.empty()) remove_output(page.output, {id, nullptr});
    if (!page.url.empty()) remove_id(state_.urls, page.url, id);
    if (is_post(page)) --state_.written_posts;
  } else if (!page.output.empty()) {
    remove_id(state_.unwritten, page.output, id);
  }
  for (const std::string& day : days_of(page)) remove_id(state_.days, day, id);
  for (const std::string_view name : names(page.tags)) remove_later(&SiteState::tags, name, id);
  for (const std::string_view name : names(page.categories)) remove_later(&SiteState::categories, name, id);
  for (const std::string& key : page.keys) count(state_.keys, key, false);
  state_.redirecting.erase(page.path);
  state_.paginating.erase(page.path);
}

// `nullptr`: no page stood there before, or none stands there now. A letter typed into a title changes one
// word; the long lists of frequent ones stay as they are.
void SiteBuilder::index_words(PageId id, const Page* old, const Page* page) {
  if (old && page && old->url == page->url && old->title.value == page->title.value &&
      old->slug == page->slug) {
    return;
  }
  const std::vector<std::string> before = words_of_page(old);
  const std::vector<std::string> after = words_of_page(page);
  std::vector<std::string> changed;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(changed));
  for (const std::string& word : changed) remove_id(state_.words, word, id);
  changed.clear();
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(changed));
  for (const std::string& word : changed) add_id(state_.words, word, id);
}

void SiteBuilder::add_output(const std::string& output, Writer writer) {
  std::vector<Writer>& writers = state_.outputs.at(text::downcase(output));
  writers.push_back(std::move(writer));
  note_conflict(output, writers);
  count_folders(state_.output_folders, output, true);
}

void SiteBuilder::remove_output(const std::string& output, const Writer& writer) {
  const std::string key = text::downcase(output);
  std::vector<Writer>& writers = state_.outputs.at(key);
  std::erase_if(writers,
                [&](const Writer& other) { return other.page == writer.page && other.file == writer.file; });
  note_conflict(output, writers);
  if (writers.empty()) state_.outputs.erase(key);
  count_folders(state_.output_folders, output, false);
}

void SiteBuilder::note_conflict(const std::string& output, const std::vector<Writer>& writers) {
  const auto same = std::count_if(writers.begin(), writers.end(), [&](const Writer& writer) {
    return (writer.file ? writer.file->output : state_.pages[writer.page]->output) == output;
  });
  if (same > 1) {
    state_.conflicts.at(output) = true;
  } else if (state_.conflicts.size() > 0) {
    state_.conflicts.erase(output);
  }
}

void SiteBuilder::count_folders(PersistentMap<std::uint32_t>& counts, std::string_view path, bool more) {
  for (std::size_t end = path.rfind('/'); end != std::string_view::npos && end > 0;
       end = path.rfind('/', end - 1)) {
    count(counts, path.substr(0, end), more);
  }
}

SiteBuilder::TermEdit& SiteBuilder::edit_of(TermMap map, std::string_view term) {
  auto& edits = map == &SiteState::tags ? tag_edits_ : category_edits_;
  const auto found = edits.find(term);
  return found != edits.end() ? found->second : edits.try_emplace(std::string(term)).first->second;
}

// A page that is taken out and put back with another date stands in both lists; one number never belongs to
// two pages within one change, since a number that was given up and taken again is first removed, then added.
void SiteBuilder::add_later(TermMap map, std::string_view term, Dated page) {
  edit_of(map, term).added.push_back(page);
}

void SiteBuilder::remove_later(TermMap map, std::string_view term, PageId id) {
  TermEdit& edit = edit_of(map, term);
  edit.removed.push_back(id);
  std::erase_if(edit.added, [id](const Dated& page) { return page.id == id; });
}

void SiteBuilder::note_spelling(TermMap map, const std::string& term, bool used) {
  auto& by_slug = map == &SiteState::tags ? state_.tag_spellings : state_.category_spellings;
  const std::string slug = slugify(term);
  std::vector<std::string>& names = by_slug.at(slug);
  std::erase(names, term);
  if (used) names.insert(std::lower_bound(names.begin(), names.end(), term), term);
  if (names.empty()) by_slug.erase(slug);
}

void SiteBuilder::set_project(ProjectSettings settings) {
  state_.project = std::make_shared<const ProjectSettings>(std::move(settings));
}

void SiteBuilder::merge_terms() {
  const auto later_first = [&](PageId a, PageId b) { return newer(*state_.pages[a], *state_.pages[b]); };
  for (const TermMap map : {&SiteState::tags, &SiteState::categories}) {
    for (auto& [term, edit] : map == &SiteState::tags ? tag_edits_ : category_edits_) {
      const bool known = (state_.*map).find(term) != nullptr;
      PageIds& shared = (state_.*map).at(term);
      std::vector<PageId>& ids = own(shared);
      if (!edit.removed.empty()) {
        std::sort(edit.removed.begin(), edit.removed.end());
        std::erase_if(ids, [&gone = edit.removed](PageId id) {
          return std::binary_search(gone.begin(), gone.end(), id);
        });
      }
      if (edit.added.size() < 8) {
        for (const Dated& page : edit.added)
          ids.insert(std::upper_bound(ids.begin(), ids.end(), page.id, later_first), page.id);
      } else {
        std::sort(edit.added.begin(), edit.added.end(), [&later_first](const Dated& a, const Dated& b) {
          return a.seconds != b.seconds ? a.seconds > b.seconds : later_first(a.id, b.id);
        });
        const auto middle = static_cast<std::ptrdiff_t>(ids.size());
        for (const Dated& page : edit.added) ids.push_back(page.id);
        std::inplace_merge(ids.begin(), ids.begin() + middle, ids.end(), later_first);
      }
      const bool used = !ids.empty();
      if (known != used) note_spelling(map, term, used);
      if (!used) (state_.*map).erase(term);
    }
  }
  tag_edits_.clear();
  category_edits_.clear();
}

// Site#limit_posts!: of the posts that are read, the last ones stay. Only sites with this setting pay for it.
void SiteBuilder::limit_posts() {
  const std::int64_t limit = state_.sources.rules->config().limit_posts;
  if (limit <= 0) return;
  std::vector<PagePtr> posts;
  for (PageId id = 0; id < state_.pages.size(); ++id) {
    const PagePtr& page = state_.pages[id];
    if (page && is_post(*page) && (page->published() || page->publication == Publication::limited))
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

SitePtr SiteBuilder::finish() {
  if (facts_changed_) {
    limit_posts();
    choose_indexes();
  }
  merge_terms();
  set_ignored();
  if (!state_.project) state_.project = std::make_shared<const ProjectSettings>();
  if (!state_.outside) state_.outside = std::make_shared<const std::vector<std::string>>();
  if (facts_changed_ || !state_.generated) state_.generated = generate(state_);
  auto site = std::make_shared<Site>();
  site->state_ = std::make_shared<const SiteState>(std::move(state_));
  return site;
}

}  // namespace site
