// A law: a snapshot after any changes answers every question like one that is built afresh.
//   JEKYLL_LAW_SEED, JEKYLL_LAW_SITES: another seed, more sites.

#include <algorithm>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

#include "server/site/links/resolve.h"
#include "tests/site/conformance/random_site.h"
#include "tests/support/fixture.h"
#include "tests/support/ruby.h"

namespace site {
namespace {

void list(std::ostream& out, const std::string& name, const std::vector<PagePtr>& pages) {
  out << name << ":";
  for (const PagePtr& page : pages) out << ' ' << page->path;
  out << '\n';
}

void counts(std::ostream& out, const std::string& name, const std::vector<TermCount>& terms) {
  for (const TermCount& term : terms) out << name << ' ' << term.name << ' ' << term.count << '\n';
}

void texts(std::ostream& out, const std::string& name, std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  for (const std::string& value : values) out << name << ' ' << value << '\n';
}

void describe(std::ostream& out, const Site& site, const Page& page, bool old) {
  out << page.path << " kind " << static_cast<int>(page.kind) << " state "
      << static_cast<int>(page.publication) << " url " << page.url << " output " << page.output << " title "
      << page.title.value << " layout " << page.layout.value << '\n';
  // Of files that are included by their place an old snapshot has no text of its own.
  const PageContentPtr content =
      old && page.path == "beside.md" ? std::make_shared<PageContent>() : site.content(site.page(page.path));
  for (const PageHeading& heading : content->headings)
    out << "  heading " << heading.text << " #" << heading.id << " line " << heading.line << '\n';
  for (const std::string& id : content->anchors) out << "  anchor " << id << '\n';
  out << "  ids masked " << content->ids_masked << '\n';
  list(out, "  at url", site.pages_at_url(page.url));
  list(out, "  writing", site.pages_writing(page.output));
  list(out, "  unpublished", site.unpublished_at(page.output));
  list(out, "  conflicting", site.conflicting(page));
  for (const std::string& path : site.case_twins(page)) out << "  case twin " << path << '\n';
  out << "  other case " << site.output_ignoring_case(page.output) << '\n';
  for (const Term& tag : page.tags) list(out, "  tagged " + tag.name, site.tagged(tag.name, 100));
  for (const Term& category : page.categories)
    list(out, "  in " + category.name, site.in_category(category.name, 100));
  if (page.date) list(out, "  on its day", site.posts_on(dates::iso8601(*page.date).substr(0, 10)));
  out << "  link " << static_cast<int>(resolve_link(site, page, "../about#head").verdict) << '\n';
}

// Every public query, as text.
std::string describe(const Site& site, bool old = false) {
  std::ostringstream out;
  out << site.page_count() << " pages\n";
  for (const PagePtr& page : site.sorted_pages()) describe(out, site, *page, old);
  for (const auto& [path, url] : site.static_files()) {
    out << "file " << path << ' ' << url << ' ' << site.static_file_at(url.substr(1)) << '\n';
  }
  for (const Conflict& conflict : site.conflicts()) {
    out << "conflict " << conflict.url << '\n';
    texts(out, " of", conflict.paths);
  }
  for (const std::string& path : site.written_by_hand()) out << "by hand " << path << '\n';
  for (const IgnoredFile& file : site.ignored())
    out << "ignored " << file.path << site.is_ignored(file.path) << '\n';
  for (const GeneratedPage& page : site.generated()) {
    out << "generated " << page.by << ' ' << page.url << ' ' << site.generated_at(page.url.substr(1)) << '\n';
  }
  counts(out, "tag", site.tags());
  counts(out, "category", site.categories());
  for (const TermCount& tag : site.tags()) counts(out, "like " + tag.name, site.tags_like(tag.name));
  for (const TermCount& category : site.categories())
    counts(out, "like " + category.name, site.categories_like(category.name));
  counts(out, "key", site.keys());
  texts(out, "layout", site.layouts());
  texts(out, "include", site.includes());
  texts(out, "data", site.data_keys());
  std::vector<std::string> addresses;
  site.for_each_address([&](std::string_view url) {
    addresses.emplace_back(url);
    return true;
  });
  texts(out, "address", addresses);
  for (const char* folder : {"", "sub", "assets", "_site", "2024"}) out << site.static_directory_at(folder);
  return out.str();
}

SitePtr load(const std::shared_ptr<support::MemoryFileSystem>& files) {
  LoadOptions options;
  options.now = support::fixture_time();
  options.machine_zone = "UTC";
  options.threads = 1;
  return load_site(files, options);
}

// The first line that differs, for a failure one can read.
std::string first_difference(const std::string& changed, const std::string& fresh) {
  std::istringstream left(changed);
  std::istringstream right(fresh);
  std::string a;
  std::string b;
  while (true) {
    const bool more_left = static_cast<bool>(std::getline(left, a));
    const bool more_right = static_cast<bool>(std::getline(right, b));
    if (!more_left && !more_right) return "";
    if (a != b || more_left != more_right) return "after changes: " + a + "\nbuilt afresh:  " + b;
  }
}

constexpr const char* liquid_page = R"md(---
title: Liquid
---
{% include part.md x="X" %}

{% for name in site.data.list %}
## {{ name }}
{% endfor %}

# {% link about.md %}
)md";

class Editing {
 public:
  explicit Editing(unsigned seed) : generator_(seed), random_(seed) {
    conformance::RandomSite made = generator_.site();
    std::string& config = made.files["_config.yml"];
    config +=
        "paginate: 2\nplugins: [jekyll-paginate, jekyll-archives, jekyll-redirect-from, jekyll-feed, "
        "jekyll-sitemap]\n";
    config += "jekyll-archives:\n  enabled: all\n";
    made.files["liquid.md"] = liquid_page;
    made.files["_includes/part.md"] = "## Part\n";
    made.files["_data/list.yml"] = "[One, Two]\n";
    made.files["beside.md"] = "---\n---\n{% include_relative relative.md %}\n";
    made.files["relative.md"] = "---\n---\n## Relative\n";
    for (const auto& [path, text] : made.files) paths_.insert(path);
    disk = std::make_shared<support::MemoryFileSystem>(made.files);
    site = load(disk);
  }

