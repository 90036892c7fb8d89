#include "tests/site/conformance/random_site.h"

namespace conformance {

std::size_t SiteGenerator::below(std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
}

bool SiteGenerator::chance(std::size_t one_in) {
  return below(one_in) == 0;
}

std::string SiteGenerator::pick(const std::vector<std::string>& choices) {
  return choices[below(choices.size())];
}

RandomSite SiteGenerator::site() {
  RandomSite result;
  result.files["_config.yml"] = config();
  const std::size_t count = 8 + below(25);
  for (std::size_t i = 0; i < count; ++i) {
    auto [path, text] = file();
    bool clashes = false;  // a file and a folder of one name
    for (const auto& [other, unused] : result.files) {
      clashes = clashes || path.starts_with(other + '/') || other.starts_with(path + '/');
    }
    if (!clashes) result.files[path] = std::move(text);
  }
  if (chance(4)) {
    // A link to a folder or a file beside it; never to a folder above, which Jekyll would follow for long.
    const std::string target = pick({"sub", "assets", "docs", "_posts", "about.md", "nowhere/x.md"});
    const std::string link = pick({"alias", "_posts/alias", "_things/alias", "sub/alias.md"});
    const bool inside = link.find('/') != std::string::npos;
    const bool above = link.starts_with(target + '/');
    bool exists = false;
    for (const auto& [path, unused] : result.files)
      exists = exists || path == target || path.starts_with(target + '/');
    if (exists && !above) result.links.emplace_back(link, (inside ? "../" : "") + target);
  }
  return result;
}

std::pair<std::string, std::string> SiteGenerator::file() {
  std::string path = folder() + name();
  std::string content = text(path);
  return {std::move(path), std::move(content)};
}

std::string SiteGenerator::folder() {
  std::string below_collections = chance(3) ? "" : collections_dir_;
  if (!below_collections.empty()) below_collections += '/';
  switch (below(12)) {
    case 0:
    case 1:
      return below_collections +
             pick({"_posts/", "_posts/", "_posts/deep/", "_posts/_under/", "_posts/a/_b/", "_posts/.dot/"});
    case 2:
      return below_collections + pick({"sub/_posts/", "Sub Dir/_posts/", "x/y/_posts/", "_hidden/_posts/",
                                       "_drafts/", "sub/_drafts/"});
    case 3:
    case 4:
      return below_collections + pick({"_things/", "_things/in/", "_things/_in/", "_things/.in/",
                                       "_things/a/_b/c/", "_silent/", "_undeclared/"});
    case 5:
      return pick({"_layouts/", "_includes/", "_data/", "_layouts/more/", "_sass/"});
    case 6:
      return pick({"assets/", "assets/css/", "node_modules/x/", "vendor/bundle/", "vendor/x/", "gemfiles/",
                   "_site/", "public/"});
    case 7:
      return pick({".dot/", "_under/", "#hash/", "back~/", "dots./", "_pages/", ".well-known/"});
    default:
      return pick({"", "", "", "sub/", "sub/deep/", "docs/", "login/", "a b/", "é/"});
  }
}

std::string SiteGenerator::name() {
  const std::string extension = pick({".md", ".md", ".md", ".markdown", ".html", ".txt", ".MD", ".css",
                                      ".scss", ".png", ".json", "", ".", ".x.md"});
  switch (below(4)) {
    case 0:
      return pick({"2024-01-05-", "2024-1-5-", "24-01-05-", "2030-01-01-", "2024-02-30-", "2024-01-05",
                   "20240105-"}) +
             pick({"hello", "two words", "a.b", "", "HeLLo", "ÿ", "x~"}) + extension;
    case 1:
      return pick({"index", "about", "readme", "README", "LICENSE", "logo", "log", "secret", "Gemfile",
                   "CNAME"}) +
             extension;
    case 2:
      return pick({".htaccess", ".hidden.md", "_redirects", "_under.md", "#x.md", "~x.md", "x.md~", "x.",
                   "a..md", "trail..md", "feed.xml", "x#y.md", "100%.md", "q?.md", "[b].md"});
    default:
      return pick({"one", "two", "three", "page-x", "1", "한글", "a b"}) + extension;
  }
}

std::string SiteGenerator::front_matter() {
  std::string result;
  if (chance(2)) result += "title: " + pick({"A title", "\"Quoted: yes\"", "제목", "12"}) + "\n";
  if (chance(5)) result += "published: " + pick({"false", "true", "\"false\""}) + "\n";
  if (chance(6))
    result += "permalink: " + pick({"/same/", "/x/:title/", "/p.html", "plain", "/dir/sub/"}) + "\n";
  if (chance(5)) result += "date: " + pick({"2025-05-05", "2030-05-05", "2024-05-05 10:00:00 +0900"}) + "\n";
  if (chance(4)) result += "tags: " + pick({"[a, b]", "a b", "x"}) + "\n";
  if (chance(5)) result += "categories: " + pick({"[Up, down]", "one two"}) + "\n";
  if (chance(4)) result += "layout: " + pick({"base", "none", "missing"}) + "\n";
  return result;
}

std::string SiteGenerator::text(const std::string& name) {
  const std::string body = "# Head\n\nText.\n";
  std::string result;
  // We do not look for front matter in images, Jekyll does; nobody writes it there.
  if (name.ends_with(".png")) return body;
  switch (below(12)) {
    case 0:
      result = body;
      break;
    case 1:
      result = "\n---\ntitle: late\n---\n" + body;
      break;
    case 2:
      result = "--- \ntitle: blank behind\n---\n" + body;
      break;
    case 3:
      result = "---\n---\n";
      break;
    case 4:
      result = pick({"---", "---\n", "----\nx: y\n----\n", "--- x\n---\n", "", "---\nnot: closed\n"});
      break;
    default:
      result = "---\n" + front_matter() + "---\n" + body;
      break;
  }
  if (chance(12)) result = "\xEF\xBB\xBF" + result;
  if (chance(15)) {
    std::string crlf;
    for (const char c : result) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    result = crlf;
  }
  const bool post = name.find("_posts/") != std::string::npos;
  if (post && chance(15)) result += "\xFF\xFE";  // Jekyll drops posts that are not UTF-8
  return result;
}

std::string SiteGenerator::config() {
  std::string result = "collections:\n  things:\n    output: true\n  silent:\n    output: false\n";
  collections_dir_ = chance(5) ? pick({"col", "_col", "sub"}) : "";
  if (!collections_dir_.empty()) result += "collections_dir: " + collections_dir_ + "\n";
  const auto list = [&](const std::string& key, std::vector<std::string> choices) {
    std::string items;
    for (std::size_t i = 0; i <= below(3); ++i)
      items += (items.empty() ? "" : ", ") + ('"' + pick(choices) + '"');
    result += key + ": [" + items + "]\n";
  };
  if (chance(2)) {
    list("exclude",
         {"log",        "sub/",           "docs",    "*.txt",       "README.md", "/sub",     "a",
          "_things/in", "_posts/deep",    "secret*", "sub/d*p",     "*/deep",    "[lo]*",    "vendor",
          "?ub",        "_things/*.html", "x/y",     "assets/css/", "in",        "base.html"});
  }
  if (chance(2)) {
    list("include", {".htaccess", "_pages", ".well-known", "_redirects", ".hidden.md", "_under/x.md",
                     "_under", "node_modules/x/one.md", "sub", "*.txt", "_things/_in", "_b",
                     "vendor/bundle/two.md", "#x.md", "_under.md"});
  }
  if (chance(3))
    result += "permalink: " + pick({"pretty", "none", "/:categories/:title/", "/:year/:title.html"}) + "\n";
  if (chance(4)) result += "future: true\n";
  if (chance(4)) result += "show_drafts: true\n";
  if (chance(4)) result += "unpublished: true\n";
  if (chance(5)) result += "limit_posts: " + pick({"1", "2", "3"}) + "\n";
  if (chance(5)) result += "destination: " + pick({"public", "./_site", "sub/deep"}) + "\n";
  if (chance(8)) result += "markdown_ext: \"md,txt\"\n";
  if (chance(3)) {
    result += "defaults:\n  - scope:\n      path: " + pick({"\"\"", "sub", "_posts", "assets", "_things"}) +
              "\n    values:\n      " +
              pick({"layout: base", "published: false", "permalink: /d/:title/", "tags: [t]"}) + "\n";
  }
  return result;
}

}  // namespace conformance
