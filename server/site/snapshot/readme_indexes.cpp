// Which READMEs are the index of their folder. Source: jekyll-readme-index/generator.rb, which asks the
// addresses of pages and copied files, not their names.
#include <algorithm>
#include <string>
#include <vector>

#include "server/site/snapshot/builder.h"
#include "server/text/path.h"
#include "server/text/unicode.h"

namespace site {
namespace {

// Does a page or file other than the READMEs behind `readme` answer for its folder?
bool has_other_index(const SiteState& state, const Page& readme) {
  const std::string folder = text::downcase(text::folder_of(readme.output));
  for (const std::string_view name : {"index.html", "index.htm", "index.xhtml", "index.xml"}) {
    const std::vector<Writer>* writers = state.outputs.find(folder + std::string(name));
    if (!writers) continue;
    for (const Writer& writer : *writers) {
      if (writer.file) return true;
      const Page& page = *state.pages[writer.page];
      const bool later = page.path >= readme.path && state.readmes.find(page.path);
      if (page.kind == PageKind::page && !later) return true;
    }
  }
  return false;
}

}  // namespace

void SiteBuilder::put_readme(const std::string& path, const PagePtr& page) {
  if (page) {
    facts_changed_ = true;
    state_.readmes.at(path) = page;
  } else if (state_.readmes.find(path)) {
    facts_changed_ = true;
    state_.readmes.erase(path);
  }
}

void SiteBuilder::choose_indexes() {
  std::vector<PagePtr> readmes;
  state_.readmes.for_each([&](const std::string&, const PagePtr& page) {
    readmes.push_back(page);
    return true;
  });
  std::sort(readmes.begin(), readmes.end(),
            [](const PagePtr& a, const PagePtr& b) { return a->path < b->path; });
  for (const PagePtr& readme : readmes) {
    if (has_other_index(state_, *readme)) {
      remove_page(readme->path);
    } else {
      put_page(readme);
    }
  }
}

}  // namespace site