  // One save, or a checkout that touches many files.
  void step() {
    std::vector<Change> changes;
    const std::size_t count = below(4) == 0 ? 1 + below(12) : 1;
    for (std::size_t i = 0; i < count; ++i) changes.push_back(change());
    site = site->with_changes(changes);
  }

  std::shared_ptr<support::MemoryFileSystem> disk;
  SitePtr site;

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::string any_path() {
    auto at = paths_.begin();
    std::advance(at, below(paths_.size()));
    return *at;
  }

  // What the page is rendered from changes, under the page.
  Change liquid_change() {
    static const std::vector<std::pair<std::string, std::vector<std::string>>> choices = {
        {"_includes/part.md", {"## Part\n", "## Other {{ include.x }}\n", "{% include more.md %}\n", ""}},
        {"_includes/more.md", {"## More {{ page.title }}\n", "<p id=\"more\"></p>\n"}},
        {"_data/list.yml", {"[One, Two]\n", "[Three]\n", "no: list\n"}},
        {"_data/list/below.yml", {"- a\n"}},
        {"relative.md", {"---\n---\n## Relative\n", "---\n---\n## Moved\n"}},
        {"about.md", {"---\npermalink: /x/\n---\n", "---\n---\n"}},
        {"liquid.md", {liquid_page, "---\ntitle: Changed\n---\n# {{ page.title }}\n"}}};
    const auto& [path, texts] = choices[below(choices.size())];
    return chance_of_removal() ? remove(path) : write(path, texts[below(texts.size())]);
  }

  bool chance_of_removal() { return below(4) == 0; }

  Change change() {
    if (below(3) == 0) return liquid_change();
    const std::string old = any_path();
    const bool config = old == "_config.yml";
    const std::size_t slash = old.rfind('/');
    switch (below(6)) {
      case 0:
        if (!config) return remove(old);
        break;
      case 1:  // a whole folder
        if (slash != std::string::npos) return remove_folder(old.substr(0, slash));
        break;
      case 2:
      case 3: {  // another text for a file that is there
        if (!config) return write(old, generator_.file().second);
        break;
      }
      default:
        break;
    }
    auto [path, text] = generator_.file();
    for (const std::string& other : paths_) {
      if (other.starts_with(path + '/') || path.starts_with(other + '/'))
        return {"nothing/here", std::nullopt};
    }
    return write(path, text);
  }

  Change write(const std::string& path, const std::string& text) {
    paths_.insert(path);
    disk->write(path, text);
    return {path, text};
  }

  Change remove(const std::string& path) {
    paths_.erase(path);
    disk->remove(path);
    return {path, std::nullopt};
  }

  Change remove_folder(const std::string& folder) {
    for (auto at = paths_.begin(); at != paths_.end();) {
      const bool inside = at->starts_with(folder + '/');
      if (inside) disk->remove(*at);
      at = inside ? paths_.erase(at) : std::next(at);
    }
    return {folder, std::nullopt};
  }

  conformance::SiteGenerator generator_;
  std::mt19937 random_;
  std::set<std::string> paths_;
};

TEST(SnapshotLaw, ChangesGiveWhatBuildingAfreshGives) {
  const unsigned seed = setting("JEKYLL_LAW_SEED", 20261123);
  const unsigned count = setting("JEKYLL_LAW_SITES", 40);
  for (unsigned i = 0; i < count; ++i) {
    SCOPED_TRACE("seed " + std::to_string(seed + i));
    Editing editing(seed + i);
    const SitePtr first = editing.site;
    const std::string before = describe(*first, true);
    for (int step = 0; step < 12; ++step) {
      editing.step();
      ASSERT_EQ(first_difference(describe(*editing.site), describe(*load(editing.disk))), "")
          << "step " << step;
    }
    ASSERT_EQ(first_difference(describe(*first, true), before), "") << "the first snapshot has changed";
  }
}

}  // namespace
}  // namespace site
