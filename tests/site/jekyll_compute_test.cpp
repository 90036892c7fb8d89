// Random small sites, read by the installed Jekyll and by compute_page: every value must be the same.
//   JEKYLL_COMPUTE_SEED, JEKYLL_COMPUTE_SITES: another seed, more sites.
// The installed Jekyll may be Debian's, which reads YAML with plain Psych where the published gem uses
// SafeYAML. The generator therefore writes none of: sexagesimal numbers (12:30), `1.` and `1,000.5`, symbols
// (:a), YAML tags, unknown aliases, `1:2:3:4`, days such as 2020-1-2 without quotes, `08`. It also leaves out
// a default `date`, which Jekyll 4.3 takes as text only.

#include <chrono>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "server/site/compute/page_facts.h"
#include "server/site/settings/read_config.h"
#include "tests/support/ruby.h"

namespace {

using nlohmann::json;

constexpr const char* now_text = "2026-11-24T06:00:00+00:00";
constexpr std::int64_t modified = 1'600'000'000;  // of every file

struct File {
  std::string path;
  site::PageKind kind = site::PageKind::page;
  std::string collection;
  std::string text;
};

struct Sample {
  std::string config;
  std::vector<File> files;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Sample sample() {
    Sample out;
    const bool collections_dir = chance(6);
    const std::string root = collections_dir ? "coll/" : "";
    out.config = config(collections_dir);
    add(out, site::PageKind::post, "posts", root,
        {"_posts/", "_posts/", "_posts/sub/", "Foo/Bar/_posts/", "c d/_posts/", "x/_posts/y/",
         "my_posts/_posts/"});
    add(out, site::PageKind::draft, "posts", root, {"_drafts/", "z/_drafts/", "_drafts/deep/"});
    add(out, site::PageKind::document, "notes", root, {"_notes/", "_notes/sub dir/", "_notes/x/_posts/"});
    add(out, site::PageKind::document, "my.docs", root, {"_my.docs/", "_my.docs/한글/"});
    add(out, site::PageKind::page, "", "", {"", "sub/", "a b/", "sub/deep/", "한글/"});
    return out;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  std::string pick(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }

  std::string template_text() {
    return pick({"date", "pretty", "none", "ordinal", "weekdate", "/:categories/:title/",
                 "/blog/:year/:month/:title", "/:title:output_ext",
                 "/:slugified_categories/:i_day-:short_month/:slug.html", "/:collection/:path/",
                 "/:name/:year:y_day/", "/x/:categories/:w_year/:week/:w_day/:title/"});
  }

  std::string config(bool collections_dir) {
    std::string out;
    if (!chance(3)) out += "permalink: " + template_text() + "\n";
    if (chance(2))
      out += "timezone: " + pick({"Asia/Seoul", "America/New_York", "Europe/Paris", "UTC"}) + "\n";
    if (chance(3)) out += "future: true\n";
    if (chance(4)) out += "unpublished: true\n";
    if (chance(2)) out += "show_drafts: true\n";
    if (collections_dir) out += "collections_dir: coll\n";
    out += "collections:\n";
    if (chance(6)) out += "  posts:\n    permalink: /p/:year/:title/\n";
    out += "  notes:\n    output: " + pick({"true", "false", "true"}) + "\n";
    if (chance(3))
      out += "    permalink: " + pick({"/n/:path/", "/:collection/:name", "/:title.html", "/:year/:slug"}) +
             "\n";
    out += "  my.docs:\n    output: true\n";
    if (!chance(3)) {
      out += "defaults:\n";
      for (std::size_t i = below(4) + 1; i > 0; --i) out += default_set();
    }
    return out;
  }

  std::string default_set() {
    const std::string path = pick({"", "", "_posts", "_notes", "_notes/sub dir", "sub", "_posts/2", "Foo",
                                   "*/_posts", "**/_posts/*", "coll/_notes", "sub/*", "_drafts", "/sub", "_*",
                                   "{sub,_notes}/*", "**/*.md", "a*/"});
    std::string out = "  - scope:\n      path: \"" + path + "\"\n";
    if (chance(2))
      out += "      type: " + pick({"posts", "pages", "notes", "post", "page", "drafts", "my.docs"}) + "\n";
    out += "    values:\n      k: 1\n";
    if (chance(2)) out += "      layout: " + pick({"post", "page", "none", "null"}) + "\n";
    if (chance(3)) out += "      title: " + pick({"From defaults", "2020", "null", "\"\""}) + "\n";
    if (chance(3)) out += "      categories: " + pick({"d e", "[D, E F]", "null", "[1]"}) + "\n";
    if (chance(4)) out += "      category: " + pick({"single", "null"}) + "\n";
    if (chance(3)) out += "      tags: " + pick({"t u", "[T, [U]]", "null"}) + "\n";
    if (chance(5)) out += "      tag: solo\n";
    if (chance(5))
      out += "      permalink: " + pick({"/def/:title/", "/def/:basename/", "/fixed.html"}) + "\n";
    if (chance(6)) out += "      published: " + pick({"false", "true", "null"}) + "\n";
    if (chance(6)) out += "      slug: from-defaults\n";
    return out;
  }

  void add(Sample& out, site::PageKind kind, const std::string& collection, const std::string& root,
           const std::vector<std::string>& folders) {
    for (std::size_t i = below(4) + 1; i > 0; --i) {
      File file{root + pick(folders) + name(kind), kind, collection, text(kind)};
      // A page named like another, or one that the reader would not take, proves nothing.
      bool known = false;
      for (const File& other : out.files) known = known || other.path == file.path;
      if (!known) out.files.push_back(std::move(file));
    }
  }

  std::string name(site::PageKind kind) {
    const std::string stem = pick({"hello", "Über uns", "c#1", "v1.2", "trail.", "a_b", "한글", "UPPER-case",
                                   "what's up!", "100%", "index", "a--b", "e@x"});
    const std::string day =
        pick({"2020-01-05", "2021-12-31", "19-3-7", "2016-2-30", "2031-05-06", "1999-7-01", "2026-11-24"});
    if (kind == site::PageKind::post) return day + "-" + stem + pick({".md", ".markdown", ".html", ".MD"});
    const bool dated = kind != site::PageKind::page && chance(3);
    const std::string ext = kind == site::PageKind::page
                                ? pick({".md", ".md", ".html", ".xml", ".scss", ".txt", ".markdown"})
                                : pick({".md", ".md", ".html", ".txt"});
    return (dated ? day + "-" : "") + stem + ext;
  }

  std::string text(site::PageKind kind) {
    if ((kind == site::PageKind::post || kind == site::PageKind::draft) && chance(12))
      return "# no front matter\n";
    if (kind != site::PageKind::page && chance(15)) return "---\ntitle: [broken\n---\nx\n";
    if (kind == site::PageKind::page && chance(25)) return "---\ntitle: \"broken\nx: y\n---\nx\n";
    if (kind != site::PageKind::page && chance(25))
      return "---\n" + pick({"- a\n- b", "just text", "false", "null"}) + "\n---\nx\n";
    std::string out = "---\n";
    if (chance(2)) {
      out += "title: " +
             pick({"A title", "\"\"", "2020", "", "1.50", "true", "false", "'it''s'", "[a, b]", "2020-01-05",
                   "null"}) +
             "\n";
    }
    if (chance(3)) {
      out += "date: " +
             pick({"2019-05-06", "2019-05-06 20:30:00", "2019-05-06 23:30:00 +0900", "2019-05-06 20:30",
                   "\"Jan 5, 2020 3pm\"", "2032-01-01", "2019-05-06T10:00:00Z", "20190506",
                   "2019-05-06 10:00 EST", "2026-11-24 06:00:00"}) +
             "\n";
    }
    if (kind != site::PageKind::page && chance(150))
      out += "date: " + pick({"hello", "", "2020-13-45", "2020", "true"}) + "\n";
    if (chance(3)) {
      out += "categories: " +
             pick({"x y", "[A, B c]", "[A, [B, C], 2020]", "\"x, y\"", "null", "[a, null, a]", "[]", "한글 Ü",
                   "[true, 1.5]"}) +
             "\n";
    }
    if (kind != site::PageKind::page && chance(30))
      out += "categories: " + pick({"5", "{a: b}", "true"}) + "\n";
    if (chance(4))
      out += "category: " + pick({"one two", "[p, [q]]", "2020", "null", "false", "{a: 1}"}) + "\n";
    if (chance(2)) {
      out += "tags: " +
             pick({"x y", "[A, B c]", "[A, [B, [C]], 2020]", "\"x, y\"", "null", "[a, null, a]", "5",
                   "{a: b}", "[2020-01-05]", "[true]"}) +
             "\n";
    }
    if (chance(5)) out += "tag: " + pick({"one two", "[p, q]", "2020", "null", "false", "2020-01-05"}) + "\n";
    if (chance(6)) {
      out += "permalink: " +
             pick({"/fix/", "/fix", "/fix.html", "/:title/", "/한글/", "/v1.2", "pretty", "a b/../c",
                   "/:year/:slug/", "/x/:output_ext", "null", "false", "/.hid/x",
                   "/:categories/:title:output_ext", "relative/x.txt"}) +
             "\n";
    }
    if (kind != site::PageKind::page && chance(40))
      out += "permalink: " + pick({"/:nope/", "\"\"", "/:hash/x"}) + "\n";
    if (chance(5)) out += "slug: " + pick({"own-slug", "Own Slug", "\"!!\"", "null", "\"\"", "Ünï"}) + "\n";
    if (chance(6)) out += "published: " + pick({"false", "true", "null", "\"false\"", "no"}) + "\n";
    if (chance(3)) out += "layout: " + pick({"post", "none", "null", "false", "page", "\"\""}) + "\n";
    return out + "---\n\n# Heading\n";
  }

  std::mt19937 random_;
};

std::string plain(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : value.dump();
}

template <typename Names>
std::vector<std::string> names_of(const Names& terms) {
  std::vector<std::string> out;
  for (const auto& term : terms) out.push_back(term.name);
  return out;
}

class Comparison {
 public:
  Comparison(const Sample& sample, const json& theirs) : sample_(sample), theirs_(theirs) {
    environment_.config =
        std::make_shared<const site::Config>(site::read_config("_config.yml", sample.config, ""));
    environment_.zone =
        dates::TimeZone(environment_.config->timezone.empty() ? "UTC" : environment_.config->timezone);
    environment_.now = environment_.zone.at(dates::parse_iso8601(now_text)->seconds);
  }

