#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/site/compute/page_facts.h"
#include "server/site/settings/read_config.h"

namespace {

using site::Origin;
using site::Page;
using site::PageKind;
using site::Publication;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

// 2026-11-24T06:00:00Z
constexpr std::int64_t now = 1'795'500'000;

struct Given {
  std::string path;
  std::string text;
  std::string config;
};

PageKind kind_of(std::string_view path) {
  if (path.find("_posts/") != std::string_view::npos) return PageKind::post;
  if (path.find("_drafts/") != std::string_view::npos) return PageKind::draft;
  return path.starts_with("_") ? PageKind::document : PageKind::page;
}

Page computed(const Given& given) {
  site::Environment environment;
  environment.config =
      std::make_shared<const site::Config>(site::read_config("_config.yml", given.config, ""));
  environment.zone =
      dates::TimeZone(environment.config->timezone.empty() ? "UTC" : environment.config->timezone);
  environment.now = environment.zone.at(now);
  const syntax::Document document(given.text, {});
  const PageKind kind = kind_of(given.path);
  std::string collection = kind == PageKind::page ? "" : "posts";
  if (kind == PageKind::document) collection = given.path.substr(1, given.path.find('/') - 1);
  return site::compute_page(environment, {given.path, kind, collection, 1'600'000'000}, document);
}

Page post(const std::string& front_matter, const std::string& config = {}) {
  return computed({"_posts/2020-01-05-hello-world.md", "---\n" + front_matter + "---\n", config});
}

std::vector<std::string> names(const std::vector<site::Term>& terms) {
  std::vector<std::string> out;
  for (const site::Term& term : terms) out.push_back(term.name);
  return out;
}

std::string date_of(const Page& page) {
  return page.date ? dates::iso8601(*page.date) : "none";
}

TEST(ComputePage, TakesDateTitleAndAddressFromThePostName) {
  const Page page = post("");
  EXPECT_EQ(page.url, "/2020/01/05/hello-world.html");
  EXPECT_EQ(page.output, "2020/01/05/hello-world.html");
  EXPECT_EQ(page.url_origin.kind, Origin::Kind::gem);
  EXPECT_EQ(page.title.value, "Hello World");
  EXPECT_EQ(page.title.origin.kind, Origin::Kind::file_name);
  EXPECT_EQ(page.slug, "hello-world");
  EXPECT_EQ(date_of(page), "2020-01-05T00:00:00+00:00");
  EXPECT_EQ(page.date_origin.kind, Origin::Kind::file_name);
  EXPECT_EQ(page.publication, Publication::written);
}

TEST(ComputePage, FrontMatterDateWinsAndIsShownInTheZoneOfTheSite) {
  const Page page = post("date: 2020-01-05 20:00:00\n", "timezone: Asia/Seoul\n");
  EXPECT_EQ(date_of(page), "2020-01-06T05:00:00+09:00");
  EXPECT_EQ(page.url, "/2020/01/06/hello-world.html");
  EXPECT_EQ(page.date_origin.kind, Origin::Kind::front_matter);
}

TEST(ComputePage, AValueKnowsItsPlace) {
  const std::string text = "---\ntitle: Two words\ntags: [one, two]\ncategories: x y\n---\n";
  const Page page = computed({"_posts/2020-01-05-a.md", text, ""});
  const auto slice = [&](const Origin& origin) { return std::string(text::slice(text, origin.range)); };
  EXPECT_EQ(slice(page.title.origin), "Two words");
  ASSERT_EQ(page.tags.size(), 2U);
  EXPECT_EQ(slice(page.tags[1].origin), "two");
  ASSERT_EQ(page.categories.size(), 2U);
  EXPECT_EQ(slice(page.categories[1].origin), "x y");
}

TEST(ComputePage, ABadDateAbortsTheBuild) {
  for (const char* date : {"date: hello\n", "date:\n", "date: 2020\n", "date: 2020-13-45\n"}) {
    const Page page = post(date);
    EXPECT_EQ(page.publication, Publication::bad_date) << date;
    EXPECT_EQ(page.url, "") << date;
    EXPECT_FALSE(page.date) << date;
  }
}

TEST(ComputePage, ANullDoesNotOverrideADefaultOfADocument) {
  const std::string config =
      "defaults:\n- {scope: {path: ''}, values: {layout: base, title: From defaults}}\n";
  const Page page = post("layout:\ntitle:\n", config);
  EXPECT_EQ(page.layout.value, "base");
  EXPECT_EQ(page.layout.origin.kind, Origin::Kind::defaults);
  EXPECT_EQ(page.title.value, "From defaults");
}

TEST(ComputePage, ANullOverridesADefaultOfAPage) {
  const std::string config = "defaults:\n- {scope: {path: ''}, values: {layout: base}}\n";
  EXPECT_EQ(computed({"a.md", "---\nlayout:\n---\n", config}).layout.value, "");
  EXPECT_EQ(computed({"a.md", "---\n---\n", config}).layout.value, "base");
}

TEST(ComputePage, AnEmptyTitleIsKept) {
  EXPECT_EQ(post("title: \"\"\n").title.value, "");
}

TEST(ComputePage, NoneAndFalseMeanNoLayout) {
  EXPECT_EQ(post("layout: none\n").layout.value, "");
  EXPECT_EQ(post("layout: false\n").layout.value, "");
}

TEST(ComputePage, CategoriesComeFromFoldersDefaultsAndBothKeys) {
  const Page page =
      computed({"Foo/Bar/_posts/sub/2020-01-05-a.md", "---\ncategories: x y\ncategory: z w\n---\n",
                "defaults:\n- {scope: {path: ''}, values: {categories: [D]}}\n"});
  EXPECT_THAT(names(page.categories), ElementsAre("Foo", "Bar", "D", "x", "y", "z w"));
  EXPECT_EQ(page.categories[0].origin.kind, Origin::Kind::directory);
  EXPECT_EQ(page.url, "/foo/bar/d/x/y/z%20w/2020/01/05/a.html");
}

TEST(ComputePage, CategoriesThatAreNoTextAreKeptAndAddedAsText) {
  EXPECT_THAT(names(post("categories: [a, 2020]\n").categories), ElementsAre("a", "2020", "2020"));
  EXPECT_THAT(names(post("categories: [a, [b, c]]\n").categories),
              ElementsAre("a", "[\"b\", \"c\"]", "[\"b\", \"c\"]", "b", "c"));
}

TEST(ComputePage, CategoriesOfAnotherTypeSpoilTheWholeFrontMatter) {
  const Page page = post("title: Mine\ncategories: {a: b}\n");
  EXPECT_TRUE(page.data_invalid);
  EXPECT_EQ(page.date_origin.kind, Origin::Kind::build_time);
}

TEST(ComputePage, OneTagReplacesTheList) {
  EXPECT_THAT(names(post("tags: [a, b]\ntag: x y\n").tags), ElementsAre("x y"));
  EXPECT_THAT(names(post("tags: a, b\n").tags), ElementsAre("a,", "b"));
  EXPECT_THAT(names(post("tags: [a, [b, null], 2020, a]\n").tags), ElementsAre("a", "b", "2020", "a"));
  EXPECT_THAT(names(post("tags: 5\n").tags), IsEmpty());
}

TEST(ComputePage, PagesHaveNoTermsAndNoDate) {
  const Page page = computed({"a.md", "---\ntags: [a]\ndate: 2020-01-01\n---\n", ""});
  EXPECT_THAT(page.tags, IsEmpty());
  EXPECT_FALSE(page.date);
}

TEST(ComputePage, BrokenYamlLeavesADocumentWithItsWholeNameAndTheBuildTime) {
  const Page page = post("title: [broken\n");
  EXPECT_TRUE(page.data_invalid);
  EXPECT_EQ(page.url, "/2026/11/24/2020-01-05-hello-world.html");
  EXPECT_EQ(page.date_origin.kind, Origin::Kind::build_time);
  EXPECT_EQ(page.title.value, "");
}

TEST(ComputePage, AnUnclosedBlockIsNoFrontMatterAndSpoilsNothing) {
  const Page page = computed({"_posts/2020-01-05-a.md", "---\ntitle: X\n", ""});
  EXPECT_FALSE(page.data_invalid);
  EXPECT_EQ(page.title.value, "A");
}

TEST(ComputePage, AddressesOfPages) {
  EXPECT_EQ(computed({"index.md", "---\n---\n", ""}).url, "/");
  EXPECT_EQ(computed({"sub/about.md", "---\n---\n", ""}).url, "/sub/about.html");
  EXPECT_EQ(computed({"sub/about.md", "---\n---\n", "permalink: pretty\n"}).url, "/sub/about/");
  EXPECT_EQ(computed({"css/main.scss", "---\n---\n", "permalink: pretty\n"}).url, "/css/main.css");
  EXPECT_EQ(computed({"trail..md", "---\n---\n", ""}).url, "/trail.html");
  EXPECT_EQ(computed({"a.md", "---\npermalink: /v1.2\n---\n", ""}).output, "v1.2");
  EXPECT_EQ(computed({"a.md", "---\npermalink: ''\n---\n", ""}).url, "");
}

TEST(ComputePage, AddressesOfCollections) {
  const std::string config = "collections:\n  notes:\n    output: true\n";
  EXPECT_EQ(computed({"_notes/sub/a b.md", "---\n---\n", config}).url, "/notes/sub/a%20b.html");
  EXPECT_EQ(computed({"_notes/2020-01-05-x.md", "---\n---\n", config + "    permalink: /:year/:title\n"}).url,
            "/2020/x");
}

TEST(ComputePage, NamesAnUnknownPlaceholder) {
  const Page page = post("permalink: /:nope/\n");
  EXPECT_EQ(page.url_problem, "nope");
  EXPECT_EQ(page.url, "");
}

TEST(ComputePage, WhatIsNotPublished) {
  EXPECT_EQ(post("published: false\n").publication, Publication::unpublished);
  EXPECT_EQ(post("published: 'false'\n").publication, Publication::written);
  EXPECT_EQ(post("published: false\n", "unpublished: true\n").publication, Publication::written);
  EXPECT_EQ(post("date: 2030-01-01\n").publication, Publication::future);
  EXPECT_EQ(post("date: 2030-01-01\n", "future: true\n").publication, Publication::written);
  EXPECT_EQ(computed({"_drafts/a.md", "---\n---\n", ""}).publication, Publication::draft);
  EXPECT_EQ(computed({"_notes/a.md", "---\n---\n", "collections: [notes]\n"}).publication,
            Publication::collection_unwritten);
  EXPECT_EQ(computed({"_posts/2020-01-05-a.md", "---\n---\n\xFF", ""}).publication, Publication::dropped);
}

TEST(ComputePage, ADraftWithoutDateHasTheTimeOfItsFile) {
  const Page page = computed({"_drafts/a.md", "---\n---\n", "show_drafts: true\n"});
  EXPECT_EQ(date_of(page), "2020-09-13T12:26:40+00:00");
  EXPECT_EQ(page.date_origin.kind, Origin::Kind::file_time);
  EXPECT_EQ(page.publication, Publication::written);
}

TEST(ComputePage, CollectsRedirectsLanguageAndKeys) {
  const Page page = post("redirect_from: [/a/, /b/]\nredirect_to: /c/\nlang: ko\n");
  EXPECT_THAT(page.redirect_from, ElementsAre("/a/", "/b/"));
  EXPECT_EQ(page.redirect_to, "/c/");
  EXPECT_EQ(page.lang, "ko");
  EXPECT_THAT(page.keys, ElementsAre("redirect_from", "redirect_to", "lang"));
}

TEST(ComputePage, APageThatLeadsElsewhereHasTheLayoutOfThePlugin) {
  const std::string config = "plugins: [jekyll-redirect-from]\n";
  EXPECT_EQ(post("layout: post\nredirect_to: /c/\n", config).layout.value, "redirect");
  EXPECT_EQ(post("layout: post\nredirect_to: /c/\n").layout.value, "post");
}

TEST(ComputePage, LiquidThatMayPrintBlocksMasksTheIds) {
  const auto masked = [](const std::string& body) {
    return computed({"a.md", "---\n---\n" + body, ""}).content.ids_masked;
  };
  EXPECT_FALSE(masked("See [x]({{ site.baseurl }}/a) and {% post_url 2020-01-05-a %}.\n"));
  EXPECT_FALSE(masked("{% assign a = 1 %}\n{% raw %}\n{{ a }}\n{% endraw %}\n"));
  EXPECT_TRUE(masked("{% if a %}\ntext\n{% endif %}\n"));
  EXPECT_TRUE(masked("{% include toc.html %}\n"));
  EXPECT_TRUE(masked("text {% gallery %}\n"));
  EXPECT_TRUE(masked("text\n\n{{ page.more }}\n"));
}

TEST(ComputePage, PagesThatAreNoMarkdownHaveTheIdsOfTheirElements) {
  const site::Page page = computed({"a.html", "---\n---\n<p id=\"x\">\n", ""});
  EXPECT_FALSE(page.content.ids_masked);
  EXPECT_THAT(page.content.anchors, ElementsAre("x"));
}

constexpr dates::LocalTime moment{now, 0};

TEST(ToTime, TakesADayForLocalMidnight) {
  const auto time = site::to_time(syntax::Date{2024, 2, 23}, dates::TimeZone("Asia/Seoul"), moment);
  ASSERT_TRUE(time);
  EXPECT_EQ(dates::iso8601(*time), "2024-02-23T00:00:00+09:00");
}

TEST(ToTime, ShowsAnInstantInTheZoneOfTheSite) {
  const auto time =
      site::to_time(syntax::Timestamp{1'578'254'400, 0, 0, false}, dates::TimeZone("Asia/Seoul"), moment);
  ASSERT_TRUE(time);
  EXPECT_EQ(dates::iso8601(*time), "2020-01-06T05:00:00+09:00");
}

TEST(ToTime, RefusesWhatIsNoDate) {
  const dates::TimeZone zone("UTC");
  EXPECT_FALSE(site::to_time(syntax::Null{}, zone, moment));
  EXPECT_FALSE(site::to_time(std::int64_t{2020}, zone, moment));
  EXPECT_FALSE(site::to_time(true, zone, moment));
}

}  // namespace
