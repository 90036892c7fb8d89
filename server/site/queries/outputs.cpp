// What of a snapshot answers at an address, and which files would write the same output.
#include <algorithm>
#include <utility>

#include "server/site/site.h"
#include "server/site/snapshot/state.h"
#include "server/text/path.h"
#include "server/text/unicode.h"

namespace site {
namespace {

std::string_view output_of(const SiteState& state, const Writer& writer) {
  return writer.file ? std::string_view(writer.file->output)
                     : std::string_view(state.pages[writer.page]->output);
}

}  // namespace

std::vector<PagePtr> Site::pages_at_url(std::string_view url) const {
  return by_path(pages_under(*state_, state_->urls, url));
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

bool Site::outside(std::string_view output) const {
  return std::any_of(state_->outside->begin(), state_->outside->end(),
                     [&](const std::string& link) { return text::is_within(output, link); });
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
  return by_path(pages_under(*state_, state_->unwritten, output));
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

}  // namespace site