  // Number of documents compared.
  std::size_t run() {
    std::map<std::string, site::Page> ours;
    bool aborts = false;
    for (const File& file : sample_.files) {
      syntax::ParseOptions options;
      options.format = environment_.config->is_markdown(file.path) ? syntax::ParseOptions::Format::markdown
                                                                   : syntax::ParseOptions::Format::html;
      const syntax::Document document(file.text, options);
      site::Page page =
          site::compute_page(environment_, {file.path, file.kind, file.collection, modified}, document);
      aborts = aborts || page.publication == site::Publication::bad_date;
      ours.emplace(file.path, std::move(page));
    }
    if (theirs_.contains("error")) {
      EXPECT_TRUE(aborts) << theirs_["error"] << described("");
      return 0;
    }
    EXPECT_FALSE(aborts) << described("");
    std::size_t count = 0;
    for (const char* list : {"documents", "left_out"}) {
      for (const json& document : theirs_[list]) {
        if (document.contains("error")) continue;  // a draft that only the second reading sees stops it
        const auto page = ours.find(document["path"].get<std::string>());
        if (page == ours.end()) {
          ADD_FAILURE() << "unexpected " << document.dump() << described("");
          continue;
        }
        compare(document, page->second);
        ++count;
      }
    }
    return count;
  }

