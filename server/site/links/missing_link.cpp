#include "server/site/links/missing_link.h"

#include <algorithm>

#include "server/site/compute/permalink.h"
#include "server/site/links/answers.h"
#include "server/site/settings/plugins.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace site {
namespace {

using Verdict = Resolution::Verdict;

// Files that something else keeps in the destination, or a theme that is not here brings.
bool comes_from_elsewhere(const Site& site, const std::string& path) {
  if (site.outside(path)) return true;
  if (site.unknown_layouts() && path.starts_with("assets/")) return true;
  const auto& kept = site.config().keep_files;
  return std::any_of(kept.begin(), kept.end(),
                     [&](const std::string& name) { return text::is_within(path, name); });
}

// The address of what stands at `output`, as it should be written in a link.
std::string address_of(const Site& site, const std::string& output) {
  const auto pages = site.pages_writing(output);
  return site.config().baseurl + (pages.empty() ? '/' + escape_path(output) : pages.front()->url);
}

// The published page that is made of the file `path`; nullptr if there is none, or it is no Markdown.
PagePtr markdown_source(const Site& site, const std::string& path) {
  if (!site.config().is_markdown(path)) return nullptr;
  PagePtr page = site.page(text::normalized_path(path));
  return page && page->published() && !page->url.empty() ? page : nullptr;
}

// `[x](other.md)`: the file that the writer sees, not the address that readers need.
bool names_a_source(const Site& site, const Missed& link, Resolution& result) {
  PagePtr page = markdown_source(site, link.path);
  if (!page && link.relative)
    page = markdown_source(site, text::join_path(text::folder_of(link.from.path), link.reference));
  if (!page) return false;
  result.verdict = Verdict::source_path;
  result.suggestion = site.config().baseurl + page->url;
  result.page = std::move(page);
  return true;
}

// Relative to the address of a post, which has folders of its own; meant from the root or from the file.
bool is_right_elsewhere(const Site& site, const Missed& link, Resolution& result) {
  if (!link.relative || link.from.url.empty()) return false;
  for (const std::string_view folder : {std::string_view(), text::folder_of(link.from.path)}) {
    const std::string path = text::resolve_path("/" + std::string(folder), link.reference);
    if (path.size() < 2 || !answer(site, path.substr(1))) continue;
    result.verdict = Verdict::other_folder;
    result.suggestion = site.config().baseurl + escape_path(path);
    return true;
  }
  return false;
}

bool has_baseurl_twice(const Site& site, const Missed& link, Resolution& result) {
  const std::string& base = site.config().baseurl;
  const std::string path = '/' + link.path;
  if (base.empty() || !path.starts_with(base + '/')) return false;
  const std::string once = path.substr(base.size());
  if (!answer(site, once.substr(1))) return false;
  result.verdict = Verdict::doubled_baseurl;
  result.suggestion = base + escape_path(once);
  return true;
}

bool is_unpublished(const Site& site, const Missed& link, Resolution& result) {
  for (const std::string& output : answering_files(link.path)) {
    if (const auto pages = site.unpublished_at(output); !pages.empty()) {
      result.verdict = Verdict::unpublished;
      result.page = pages.front();
      return true;
    }
  }
  return false;
}

bool differs_by_case(const Site& site, const Missed& link, Resolution& result) {
  for (const std::string& output : answering_files(link.path)) {
    if (const std::string other = site.output_ignoring_case(output); !other.empty()) {
      result.verdict = Verdict::other_case;
      result.suggestion = address_of(site, other);
      return true;
    }
  }
  return false;
}

// The file that GitHub Pages makes the page at this place of, if it is GitHub Pages that builds this site; ""
// if there is none.
std::string source_on_github_pages(const Site& site, const std::string& path) {
  const Config& config = site.config();
  if (!config.perhaps_github_pages()) return {};
  constexpr std::string_view page_extension = ".html";
  constexpr std::string_view index = "index.html";
  for (const std::string& output : answering_files(path)) {
    if (!output.ends_with(page_extension)) continue;
    const std::string stem = output.substr(0, output.size() - page_extension.size());
    for (const std::string& extension : config.markdown_ext) {
      const std::string source = stem + '.' + extension;
      if (site.static_file_at(source) && is_page_without_front_matter(config, source, Builder::github_pages))
        return source;
    }
    if (text::file_name(output) != index) continue;
    for (const std::string_view name : {"README.md", "readme.md", "Readme.md", "README.markdown"}) {
      const std::string source = text::join_path(text::folder_of(output), name);
      const bool stands = site.static_file_at(source) || site.page(source);
      if (stands && is_readme_index(config, source, Builder::github_pages)) return source;
    }
  }
  return {};
}

}  // namespace

void judge_missing(const Site& site, const Missed& link, Resolution& result) {
  if (comes_from_elsewhere(site, link.path)) return;
  if (site.runs_unknown_code() && !is_unpublished(site, link, result)) {
    result.unknown_code = true;
    return;
  }
  if (has_baseurl_twice(site, link, result) || differs_by_case(site, link, result) ||
      names_a_source(site, link, result) || is_unpublished(site, link, result) ||
      is_right_elsewhere(site, link, result))
    return;
  result.github_pages_source = source_on_github_pages(site, link.path);
  if (result.github_pages_source.empty()) result.verdict = Verdict::missing;
}

}  // namespace site
