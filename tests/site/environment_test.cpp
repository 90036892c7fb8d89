#include "server/site/rendered/environment.h"

#include <gtest/gtest.h>
#include <map>

#include "server/liquid/render.h"
#include "tests/support/memory_file_system.h"

namespace {

// `page.md` of a small site, rendered; unknown parts are `x`.
std::string rendered(const std::string& content, const std::string& front_matter = "title: Page") {
  const std::string text = "---\n" + front_matter + "\n---\n" + content;
  const auto files = std::make_shared<const support::MemoryFileSystem>(std::map<std::string, std::string>{
      {"_config.yml",
       "url: https://e.org\nbaseurl: /b\nauthor:\n  name: Ann\ndefaults:\n  - values:\n      mood: glad\n"},
      {"_data/nav.yml", "- title: Home\n- title: Rest\n"},
      {"_includes/note.md", "{{ include.text }}!"},
      {"_posts/2020-01-02-one.md", "---\ntitle: One\ntags: [x]\nnote: n\n---\n"},
      {"_posts/2021-01-02-two.md", "---\ncategory: c d\ntags: [x, y]\n---\n"},
      {"_posts/2031-01-02-later.md", "---\ntags: x\n---\n"},
      {"_posts/2020-01-03-hidden.md", "---\ntags: x\npublished: false\n---\n"},
      {"img/a b.png", ""},
      {"page.md", text}});
  site::LoadOptions options;
  options.now = dates::LocalTime{1'700'000'000, 0};
  options.machine_zone = "UTC";
  options.threads = 1;
  const site::SitePtr loaded = site::load_site(files, options);
  const site::PagePtr page = loaded->page("page.md");
  const syntax::Document document(text, loaded->parse_options("page.md"));
  site::LiquidUses uses;
  const auto environment = site::liquid_environment(*loaded, page.get(), page->path, document, uses);
  const auto source = liquid::source_of(document.text, document.liquid);
  return liquid::render(source, document.front_matter.content, environment).text;
}

TEST(LiquidEnvironment, KnowsSettingsAndFrontMatterWithDefaults) {
  EXPECT_EQ(rendered("{{ site.author.name }} {{ site.url }}{{ site.baseurl }}{{ page.url }}"),
            "Ann https://e.org/b/page.html");
  EXPECT_EQ(rendered("{{ page.title }} {{ page.mood }} {{ page.path }}{{ page.nothing }}"),
            "Page glad page.md");
}

TEST(LiquidEnvironment, WhatOnlyDocumentsHaveIsFrontMatterInPages) {
  EXPECT_EQ(rendered("{{ page.next }} {{ page.lang }}", "next: /b/\nlang: ko"), "/b/ ko");
}

TEST(LiquidEnvironment, KnowsDataFilesAndIncludes) {
  EXPECT_EQ(rendered("{% for item in site.data.nav %}{{ item.title }} {% endfor %}"), "Home Rest ");
  EXPECT_EQ(rendered("{% include note.md text='Hi' %}"), "Hi!");
}

TEST(LiquidEnvironment, KnowsTheAddressesOfPostsPagesAndFiles) {
  EXPECT_EQ(rendered("{% post_url 2020-01-02-one %}"), "/b/2020/01/02/one.html");
  EXPECT_EQ(rendered("{% link _posts/2020-01-02-one.md %} {% link page.md %}"),
            "/b/2020/01/02/one.html /b/page.html");
  EXPECT_EQ(rendered("{% link /img/a b.png %}"), "/b/img/a%20b.png");
}

TEST(LiquidEnvironment, KnowsThePostsThatAreWrittenNewestFirst) {
  EXPECT_EQ(rendered("{% for post in site.posts %}{{ post.title }} {{ post.url }} {{ post.tags | join: '+' "
                     "}} {% endfor %}"),
            "Two /c%20d/2021/01/02/two.html x+y One /2020/01/02/one.html x ");
  EXPECT_EQ(
      rendered("{{ site.posts.size }} {{ site.posts.first.title }} {{ site.posts[1].url | relative_url }}"),
      "2 Two /b/2020/01/02/one.html");
  EXPECT_EQ(rendered("{% for post in site.tags.y %}{{ post.title }}{% endfor %}"), "Two");
  EXPECT_EQ(rendered("{{ site.categories['c d'].first.title }}"), "Two");
}

TEST(LiquidEnvironment, KnowsOfAPostWhetherAKeyIsThereButNotItsValue) {
  EXPECT_EQ(rendered("{% unless site.posts[0].note %}none{% endunless %}"), "none");
  EXPECT_EQ(rendered("a {{ site.posts[1].note }}"), "a " + std::string(24, 'x'));
  EXPECT_EQ(rendered("a {{ site.posts[1].mood }}"), "a " + std::string(24, 'x'));
  EXPECT_EQ(rendered("a {{ site.posts[1].date }}"), "a " + std::string(24, 'x'));
  EXPECT_EQ(rendered("a {{ site.tags.none }}"), "a " + std::string(20, 'x'));
}

TEST(LiquidEnvironment, DoesNotKnowWhatTheBuildComputes) {
  EXPECT_EQ(rendered("{{ site.time }}"), std::string(15, 'x'));
  EXPECT_EQ(rendered("{{ page.excerpt }}"), std::string(18, 'x'));
  EXPECT_EQ(rendered("a {% link no.md %}"), "a " + std::string(16, 'x'));
}

}  // namespace