 private:
  std::string described(const std::string& path) const {
    std::string out = "\n" + sample_.config;
    for (const File& file : sample_.files) {
      if (path.empty() || file.path == path) out += "-- " + file.path + " --\n" + file.text;
    }
    return out;
  }

  void compare(const json& theirs, const site::Page& ours) {
    const std::string where = described(ours.path) + theirs.dump(1);
    EXPECT_EQ(ours.url, theirs["url"].is_string() ? theirs["url"].get<std::string>() : "") << where;
    if (theirs["destination"].is_string()) {
      EXPECT_EQ(ours.output, theirs["destination"].get<std::string>()) << where;
    }
    EXPECT_EQ(ours.published(), theirs["written"] == true) << where;
    if (!theirs["title"].is_structured()) {
      EXPECT_EQ(ours.title.value, plain(theirs["title"])) << where;
    }
    const std::string layout = plain(theirs["layout"]);
    EXPECT_EQ(ours.layout.value, layout == "none" || layout == "false" ? "" : layout) << where;
    if (ours.kind == site::PageKind::page) return;
    EXPECT_EQ(ours.date ? dates::iso8601(*ours.date) : "", theirs["date"].get<std::string>()) << where;
    EXPECT_EQ(ours.slug, plain(theirs["slug"])) << where;
    // A null among the categories is one for Jekyll, and once more as text; it has no name, so we leave it
    // out.
    std::vector<std::string> categories = theirs["categories"].get<std::vector<std::string>>();
    std::erase(categories, "");
    EXPECT_EQ(names_of(ours.categories), categories) << where;
    if (theirs["tags"].is_array() && !ours.data_invalid) {
      EXPECT_EQ(names_of(ours.tags), theirs["tags"].get<std::vector<std::string>>()) << where;
    }
  }

