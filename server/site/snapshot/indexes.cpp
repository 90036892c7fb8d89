// How a page or a file enters the indexes of a snapshot, and leaves them: by output, address, day, key, word.
#include <algorithm>
#include <iterator>
#include <utility>

#include "server/site/compute/page_order.h"
#include "server/site/snapshot/builder.h"
#include "server/site/snapshot/word_beginnings.h"
#include "server/text/path.h"
#include "server/text/unicode.h"
#include "server/text/url.h"

namespace site {
namespace {

std::vector<std::string> days_of(const Page& page) {
  std::vector<std::string> days;
  if (!page.is_post()) return days;
  if (std::string day = file_name_day(page.path); !day.empty()) days.push_back(std::move(day));
  if (page.date) {
    std::string day = iso_day(*page.date);
    if (days.empty() || days.front() != day) days.push_back(std::move(day));
  }
  return days;
}

std::vector<std::string> words_of_page(const Page* page) {
  return page ? word_beginnings(text::percent_decode(page->url) + ' ' + page->title.value + ' ' + page->slug)
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

}  // namespace

void SiteBuilder::index(PageId id, const Page& page) {
  facts_changed_ = true;
  if (page.published()) {
    if (!page.output.empty()) add_output(page.output, {id, nullptr});
    if (!page.url.empty()) add_id(state_.urls, page.url, id);
    if (page.is_post()) ++state_.written_posts;
  } else if (!page.output.empty()) {
    add_id(state_.unwritten, page.output, id);
  }
  for (const std::string& day : days_of(page)) add_id(state_.days, day, id);
  term_edits_.add(id, page);
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
    if (page.is_post()) --state_.written_posts;
  } else if (!page.output.empty()) {
    remove_id(state_.unwritten, page.output, id);
  }
  for (const std::string& day : days_of(page)) remove_id(state_.days, day, id);
  term_edits_.remove(id, page);
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
  for (std::string_view folder = text::parent_folder(path); !folder.empty() && folder != "/";
       folder = text::parent_folder(folder)) {
    count(counts, folder, more);
  }
}

}  // namespace site