  const Sample& sample_;
  const json& theirs_;
  site::Environment environment_;
};

TEST(JekyllCompute, AgreesWithTheInstalledJekyllOnRandomSites) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Jekyll here";
  const unsigned seed = setting("JEKYLL_COMPUTE_SEED", 1);
  const unsigned sites = setting("JEKYLL_COMPUTE_SITES", 40);
  RecordProperty("seed", static_cast<int>(seed));
  std::cout << "seed " << seed << ", " << sites << " sites\n";

  const TemporaryFolder folder;
  Generator generator(seed);
  std::vector<Sample> samples;
  std::string list;
  for (unsigned i = 0; i < sites; ++i) {
    samples.push_back(generator.sample());
    const std::string name = "site" + std::to_string(i);
    folder.write(name + "/_config.yml", samples.back().config);
    for (const File& file : samples.back().files) {
      const std::filesystem::path path = folder.write(name + "/" + file.path, file.text);
      const std::chrono::sys_seconds time{std::chrono::seconds{modified}};
      std::filesystem::last_write_time(path, std::chrono::file_clock::from_sys(time));
    }
    list += (folder.path() / name).string() + "\n";
  }
  const std::string input = folder.write("list", list).string();
  std::istringstream answers(output_of("ruby '" JEKYLL_LS_TEST_DIR
                                       "/support/jekyll_model.rb' --batch --now " +
                                       std::string(now_text) + " < '" + input + "'"));
  std::size_t compared = 0;
  std::size_t read = 0;
  for (std::string line; std::getline(answers, line) && read < samples.size(); ++read) {
    const json theirs = json::parse(line, nullptr, false);
    ASSERT_FALSE(theirs.is_discarded()) << line;
    compared += Comparison(samples[read], theirs).run();
    if (HasFailure()) break;  // the first difference says enough
  }
  EXPECT_EQ(read, samples.size());
  EXPECT_GT(compared, sites);
  std::cout << compared << " documents compared\n";
}

}  // namespace
